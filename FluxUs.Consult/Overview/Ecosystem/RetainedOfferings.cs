using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <param name="DecidedOn">The day of the meeting that decided; null before that.</param>
public sealed record Retained(IReadOnlySet<Guid> Offerings, DateOnly? DecidedOn);

/// <summary>Which offerings are retained: those of the last decision that was frozen; none before that.</summary>
public sealed class RetainedOfferings(ConsultDbContext db)
{
    public async Task<Retained> Of(Guid studyId, CancellationToken cancellation)
    {
        var lines = await db.Set<Decision>().AsNoTracking().Where(decision => decision.StudyId == studyId && decision.FrozenAt != null).OrderByDescending(decision => decision.Number).Take(1)
            .SelectMany(decision => decision.Lines, (decision, line) => new { decision.HeldOn, line.OfferingId, line.IsRetained }).ToListAsync(cancellation);
        return new Retained(lines.Where(line => line.IsRetained).Select(line => line.OfferingId).ToHashSet(), lines.FirstOrDefault()?.HeldOn);
    }
}
