using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>An answer that a crawl met.</summary>
/// <param name="From">The page that linked to it; empty for the first.</param>
internal sealed record Crawled(string Address, string From, HttpStatusCode Status, string MediaType, string FileName, byte[] Body)
{
    public bool IsPage => MediaType == "text/html";

    public string Html => Encoding.UTF8.GetString(Body);
}

/// <summary>Follows every link from a front door, as somebody with much time would.</summary>
internal static partial class Crawl
{
    // Bounded, so that a link that makes ever new addresses ends too.
    private const int Most = 600;

    public static async IAsyncEnumerable<Crawled> From(HttpClient visitor, IEnumerable<string> doors, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = doors.ToHashSet();
        var (waiting, shapes) = (new Queue<(string Address, string From)>(seen.Select(door => (door, ""))), new Dictionary<string, int>());
        for (var count = 0; waiting.Count > 0 && count < Most; count++)
        {
            var (address, from) = waiting.Dequeue();
            using var answer = await visitor.GetAsync(address, cancellation);
            if (answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.Redirect)
            {
                Follow(answer.Headers.Location!.ToString(), address);
                continue;
            }

            var crawled = new Crawled(address, from, answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "",
                answer.Content.Headers.ContentDisposition?.ToString() ?? "", await answer.Content.ReadAsByteArrayAsync(cancellation));
            yield return crawled;
            if (!crawled.IsPage) continue;
            foreach (Match link in Links().Matches(crawled.Html)) Follow(WebUtility.HtmlDecode(link.Groups["address"].Value), address);
        }

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

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]*)\"")]
    private static partial Regex Links();
}
