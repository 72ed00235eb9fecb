using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <param name="Text">Null when its text is not yet open to this reader.</param>
public sealed record ExcerptToBind(Guid Id, string SourceCode, SourceKind Kind, Worded? Text, IReadOnlyList<Guid> OfferingIds)
{
    public bool IsVoice => Kind is SourceKind.Transcript or SourceKind.InterviewNotes;
}

/// <summary>Excerpts that a finding could rest on: of its offerings, not yet bound, of texts that the reader may open.</summary>
public sealed class FindExcerptsToBind(ConsultDbContext db)
{
    /// <summary>More than a person looks through; the words searched for narrow it down.</summary>
    public const int Most = 20;

    /// <param name="findingCode">The finding, or null for a new one.</param>
    /// <param name="words">A source's code (E-12) or words of the excerpt; empty for all.</param>
    public async Task<Outcome<IReadOnlyList<ExcerptToBind>>> Run(StudyAccess access, string? findingCode, string? words, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        var excerpts = db.Set<Excerpt>().AsNoTracking()
            .Join(db.Set<SourceText>().Where(SourceReading.OpenTo(access)), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt, text });
        if (findingCode is { Length: > 0 })
        {
            var finding = await db.Set<Finding>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.Code == findingCode)
                .Select(found => new { found.Id, Offerings = found.Offerings.Select(offering => offering.OfferingId).ToList() }).FirstOrDefaultAsync(cancellation);
            if (finding is null) return Outcome.NotFound;
            excerpts = excerpts.Where(both => !db.Set<FindingEvidence>().Any(evidence => evidence.FindingId == finding.Id && evidence.ExcerptId == both.excerpt.Id));
            if (finding.Offerings.Count > 0)
                excerpts = excerpts.Where(both => both.excerpt.Offerings.Any(offering => finding.Offerings.Contains(offering.OfferingId)));
        }

        if (words?.Trim() is { Length: > 0 } wanted)
            excerpts = excerpts.Where(both => both.text.Code == wanted || both.excerpt.Quote.Contains(wanted));
        return await excerpts.OrderBy(both => both.text.Code).ThenBy(both => both.excerpt.Start).Take(Most)
            .Select(both => new ExcerptToBind(both.excerpt.Id, both.text.Code, both.text.Kind, new Worded(both.excerpt.Quote, both.text.Language),
                both.excerpt.Offerings.Select(offering => offering.OfferingId).ToList()))
            .ToListAsync(cancellation);
    }

    /// <summary>These excerpts, as they were chosen in a list; those of another study are left out.</summary>
    public async Task<Outcome<IReadOnlyList<ExcerptToBind>>> Chosen(StudyAccess access, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        var open = db.Set<SourceText>().Where(SourceReading.OpenTo(access));
        return await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && ids.Contains(excerpt.Id))
            .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt, text })
            .OrderBy(both => both.text.Code).ThenBy(both => both.excerpt.Start)
            .Select(both => new ExcerptToBind(both.excerpt.Id, both.text.Code, both.text.Kind,
                open.Any(text => text.Id == both.text.Id) ? new Worded(both.excerpt.Quote, both.text.Language) : null,
                both.excerpt.Offerings.Select(offering => offering.OfferingId).ToList()))
            .ToListAsync(cancellation);
    }
}
