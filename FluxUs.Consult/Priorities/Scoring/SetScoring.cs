using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Version">Of the settings that were seen; 0 when there were none.</param>
public sealed record SetScoringRequest(Guid Operation, int Version, int RetainedCount, int Draws, int Seed);

/// <summary>Says how many are to be retained, and with how many draws and which seed doubt is shown.</summary>
public sealed class SetScoring(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, SetScoringRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCriteria)) return Outcome.Forbidden;
        if (request.RetainedCount is < 1 or > 500) return Outcome.Refused<PrioritiesTexts>("RetainedCountOutOfRange", nameof(request.RetainedCount));
        if (request.Draws is < 100 or > 20_000) return Outcome.Refused<PrioritiesTexts>("DrawsOutOfRange", nameof(request.Draws));
        if (request.Seed < 0) return Outcome.Refused<PrioritiesTexts>("SeedOutOfRange", nameof(request.Seed));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var scoring = await db.Set<Scoring>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId, cancellation);
            if ((scoring?.Version ?? 0) != request.Version) return Outcome.Changed;
            if (scoring is null) db.Add(scoring = new Scoring(access.StudyId));
            else db.Expect(scoring, request.Version);
            scoring.Set(request.RetainedCount, request.Draws, request.Seed);
            return Nothing.Value;
        }, cancellation);
    }
}
