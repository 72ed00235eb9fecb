using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>Looks through the texts that can be tagged, for the search of the study: those that are open to this person, in their
/// current version, paragraph by paragraph.</summary>
public sealed class SearchTexts(ConsultDbContext db)
{
    /// <summary>Paragraphs of one text that are shown.</summary>
    private const int OfOneText = 3;
    private const int SnippetSide = 90;

    /// <returns>The texts found; the total counts texts, not paragraphs.</returns>
    public async Task<FoundGroup> In(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return new FoundGroup(FoundKind.Text, [], 0);
        var open = await db.Set<SourceText>().AsNoTracking().Where(SourceReading.OpenTo(access)).OrderBy(text => text.Code.Length).ThenBy(text => text.Code).ThenBy(text => text.Id)
            .Select(text => new { text.Id, text.Code, text.Language, text.CurrentVersion }).ToListAsync(cancellation);
        List<Found> lines = [];
        var total = 0;
        // One text at a time: all of a study at once would be held in memory for one search.
        foreach (var text in open)
        {
            var version = await db.Set<SourceTextVersion>().AsNoTracking().Where(one => one.SourceTextId == text.Id && one.Number == text.CurrentVersion)
                .Select(one => new { one.Id, one.Text }).FirstAsync(cancellation);
            var places = words.PlacesIn(version.Text).ToList();
            if (places.Count == 0) continue;
            var segments = await db.Set<Segment>().AsNoTracking().Where(segment => segment.SourceTextVersionId == version.Id).OrderBy(segment => segment.Order)
                .Select(segment => new { segment.Order, segment.Start, segment.Length, segment.From, segment.Captions, segment.Page, segment.Question }).ToListAsync(cancellation);
            var found = segments
                .Select(segment => (Segment: segment, Place: places.FindIndex(place => place >= segment.Start && place < segment.Start + segment.Length)))
                .Where(hit => hit.Place >= 0 && words.Match(version.Text.Substring(hit.Segment.Start, hit.Segment.Length))).ToList();
            if (found.Count == 0) continue;
            total++;
            if (lines.Count >= SearchStudy.Shown) continue;
            lines.AddRange(found.Take(OfOneText).Select(hit =>
            {
                var (segment, place) = (hit.Segment, places[hit.Place]);
                var part = segment.Start / OpenDesk.PartLength + 1;
                return new Found(
                    FormattableString.Invariant($"evidence/{text.Id}?part={part}#segment-{segment.Order}"), text.Code,
                    Snippet(version.Text.Substring(segment.Start, segment.Length), place - segment.Start),
                    SegmentPlace.Of(segment.From, segment.Captions, place - segment.Start, segment.Page, segment.Question), text.Language);
            }));
        }

        return new FoundGroup(FoundKind.Text, lines, total);
    }

    /// <summary>What stands around the first word found.</summary>
    internal static string Around(string text, SearchWords words) => Snippet(text, words.PlacesIn(text).FirstOrDefault());

    private static string Snippet(string text, int place)
    {
        var (from, to) = (Math.Max(0, place - SnippetSide), Math.Min(text.Length, place + SnippetSide));
        if (from > 0 && text.IndexOf(' ', from, place - from) is var first and >= 0) from = first + 1;
        if (to < text.Length && text.LastIndexOf(' ', to - 1, to - place) is var last and >= 0) to = last;
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to++;
        return (from > 0 ? "… " : "") + text[from..to].Replace('\n', ' ').Trim() + (to < text.Length ? " …" : "");
    }
}
