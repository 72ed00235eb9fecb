using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>What the committee's page tells of the choice.</summary>
/// <param name="TiedCodes">Those on whom a vote is open; empty when there is none.</param>
/// <param name="WaitsForMe">This member may vote and has not.</param>
/// <param name="LastNumber">Of the last frozen decision.</param>
public sealed record DecisionNotice(IReadOnlyList<string> TiedCodes, bool WaitsForMe, int? LastNumber, DateOnly? LastHeldOn);

/// <summary>Whether a vote waits for a member of the committee, and what was decided last.</summary>
public sealed class ReadDecisionNotice(ConsultDbContext db)
{
    public async Task<Outcome<DecisionNotice>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadDecisions)) return Outcome.Forbidden;
        var last = await db.Set<Decision>().Where(found => found.StudyId == access.StudyId && found.FrozenAt != null).OrderByDescending(found => found.Number)
            .Select(found => new { found.Number, found.HeldOn }).FirstOrDefaultAsync(cancellation);
        var open = await db.Set<Decision>().AsNoTracking().Include(found => found.Lines).Include(found => found.Votes).AsSplitQuery().OrderBy(found => found.Number)
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.FrozenAt == null, cancellation);
        var tied = open is { VotesCounted: false } ? open.Tied.Select(line => line.OfferingId).ToList() : [];
        if (tied.Count == 0) return new DecisionNotice([], false, last?.Number, last?.HeldOn);
        var codes = await db.Set<Offering>().Where(offering => tied.Contains(offering.Id)).OrderBy(offering => offering.Code).Select(offering => offering.Code).ToListAsync(cancellation);
        var isKeptOut = await db.Set<DeclaredInterest>().AnyAsync(found => found.MemberId == access.Actor.Id && tied.Contains(found.OfferingId), cancellation);
        return new DecisionNotice(
            codes, access.May(Permission.VoteOnDecisions) && !isKeptOut && open!.Votes.All(vote => vote.MemberId != access.Actor.Id), last?.Number, last?.HeldOn);
    }
}
