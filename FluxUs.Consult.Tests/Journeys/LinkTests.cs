using System.Net;
using System.Text.RegularExpressions;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Every page of the demonstration that a role can reach by following links from its front door.</summary>
public partial class LinkTests(DemonstrationSite demonstration)
{
    [Theory]
    [InlineData("manager@demo.example")]
    [InlineData("researcher@demo.example")]
    [InlineData("editor@demo.example")]
    [InlineData("committee@demo.example")]
    public async Task Every_link_that_a_role_is_shown_leads_somewhere_and_shows_no_name_that_it_may_not(string account)
    {
        var site = await demonstration.Site;
        var names = await ProtectedNames(site);
        var mayKnow = account.StartsWith("manager", StringComparison.Ordinal) || account.StartsWith("researcher", StringComparison.Ordinal);
        using var visitor = await demonstration.SignIn(account);

        var (count, wrong) = (0, new List<string>());
        await foreach (var page in Crawl.From(visitor, ["/studies/demo"], TestStudy.Cancellation))
        {
            count++;
            if (page.Status != HttpStatusCode.OK) wrong.Add($"{(int)page.Status} {page.Address} (linked from {page.From})");
            if (!page.IsPage) continue;
            if (Inline().IsMatch(page.Html)) wrong.Add($"{page.Address} has an inline style or handler, which the content policy drops");
            var text = WebUtility.HtmlDecode(page.Html);
            if (!mayKnow) wrong.AddRange(names.Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(name => $"{page.Address} shows {name}"));
        }

        Assert.True(wrong.Count == 0, $"{count} pages:\n" + string.Join('\n', wrong));
        Assert.True(count > 10, $"Only {count} pages were reached.");
    }

    /// <summary>Family names of everyone who did not agree to be named.</summary>
    private static async Task<IReadOnlyList<string>> ProtectedNames(TestSite site)
    {
        var seal = site.Study.Get<IdentitySeal>();
        var experts = await site.Study.Get<Consult.Foundation.Data.ConsultDbContext>().Set<Expert>().AsNoTracking().Include(expert => expert.Consents).ToListAsync(TestStudy.Cancellation);
        var today = DateOnly.FromDateTime(site.Study.Time.GetUtcNow().UtcDateTime);
        return [.. experts.Where(expert => expert.WrappedKey.Length > 0 && expert.StandingOn(today).Attribution != Attribution.Named).Select(expert => seal.Open(expert).Name)];
    }

    [GeneratedRegex("<[a-z][^>]*\\s(style|on[a-z]+)=\"", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
