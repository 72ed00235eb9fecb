using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="HeldOn">The day of the meeting.</param>
/// <param name="Present">The accounts of the members who took part.</param>
public sealed record FreezeDecisionRequest(Guid Operation, int Version, DateOnly? HeldOn, IReadOnlyList<Guid> Present);

/// <summary>Freezes the decision that is open with its date, its people, the ranking it stands on and its reasons.</summary>
public sealed class FreezeDecision(ConsultDbContext db, RankOfferings ranking, TimeProvider time)
{
    public async Task<Outcome<int>> Handle(StudyAccess access, FreezeDecisionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.PrepareDecisions)) return Outcome.Forbidden;
        var now = time.GetUtcNow().UtcDateTime;
        if (request.HeldOn is not { } heldOn || heldOn > DateOnly.FromDateTime(time.GetLocalNow().DateTime)) return Outcome.Refused<PrioritiesTexts>("DecisionNeedsDay", nameof(request.HeldOn));
        if (request.Present.Count == 0) return Outcome.Refused<PrioritiesTexts>("DecisionNeedsPeople", nameof(request.Present));
        // The draws are made before the database is locked for all; below they are remembered, unless the grid has changed meanwhile.
        await ranking.Of(access.StudyId, cancellation);
        return await db.Write<int>(access.Actor, request.Operation, async () =>
        {
            if (await db.Open(access, cancellation) is not { } decision) return Outcome.NotFound;
            if (decision.TieIsOpen) return Outcome.Refused<PrioritiesTexts>("TieIsOpen");
            if (decision.Lines.All(line => !line.IsRetained)) return Outcome.Refused<PrioritiesTexts>("NothingRetained");
            if (!decision.StandOn(await ranking.Of(access.StudyId, cancellation))) return Outcome.Refused<PrioritiesTexts>("RankingMoved");
            // Whoever voted took part, present at the end or not.
            var took = request.Present.Concat(decision.Votes.Select(vote => vote.MemberId)).Distinct().ToList();
            var members = await db.Set<Membership>().Where(member => member.StudyId == access.StudyId && took.Contains(member.AccountId))
                .Join(db.Set<Account>(), member => member.AccountId, account => account.Id, (member, account) => new { account.Id, account.DisplayName, member.Title, member.Roles })
                .ToListAsync(cancellation);
            if (request.Present.Any(present => members.TrueForAll(member => member.Id != present))) return Outcome.NotFound;
            var interests = await db.Set<DeclaredInterest>().Where(found => found.StudyId == access.StudyId && found.TakenBackAt == null)
                .Join(db.Set<Offering>(), found => found.OfferingId, offering => offering.Id, (found, offering) => new { found.MemberId, offering.Code, found.Words }).ToListAsync(cancellation);
            db.Expect(decision, request.Version);
            decision.Freeze(heldOn, members.OrderByDescending(member => member.Roles.HasFlag(Roles.Committee)).ThenBy(member => member.DisplayName, StringComparer.CurrentCulture)
                .Select((member, order) => new DecisionPerson(
                    decision.Id, order, member.DisplayName, member.Title, member.Roles.HasFlag(Roles.Committee), decision.Votes.Any(vote => vote.MemberId == member.Id),
                    string.Join(" ; ", interests.Where(interest => interest.MemberId == member.Id).Select(interest => $"{interest.Code} : {interest.Words}")))),
                access.Actor.Id, now);
            return decision.Number;
        }, cancellation);
    }
}
