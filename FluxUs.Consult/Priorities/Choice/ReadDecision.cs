using System.Globalization;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Label">Empty when the criterion is gone.</param>
/// <param name="Part">In percent of their sum.</param>
public sealed record DecidedWeight(string Code, LocalText Label, decimal Part);

/// <summary>One offering in a decision.</summary>
/// <param name="IsTied">Tied at the cut, where the tie makes the set larger than what is to be retained.</param>
/// <param name="IsOnBallot">Tied, and the vote decides on it.</param>
/// <param name="Votes">Only once counted, or for whoever prepares the decision.</param>
/// <param name="IsProposed">What the ranking says; null for the tied, of whom it says nothing.</param>
public sealed record DecisionRow(
    Guid OfferingId, string Code, LocalText Name, LocalText Label, decimal? Score, int? Rank, double? Share, double? Low, double? High, bool IsTied, bool IsOnBallot, bool? IsProposed, bool IsRetained, DecisionGround Ground, string Reason, int? Votes)
{
    /// <summary>With how many votes the vote decided; null where it did not, and where the reason says it.</summary>
    public int? CountedVotes { get; init; }

    /// <summary>Among how many.</summary>
    public int Ballot { get; init; }
}

/// <param name="TakenBackAt">When it was said to be a mistake; null while it stands.</param>
/// <param name="TakenBackBy">The name of who said so; empty while it stands.</param>
/// <param name="MayTakeBack">By this person, and no frozen decision has recorded it.</param>
public sealed record InterestRow(Guid Id, string Name, string OfferingCode, string Words, DateTime? TakenBackAt, string TakenBackBy, string TakenBackReason, bool MayTakeBack);

public sealed record MemberChoice(Guid Id, string Name, LocalText Title, bool IsCommittee, bool HasVoted);

public sealed record PersonRow(string Name, LocalText Title, bool IsCommittee, bool HasVoted, string Interests);

/// <param name="Weights">Those that it was decided by, in the order of the criteria.</param>
/// <param name="MayStillEnter">How many without all their scores could still come among the retained when it was prepared.</param>
/// <param name="Seats">For how many of those on the ballot there is room.</param>
/// <param name="IsContested">There is room for some on the ballot and not for all.</param>
/// <param name="VotesTakenBackAt">When votes were last taken back because what they had to part had changed.</param>
/// <param name="MyVotes">What this member voted for.</param>
/// <param name="KeptOut">A declared interest keeps this member from voting.</param>
/// <param name="RankingMoved">The ranking is no longer the one that it was prepared from.</param>
public sealed record DecisionDetail(
    Guid Id, int Number, string StudyName, string Language, int RetainedCount, int Draws, int Seed, IReadOnlyList<DecidedWeight> Weights, int MayStillEnter, string PreparedBy, DateTime PreparedAt, DateOnly? HeldOn, DateTime? FrozenAt, int Version,
    IReadOnlyList<DecisionRow> Rows, int Seats, bool IsContested, bool TieIsOpen, bool VotesCounted, DateTime? VotesTakenBackAt, IReadOnlyList<Guid> MyVotes, bool KeptOut, bool RankingMoved,
    IReadOnlyList<PersonRow> People)
{
    /// <summary>The tied on whom the vote decides.</summary>
    public IReadOnlyList<DecisionRow> OnBallot => [.. Rows.Where(row => row.IsOnBallot)];

    public bool IsFrozen => FrozenAt is not null;
    public IReadOnlyList<DecisionRow> Tied => [.. Rows.Where(row => row.IsTied)];
    public IReadOnlyList<DecisionRow> Retained => [.. Rows.Where(row => row.IsRetained)];
}

/// <param name="Open">The decision in preparation, or null.</param>
/// <param name="Frozen">The last first.</param>
public sealed record ChoiceOverview(
    DecisionDetail? Open, IReadOnlyList<DecisionDetail> Frozen, IReadOnlyList<InterestRow> Interests, IReadOnlyList<MemberChoice> Members, IReadOnlyList<(Guid Id, string Code, LocalText Label)> Offerings, bool MayPrepareNow);

/// <summary>The choice of a study: the decision in preparation, the frozen ones, who declared which interest.</summary>
public sealed class ReadDecision(ConsultDbContext db, RankOfferings ranking)
{
    /// <param name="number">Of one decision, or null for all.</param>
    public async Task<Outcome<ChoiceOverview>> Run(StudyAccess access, int? number, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadDecisions)) return Outcome.Forbidden;
        var decisions = await db.Set<Decision>().AsNoTracking().Include(found => found.Lines).Include(found => found.Votes).Include(found => found.People).AsSplitQuery()
            .Where(found => found.StudyId == access.StudyId && (number == null || found.Number == number)).OrderByDescending(found => found.Number).ToListAsync(cancellation);
        if (number is not null && decisions.Count == 0) return Outcome.NotFound;
        var study = await db.Set<Study>().AsNoTracking().Where(found => found.Id == access.StudyId).Select(found => new { found.Name, found.Language }).SingleAsync(cancellation);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code)
            .Select(offering => new { offering.Id, offering.Code, offering.Name, offering.ShortName }).ToListAsync(cancellation);
        var known = offerings.ToDictionary(offering => offering.Id, offering => (offering.Code, offering.Name, Label: offering.ShortName.IsEmpty ? offering.Name : offering.ShortName));
        var members = await db.Set<Membership>().AsNoTracking().Where(member => member.StudyId == access.StudyId)
            .Join(db.Set<Account>(), member => member.AccountId, account => account.Id, (member, account) => new { account.Id, account.DisplayName, member.Title, member.Roles }).ToListAsync(cancellation);
        var names = members.ToDictionary(member => member.Id, member => member.DisplayName);
        var declared = await db.Set<DeclaredInterest>().AsNoTracking().Where(found => found.StudyId == access.StudyId).OrderBy(found => found.Id).ToListAsync(cancellation);
        // Who left the study since keeps the name on record.
        var others = decisions.Select(found => found.PreparedBy).Concat(declared.Select(found => found.MemberId)).Concat(declared.Select(found => found.TakenBackBy ?? found.MemberId)).Where(id => !names.ContainsKey(id)).ToHashSet();
        foreach (var gone in await db.Set<Account>().Where(account => others.Contains(account.Id)).Select(account => new { account.Id, account.DisplayName }).ToListAsync(cancellation))
            names[gone.Id] = gone.DisplayName;
        var interests = declared.FindAll(found => found.Stands);
        var lastFrozenAt = await db.Set<Decision>().Where(found => found.StudyId == access.StudyId).MaxAsync(found => found.FrozenAt, cancellation);

        var criteria = await db.Set<Criterion>().AsNoTracking().Where(criterion => criterion.StudyId == access.StudyId)
            .ToDictionaryAsync(criterion => criterion.Code, criterion => criterion.ShortName.IsEmpty ? criterion.Name : criterion.ShortName, cancellation);
        var now = await ranking.Of(access.StudyId, cancellation);
        var open = decisions.Find(found => !found.IsFrozen);
        var details = decisions.ConvertAll(found => Detail(access, found, known, names, interests, criteria, study.Name.In(study.Language), study.Language, !found.IsFrozen && !found.StandOn(now)));
        return new ChoiceOverview(
            details.Find(found => !found.IsFrozen), details.FindAll(found => found.IsFrozen),
            [.. declared.Select(found => new InterestRow(
                found.Id, names.GetValueOrDefault(found.MemberId, ""), known[found.OfferingId].Code, found.Words, found.TakenBackAt, found.TakenBackBy is { } by ? names.GetValueOrDefault(by, "") : "", found.TakenBackReason,
                found.Stands && !(lastFrozenAt > found.DeclaredAt) && found.MayBeTakenBackBy(access.Actor.Id, access.May(Permission.PrepareDecisions))))],
            [.. members.OrderByDescending(member => member.Roles.HasFlag(Roles.Committee)).ThenBy(member => member.DisplayName, StringComparer.CurrentCulture)
                .Select(member => new MemberChoice(member.Id, member.DisplayName, member.Title, member.Roles.HasFlag(Roles.Committee), open?.Votes.Any(vote => vote.MemberId == member.Id) == true))],
            [.. offerings.Select(offering => (offering.Id, offering.Code, known[offering.Id].Label))], open is null && now.Gap is null);
    }

    // "C1 18 · C2 16", as the decision keeps them.
    private static List<DecidedWeight> Weights(string kept, Dictionary<string, LocalText> criteria)
    {
        var weights = kept.Split(" · ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ')).Where(one => one.Length == 2)
            .Select(one => (Code: one[0], Value: decimal.Parse(one[1], CultureInfo.InvariantCulture))).ToList();
        var sum = weights.Sum(one => one.Value);
        return weights.ConvertAll(one => new DecidedWeight(one.Code, criteria.GetValueOrDefault(one.Code, new LocalText("")), sum == 0 ? 0 : 100 * one.Value / sum));
    }

    private static DecisionDetail Detail(
        StudyAccess access, Decision decision, Dictionary<Guid, (string Code, LocalText Name, LocalText Label)> offerings, Dictionary<Guid, string> names,
        List<DeclaredInterest> interests, Dictionary<string, LocalText> criteria, string studyName, string language, bool rankingMoved)
    {
        var (tied, ballot) = (decision.Tied.Select(line => line.OfferingId).ToHashSet(), decision.OnBallot.Select(line => line.OfferingId).ToHashSet());
        // Nobody votes after another: the count shows when it is made. Whoever prepares sees how it stands.
        var showsVotes = decision.VotesCounted || decision.IsFrozen || access.May(Permission.PrepareDecisions);
        return new DecisionDetail(
            decision.Id, decision.Number, studyName, language, decision.RetainedCount, decision.Draws, decision.Seed, Weights(decision.Weights, criteria), decision.MayStillEnter, names.GetValueOrDefault(decision.PreparedBy, ""), decision.PreparedAt, decision.HeldOn, decision.FrozenAt, decision.Version,
            [.. decision.Lines.OrderBy(line => line.Rank ?? int.MaxValue).ThenByDescending(line => line.Share).ThenBy(line => offerings[line.OfferingId].Code, StringComparer.Ordinal).Select(line =>
            {
                var (code, name, label) = offerings[line.OfferingId];
                var isTied = tied.Contains(line.OfferingId);
                return new DecisionRow(
                    line.OfferingId, code, name, label, line.Score, line.Rank, line.Share, line.Low, line.High, isTied, ballot.Contains(line.OfferingId), isTied ? null : line.Rank <= decision.RetainedCount, line.IsRetained, line.Ground, line.Reason,
                    isTied && showsVotes ? decision.VotesFor(line.OfferingId) : null)
                {
                    CountedVotes = line.CountedVotes,
                    Ballot = ballot.Count,
                };
            })],
            decision.OpenSeats, decision.IsContested, decision.TieIsOpen, decision.VotesCounted, decision.VotesTakenBackAt, [.. decision.Votes.Where(vote => vote.MemberId == access.Actor.Id).Select(vote => vote.OfferingId)],
            decision.KeptOut(interests).Contains(access.Actor.Id), rankingMoved,
            [.. decision.People.OrderBy(person => person.Order).Select(person => new PersonRow(person.Name, person.Title, person.IsCommittee, person.HasVoted, person.Interests))]);
    }
}
