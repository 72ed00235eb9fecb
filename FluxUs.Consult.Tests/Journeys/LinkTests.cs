using System.Net;
using System.Text.RegularExpressions;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Every page of the demonstration that a role can reach by following links from its front door.</summary>
public partial class LinkTests(DemonstrationSite demonstration)
{
    // Bounded, so that a link that makes ever new addresses ends too.
    private const int Most = 600;

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

        var (seen, waiting, wrong) = (new HashSet<string> { "/studies/demo" }, new Queue<(string Address, string From)>([("/studies/demo", "")]), new List<string>());
        var shapes = new Dictionary<string, int>();
        for (var count = 0; waiting.Count > 0 && count < Most; count++)
        {
            var (address, from) = waiting.Dequeue();
            using var answer = await visitor.GetAsync(address, TestStudy.Cancellation);
            if (answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.Redirect)
            {
                Follow(answer.Headers.Location!.ToString(), address);
                continue;
            }

            if (!answer.IsSuccessStatusCode) wrong.Add($"{(int)answer.StatusCode} {address} (linked from {from})");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var html = await answer.Content.ReadAsStringAsync(TestStudy.Cancellation);
            if (Inline().IsMatch(html)) wrong.Add($"{address} has an inline style or handler, which the content policy drops");
            var text = WebUtility.HtmlDecode(html);
            if (!mayKnow) wrong.AddRange(names.Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(name => $"{address} shows {name}"));
            foreach (Match link in Links().Matches(html)) Follow(WebUtility.HtmlDecode(link.Groups["address"].Value), address);
        }

        Assert.True(wrong.Count == 0, $"{seen.Count} pages:\n" + string.Join('\n', wrong));
        Assert.True(seen.Count > 10, $"Only {seen.Count} pages were reached.");

        void Follow(string target, string from)
        {
            var uri = new Uri(new Uri("http://localhost" + from), target);
            // A fragment is the same page; filters and pages of a list are many and alike, a few of each say enough.
            var shape = uri.AbsolutePath + "?" + string.Join('&', uri.Query.TrimStart('?').Split('&').Select(part => part.Split('=')[0]));
            var address = uri.PathAndQuery;
            if (uri.Query.Length > 0 && (shapes[shape] = shapes.GetValueOrDefault(shape) + 1) > 3) return;
            if (uri.IsLoopback && seen.Add(address)) waiting.Enqueue((address, from));
        }
    }

    /// <summary>Family names of everyone who did not agree to be named.</summary>
    private static async Task<IReadOnlyList<string>> ProtectedNames(TestSite site)
    {
        var seal = site.Study.Get<IdentitySeal>();
        var experts = await site.Study.Get<Consult.Foundation.Data.ConsultDbContext>().Set<Expert>().AsNoTracking().Include(expert => expert.Consents).ToListAsync(TestStudy.Cancellation);
        var today = DateOnly.FromDateTime(site.Study.Time.GetUtcNow().UtcDateTime);
        return [.. experts.Where(expert => expert.WrappedKey.Length > 0 && expert.StandingOn(today).Attribution != Attribution.Named).Select(expert => seal.Open(expert).Name)];
    }

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<[a-z][^>]*\\s(style|on[a-z]+)=\"", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
