using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>What the committee's page tells of the choice.</summary>
/// <param name="TiedCodes">Those on whom a vote is open; empty when there is none.</param>
/// <param name="WaitsForMe">This member may vote and has not.</param>
/// <param name="VoteAgain">Votes were taken back, because what they had to part had changed.</param>
/// <param name="WeightsWait">The criteria stand, this member may weigh them and has not, and nothing is decided yet.</param>
/// <param name="IsReleased">The scores are, and the ranking with them.</param>
/// <param name="LastNumber">Of the last frozen decision.</param>
public sealed record DecisionNotice(IReadOnlyList<string> TiedCodes, bool WaitsForMe, bool VoteAgain, bool WeightsWait, bool IsReleased, int? LastNumber, DateOnly? LastHeldOn)
{
    /// <summary>Something of the choice waits for this member.</summary>
    public bool AsksSomething => WaitsForMe || WeightsWait;

    public bool Says => TiedCodes.Count > 0 || WeightsWait || IsReleased || LastNumber is not null;
}

/// <summary>Whether a vote waits for a member of the committee, and what was decided last.</summary>
public sealed class ReadDecisionNotice(ConsultDbContext db)
{
    public async Task<Outcome<DecisionNotice>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadDecisions)) return Outcome.Forbidden;
        var last = await db.Set<Decision>().Where(found => found.StudyId == access.StudyId && found.FrozenAt != null).OrderByDescending(found => found.Number)
            .Select(found => new { found.Number, found.HeldOn }).FirstOrDefaultAsync(cancellation);
        var isReleased = await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == access.StudyId && scoring.ReleasedAt != null, cancellation);
        var weightsWait = last is null && access.May(Permission.WriteOwnWeights)
            && await db.Set<Criterion>().AnyAsync(criterion => criterion.StudyId == access.StudyId, cancellation)
            && !await db.Set<WeightSet>().AnyAsync(set => set.StudyId == access.StudyId && set.MemberId == access.Actor.Id, cancellation);
        var open = await db.Set<Decision>().AsNoTracking().Include(found => found.Lines).Include(found => found.Votes).AsSplitQuery().OrderBy(found => found.Number)
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.FrozenAt == null, cancellation);
        if (open is not { TieIsOpen: true }) return new DecisionNotice([], false, false, weightsWait, isReleased, last?.Number, last?.HeldOn);
        var tied = open.OnBallot.Select(line => line.OfferingId).ToList();
        var codes = await db.Set<Offering>().Where(offering => tied.Contains(offering.Id)).OrderBy(offering => offering.Code).Select(offering => offering.Code).ToListAsync(cancellation);
        var isKeptOut = open.KeptOut(await db.InterestsIn(access, cancellation)).Contains(access.Actor.Id);
        return new DecisionNotice(
            codes, access.May(Permission.VoteOnDecisions) && !isKeptOut && open.Votes.All(vote => vote.MemberId != access.Actor.Id), open.VotesTakenBackAt is not null, weightsWait, isReleased, last?.Number, last?.HeldOn);
    }
}
