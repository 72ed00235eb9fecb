using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>Which offerings are retained: those for which a fiche is written.</summary>
public sealed class RetainedOfferings(ConsultDbContext db)
{
    public async Task<IReadOnlySet<Guid>> Of(Guid studyId, CancellationToken cancellation) =>
        (await db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.StudyId == studyId).Select(fiche => fiche.OfferingId).Distinct().ToListAsync(cancellation)).ToHashSet();
}
