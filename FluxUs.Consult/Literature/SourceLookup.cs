using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>Tells Studies which documents a figure can come from.</summary>
internal sealed class SourceLookup(ConsultDbContext db) : ISourceLookup
{
    public async Task<IReadOnlyList<Source>> All(Guid studyId, CancellationToken cancellation) =>
        await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == studyId)
            .OrderBy(reference => reference.Code.Length).ThenBy(reference => reference.Code)
            .Select(reference => new Source(reference.Id, reference.Code, reference.CitationKey, reference.Title, "literature/" + reference.CitationKey))
            .ToListAsync(cancellation);
}
