using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>What a reference lacks, to be listed by.</summary>
public enum ReferenceGap { Note, File, Offering, Year }

/// <param name="Search">Words that must all stand in key, authors, title or year; case and accents make no difference.</param>
/// <param name="Offering">The code of an offering, or empty for all.</param>
/// <param name="Type">A CSL type, or empty for all.</param>
/// <param name="Sort">"code", "authors", "title" or "year", with a dash in front for the other way round.</param>
/// <param name="Page">From 1.</param>
public sealed record ReferenceFilter(string? Search = null, string? Offering = null, string? Type = null, ReferenceGap? Without = null, string? Sort = null, int Page = 1)
{
    public const int PageSize = 50;
}

/// <summary>One line of the list of references.</summary>
public sealed record ReferenceRow(
    string Code, string CitationKey, string Title, string Authors, int? Year, string Type, IReadOnlyList<string> Offerings, bool HasNote, int Files, int Excerpts);

public sealed record ReferenceOfferingChoice(Guid Id, string Code, LocalText Name)
{
    internal static Task<List<ReferenceOfferingChoice>> Of(ConsultDbContext db, StudyAccess access, CancellationToken cancellation) =>
        db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code)
            .Select(offering => new ReferenceOfferingChoice(offering.Id, offering.Code, offering.Name)).ToListAsync(cancellation);
}

/// <param name="Types">The types that references of the study have.</param>
/// <param name="Waiting">Files that were brought and of which nothing was taken yet; for those who may import only.</param>
public sealed record ReferenceList(
    IReadOnlyList<ReferenceRow> Rows, int Total, int TotalInStudy, IReadOnlyList<ReferenceOfferingChoice> Offerings, IReadOnlyList<string> Types,
    IReadOnlyList<WaitingLiterature> Waiting, bool MayWrite);

public sealed record WaitingLiterature(Guid Id, string FileName, long Size, DateTime BroughtAt);

/// <summary>The references of a study, fifty at a time.</summary>
public sealed class ListReferences(ConsultDbContext db)
{
    public async Task<Outcome<ReferenceList>> Run(StudyAccess access, ReferenceFilter filter, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadReferences)) return Outcome.Forbidden;
        var all = db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == access.StudyId);
        var inStudy = await all.CountAsync(cancellation);
        var types = await all.Select(reference => reference.Type).Distinct().OrderBy(type => type).ToListAsync(cancellation);
        var offerings = await ReferenceOfferingChoice.Of(db, access, cancellation);
        var codes = offerings.ToDictionary(offering => offering.Id, offering => offering.Code);

        var chosen = Chosen(all, filter, offerings);
        var total = await chosen.CountAsync(cancellation);
        var page = await Sorted(chosen, filter.Sort).Skip((Math.Max(1, filter.Page) - 1) * ReferenceFilter.PageSize).Take(ReferenceFilter.PageSize)
            .Select(reference => new
            {
                reference.Code,
                reference.CitationKey,
                reference.Title,
                reference.Authors,
                reference.Year,
                reference.Type,
                Offerings = reference.Offerings.Select(offering => offering.OfferingId).ToList(),
                HasNote = db.Set<ReadingNote>().Any(note => note.ReferenceId == reference.Id && note.Text.Text != ""),
                Files = db.Set<Attachment>().Count(file => file.ReferenceId == reference.Id),
                Excerpts = db.Set<Excerpt>().Count(excerpt => db.Set<SourceText>().Any(text => text.Id == excerpt.SourceTextId && text.OriginId == reference.Id)),
            }).AsSplitQuery().ToListAsync(cancellation);
        var mayWrite = access.May(Permission.WriteReferences);
        var waiting = mayWrite
            ? await db.Set<LiteratureFile>().AsNoTracking().Where(file => file.StudyId == access.StudyId && file.TakenAt == null).OrderByDescending(file => file.BroughtAt)
                .Take(10).Select(file => new WaitingLiterature(file.Id, file.FileName, file.Size, file.BroughtAt)).ToListAsync(cancellation)
            : [];
        return new ReferenceList(
            [.. page.Select(row => new ReferenceRow(
                row.Code, row.CitationKey, row.Title, row.Authors, row.Year, row.Type,
                [.. row.Offerings.Select(id => codes[id]).Order(StringComparer.Ordinal)], row.HasNote, row.Files, row.Excerpts))],
            total, inStudy, offerings, types, waiting, mayWrite);
    }

    private IQueryable<Reference> Chosen(IQueryable<Reference> references, ReferenceFilter filter, List<ReferenceOfferingChoice> offerings)
    {
        foreach (var word in TitleKey.Words(filter.Search).Take(12)) references = references.Where(reference => reference.SearchText.Contains(word));
        if (filter.Offering is { Length: > 0 } code)
        {
            var wanted = offerings.Find(offering => offering.Code == code)?.Id ?? Guid.Empty;
            references = references.Where(reference => reference.Offerings.Any(offering => offering.OfferingId == wanted));
        }

        if (filter.Type is { Length: > 0 } type) references = references.Where(reference => reference.Type == type);
        return filter.Without switch
        {
            ReferenceGap.Note => references.Where(reference => !db.Set<ReadingNote>().Any(note => note.ReferenceId == reference.Id && note.Text.Text != "")),
            ReferenceGap.File => references.Where(reference => !db.Set<Attachment>().Any(file => file.ReferenceId == reference.Id)),
            ReferenceGap.Offering => references.Where(reference => !reference.Offerings.Any()),
            ReferenceGap.Year => references.Where(reference => reference.Year == null),
            _ => references,
        };
    }

    // Codes grow with a figure at D-100: length first keeps them in the order of their numbers.
    private static IOrderedQueryable<Reference> Sorted(IQueryable<Reference> references, string? sort) => sort switch
    {
        "-code" => references.OrderByDescending(reference => reference.Code.Length).ThenByDescending(reference => reference.Code),
        "authors" => references.OrderBy(reference => reference.Authors).ThenBy(reference => reference.Id),
        "-authors" => references.OrderByDescending(reference => reference.Authors).ThenBy(reference => reference.Id),
        "title" => references.OrderBy(reference => reference.Title).ThenBy(reference => reference.Id),
        "-title" => references.OrderByDescending(reference => reference.Title).ThenBy(reference => reference.Id),
        "year" => references.OrderBy(reference => reference.Year).ThenBy(reference => reference.Id),
        "-year" => references.OrderByDescending(reference => reference.Year).ThenBy(reference => reference.Id),
        _ => references.OrderBy(reference => reference.Code.Length).ThenBy(reference => reference.Code),
    };
}
