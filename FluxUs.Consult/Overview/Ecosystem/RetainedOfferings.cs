using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>Which offerings are retained: those of the last decision that was frozen; none before that.</summary>
public sealed class RetainedOfferings(ConsultDbContext db)
{
    public async Task<IReadOnlySet<Guid>> Of(Guid studyId, CancellationToken cancellation) =>
        (await db.Set<Decision>().AsNoTracking().Where(decision => decision.StudyId == studyId && decision.FrozenAt != null).OrderByDescending(decision => decision.Number).Take(1)
            .SelectMany(decision => decision.Lines).Where(line => line.IsRetained).Select(line => line.OfferingId).ToListAsync(cancellation)).ToHashSet();
}
