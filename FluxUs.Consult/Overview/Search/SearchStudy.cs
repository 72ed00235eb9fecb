using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>What is found, in the order of the thread backwards: what one most likely looks for comes first.</summary>
public enum FoundKind { Offering, Finding, Recommendation, Fiche, Excerpt, Text, Interview, Reference }

/// <summary>One thing found.</summary>
/// <param name="Address">Below the study's; for words in a text, the very paragraph.</param>
/// <param name="Code">How the study calls it: P01, K-07, E-12.</param>
/// <param name="Text">What of it matched, or its name.</param>
/// <param name="Place">Where in it.</param>
public sealed record Found(string Address, string Code, string Text, SegmentPlace? Place = null, string? Language = null);

/// <param name="Total">On all pages; the lines shown may be fewer.</param>
/// <param name="AllAddress">Where all of them are listed, below the study's; null when there is no such list.</param>
public sealed record FoundGroup(FoundKind Kind, IReadOnlyList<Found> Lines, int Total, string? AllAddress = null);

/// <summary>Looks through the rooms of a study for words, in what this person may read: offerings, findings, recommendations, fiches,
/// excerpts and texts (an editor's: those free of names), interviews by code, references. Names of experts and files are in none of it.</summary>
/// <remarks>It reads and folds what it looks through each time. A study holds a few megabytes of text, and an index would be one more
/// place in which an erased person's words would have to be found.</remarks>
public sealed partial class SearchStudy(ConsultDbContext db, ListExcerpts excerpts, SearchTexts texts)
{
    /// <summary>Lines of each kind.</summary>
    public const int Shown = 10;

    /// <returns>The kinds of which something was found; empty when nothing is looked for.</returns>
    public async Task<Outcome<IReadOnlyList<FoundGroup>>> Run(StudyAccess access, string? query, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var words = new SearchWords(query);
        if (words.IsEmpty) return new List<FoundGroup>();
        List<FoundGroup> groups = [];
        if (access.May(Permission.ReadCatalogue)) groups.Add(await Offerings(access, words, cancellation));
        if (access.May(Permission.ReadFindings)) groups.Add(await Findings(access, words, cancellation));
        if (access.May(Permission.ReadRecommendations)) groups.Add(await Recommendations(access, words, cancellation));
        if (access.May(Permission.ReadFiches)) groups.Add(await Fiches(access, words, cancellation));
        if (access.May(Permission.ReadExcerpts))
        {
            groups.Add(await Excerpts(access, words, cancellation));
            groups.Add(await texts.In(access, words, cancellation));
        }

        if (access.May(Permission.ReadInterviews)) groups.Add(await Interviews(access, words, cancellation));
        if (access.May(Permission.ReadReferences)) groups.Add(await References(access, words, cancellation));
        return groups.Where(group => group.Total > 0).ToList();
    }

    private async Task<FoundGroup> Offerings(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        var all = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code)
            .Select(offering => new { offering.Code, offering.Name }).ToListAsync(cancellation);
        return Group(FoundKind.Offering, all.Where(offering => words.Match($"{offering.Code} {All(offering.Name)}"))
            .Select(offering => new Found($"offerings/{offering.Code}", offering.Code, offering.Name.ToString(), Language: Languages.Current.Code)));
    }

    private async Task<FoundGroup> Findings(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        var all = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == access.StudyId).OrderBy(finding => finding.Code.Length).ThenBy(finding => finding.Code)
            .Select(finding => new { finding.Code, finding.Statement, finding.Language, finding.Translations }).ToListAsync(cancellation);
        List<Found> lines = [];
        foreach (var one in all)
        {
            // In the reader's language where the words stand there, else in the one where they do.
            var texts = ReadFirst.Select(language => Worded.In(language, one.Statement, one.Language, one.Translations)).ToList();
            if (texts.Find(text => words.Match($"{one.Code} {text.Text}")) is { } said) lines.Add(new Found($"findings/{one.Code}", one.Code, said.Text, Language: said.Language));
            else if (words.Match($"{one.Code} {one.Statement} {All(one.Translations)}")) lines.Add(new Found($"findings/{one.Code}", one.Code, texts[0].Text, Language: texts[0].Language));
        }

        return Group(FoundKind.Finding, lines);
    }

    private async Task<FoundGroup> Recommendations(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        var all = await db.Set<Recommendation>().AsNoTracking().Where(recommendation => recommendation.StudyId == access.StudyId).Include(recommendation => recommendation.Translations)
            .OrderBy(recommendation => recommendation.Code.Length).ThenBy(recommendation => recommendation.Code).ToListAsync(cancellation);
        List<Found> lines = [];
        foreach (var one in all)
        {
            foreach (var (language, wording) in Wordings(one))
            {
                var around = MeasureWording.Texts.Skip(1).Select(text => text.Of(wording)).ToArray();
                if (!words.Match(string.Join(' ', [one.Code, wording.Statement, .. around]))) continue;
                // What matched beside the statement is shown behind it.
                var beside = words.Match($"{one.Code} {wording.Statement}") ? null : Array.Find(around, part => words.PlacesIn(part).Any());
                lines.Add(new Found($"recommendations/{one.Code}", one.Code, beside is null ? wording.Statement : $"{wording.Statement} {SearchTexts.Around(beside, words)}", Language: language));
                break;
            }
        }

        return Group(FoundKind.Recommendation, lines);
    }

    private static IEnumerable<string> ReadFirst => Languages.All.Select(language => language.Code).OrderBy(code => code != Languages.Current.Code);

    // Each language it is worded in, the reader's first.
    private static IEnumerable<(string Language, MeasureWording Wording)> Wordings(Recommendation one) =>
        ReadFirst.Where(code => code == one.Language || one.Translations.Any(translation => translation.Language == code))
            .Select(code => (code, code == one.Language ? one.Wording : one.Translations.First(translation => translation.Language == code).Wording));

    private async Task<FoundGroup> Fiches(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        var all = await db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.StudyId == access.StudyId)
            .Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new { fiche.Id, fiche.Language, offering.Code, offering.Name })
            .OrderBy(fiche => fiche.Code).ThenBy(fiche => fiche.Language).ToListAsync(cancellation);
        var ids = all.ConvertAll(fiche => fiche.Id);
        var prose = (await db.Set<FicheSection>().AsNoTracking().Where(section => ids.Contains(section.FicheId)).Select(section => new { section.FicheId, section.Text.Text }).ToListAsync(cancellation))
            .Concat(await db.Set<KeyMessage>().AsNoTracking().Where(message => ids.Contains(message.FicheId)).Select(message => new { message.FicheId, message.Text.Text }).ToListAsync(cancellation))
            .ToLookup(part => part.FicheId, part => part.Text);
        List<Found> found = [];
        foreach (var fiche in all)
        {
            var address = $"fiches/{fiche.Code}/{fiche.Language}";
            if (prose[fiche.Id].Where(words.Match).Select(text => Foundation.Documents.MarkdownReader.Words(SourceMark().Replace(text, ""))).FirstOrDefault(words.Match) is { } text) found.Add(new Found(address, fiche.Code, SearchTexts.Around(text, words), Language: fiche.Language));
            else if (words.Match($"{fiche.Code} {fiche.Name.In(fiche.Language)}")) found.Add(new Found(address, fiche.Code, fiche.Name.In(fiche.Language), Language: fiche.Language));
        }

        return Group(FoundKind.Fiche, found);
    }

    private async Task<FoundGroup> Excerpts(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        var list = (await excerpts.Run(access, new ExcerptFilter(Words: words.Starred), 1, cancellation)).Value;
        return new FoundGroup(
            FoundKind.Excerpt,
            [.. list?.Rows.Take(Shown).Select(row => new Found($"evidence/excerpts/{row.Id}", row.SourceCode, row.Quote, row.Place, row.Language)) ?? []],
            list?.Found ?? 0, $"evidence?words={Uri.EscapeDataString(words.Starred.ToLowerInvariant())}");
    }

    private async Task<FoundGroup> Interviews(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        var all = await db.Set<Interview>().AsNoTracking().Where(interview => interview.StudyId == access.StudyId).OrderBy(interview => interview.Code.Length).ThenBy(interview => interview.Code)
            .Select(interview => new { interview.Code, interview.Date }).ToListAsync(cancellation);
        return Group(FoundKind.Interview, all.Where(interview => words.Match(interview.Code))
            .Select(interview => new Found($"interviews/{interview.Code}", interview.Code, Foundation.Ui.Formatting.Date(interview.Date))));
    }

    private async Task<FoundGroup> References(StudyAccess access, SearchWords words, CancellationToken cancellation)
    {
        var all = await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == access.StudyId).OrderBy(reference => reference.Code.Length).ThenBy(reference => reference.Code)
            .Select(reference => new { reference.Code, reference.CitationKey, reference.Title, reference.Authors, reference.Year }).ToListAsync(cancellation);
        return Group(FoundKind.Reference, all.Where(reference => words.Match($"{reference.Code} {reference.CitationKey} {reference.Title} {reference.Authors} {reference.Year}"))
            .Select(reference => new Found($"literature/{Uri.EscapeDataString(reference.CitationKey)}", reference.Code,
                string.Join(", ", new[] { reference.Authors, reference.Title }.Where(part => part.Length > 0)))));
    }

    private static FoundGroup Group(FoundKind kind, IEnumerable<Found> found)
    {
        var all = found.ToList();
        return new FoundGroup(kind, [.. all.Take(Shown)], all.Count);
    }

    // What a sentence rests on stands in it as a mark, which nobody reads; its space goes with it.
    [GeneratedRegex(@"\s?\[@[^\]]{1,80}\]")]
    private static partial Regex SourceMark();

    private static string All(LocalText text) => $"{text.French} {text.Dutch} {text.English}";
}
