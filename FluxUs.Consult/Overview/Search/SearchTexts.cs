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

    private sealed record Hit(Guid TextId, string Code, string Language, Guid VersionId, int Place, string Snippet);

    /// <returns>The texts found; the total counts texts, not paragraphs.</returns>
    public async Task<FoundGroup> In(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return new FoundGroup(FoundKind.Text, [], 0);
        List<Hit> hits = [];
        var total = 0;
        var texts = db.Set<SourceText>().AsNoTracking().Where(SourceReading.OpenTo(access))
            .Join(db.Set<SourceTextVersion>(), text => new { text.Id, Number = text.CurrentVersion }, version => new { Id = version.SourceTextId, version.Number },
                (text, version) => new { text.Id, text.Code, text.Language, VersionId = version.Id, version.Text });
        // One text at a time: all of a study at once would be held in memory for one search.
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var found = Paragraphs(text.Text, words).Where(paragraph => words.Match(text.Text[paragraph.Start..paragraph.End]))
                .Take(OfOneText).Select(paragraph => new Hit(text.Id, text.Code, text.Language, text.VersionId, paragraph.Place, Snippet(text.Text[paragraph.Start..paragraph.End], paragraph.Place - paragraph.Start))).ToList();
            hits.AddRange(found);
            if (found.Count > 0) total++;
        }

        var shown = hits.GroupBy(hit => hit.TextId).OrderBy(text => text.First().Code.Length).ThenBy(text => text.First().Code, StringComparer.Ordinal).ThenBy(text => text.Key)
            .Take(SearchStudy.Shown).SelectMany(text => text).ToList();
        return new FoundGroup(FoundKind.Text, await Lines(shown, cancellation), total);
    }

    private async Task<IReadOnlyList<Found>> Lines(IReadOnlyList<Hit> hits, CancellationToken cancellation)
    {
        var versions = hits.Select(hit => hit.VersionId).ToHashSet();
        var segments = (await db.Set<Segment>().AsNoTracking().Where(segment => versions.Contains(segment.SourceTextVersionId)).OrderBy(segment => segment.Order)
            .ToListAsync(cancellation)).ToLookup(segment => segment.SourceTextVersionId);
        return [.. hits.Select(hit =>
        {
            var segment = segments[hit.VersionId].LastOrDefault(segment => segment.Start <= hit.Place);
            var address = segment is null ? $"evidence/{hit.TextId}"
                : FormattableString.Invariant($"evidence/{hit.TextId}?part={segment.Start / OpenDesk.PartLength + 1}#segment-{segment.Order}");
            return new Found(
                address, hit.Code, hit.Snippet,
                segment is null ? null : SegmentPlace.Of(segment.From, segment.Captions, hit.Place - segment.Start, segment.Page, segment.Question), hit.Language);
        })];
    }

    /// <summary>The paragraphs in which the longest word occurs, with its first place.</summary>
    private static IEnumerable<(int Start, int End, int Place)> Paragraphs(string text, SearchWords words)
    {
        var passed = 0;
        foreach (var place in words.PlacesIn(text))
        {
            if (place < passed) continue;
            var end = text.IndexOf('\n', place);
            passed = end < 0 ? text.Length : end;
            yield return (text.LastIndexOf('\n', place) + 1, passed, place);
        }
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
