using System.Text.RegularExpressions;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>The rail tells on every page of a study in which room one is.</summary>
public partial class RailTests(DemonstrationSite demonstration)
{
    /// <summary>Pages of no room, each with the reason.</summary>
    private static readonly Dictionary<string, string> OfNoRoom = new()
    {
        ["/studies/{Slug}/search"] = "looks through all rooms",
    };

    [Theory]
    [InlineData("manager@demo.example", Roles.Manager)]
    [InlineData("editor@demo.example", Roles.Editor)]
    public async Task Exactly_one_line_of_the_rail_is_the_current_one(string account, Roles role)
    {
        var site = await demonstration.Site;
        using var manager = await demonstration.SignIn("manager@demo.example");
        using var member = await demonstration.SignIn(account);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var page in (await DemonstrationPages.Resolve(site, manager)).Where(page => page.Route.StartsWith("/studies/{Slug}", StringComparison.Ordinal) && page.Readers.HasFlag(role)))
        {
            if (Rail().Match(await TestSite.Read(member, page.Address)) is not { Success: true, Value: var rail }) continue;
            tried++;
            var current = Current().Count(rail);
            if (current != (OfNoRoom.ContainsKey(page.Route) ? 0 : 1)) wrong.Add($"{page.Address}: {current} current lines");
        }

        Assert.True(tried >= 20, $"Only {tried} pages have a rail.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [GeneratedRegex("<nav class=\"rail\".*?</nav>", RegexOptions.Singleline)]
    private static partial Regex Rail();

    [GeneratedRegex("aria-current=\"page\"")]
    private static partial Regex Current();
}
