using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Priorities;

/// <summary>Why an offering is retained, or is not.</summary>
public enum DecisionGround
{
    /// <summary>Its rank says so; tied at the cut, nothing is said yet.</summary>
    Rank,
    /// <summary>It was tied at the cut, and the committee's vote parted them.</summary>
    Vote,
    /// <summary>Against what the ranking says, with a reason.</summary>
    Change,
}

/// <summary>Which offerings are retained with the committee: prepared from the ranking, then frozen with its date, people, ranking
/// and reasons. What changes later is a new decision.</summary>
public sealed class Decision : IVersioned
{
    private readonly List<DecisionLine> _lines = [];
    private readonly List<DecisionVote> _votes = [];
    private readonly List<DecisionPerson> _people = [];

    private Decision() => Weights = "";

    public Decision(Guid studyId, int number, Guid preparedBy, DateTime at) =>
        (Id, StudyId, Number, PreparedBy, PreparedAt, Weights) = (Guid.CreateVersion7(), studyId, number, preparedBy, at, "");

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>From 1 in each study.</summary>
    public int Number { get; private set; }
    public Guid PreparedBy { get; private set; }
    public DateTime PreparedAt { get; private set; }
    public int RetainedCount { get; private set; }
    public int Draws { get; private set; }
    public int Seed { get; private set; }
    /// <summary>"C1 18 · C2 16".</summary>
    public string Weights { get; private set; }
    /// <summary>How many without all their scores could still come among the retained when it was prepared.</summary>
    public int MayStillEnter { get; private set; }
    public bool VotesCounted { get; private set; }
    /// <summary>When votes were last taken back because what they had to part had changed; null when none ever was.</summary>
    public DateTime? VotesTakenBackAt { get; private set; }
    /// <summary>The day of the meeting that decided.</summary>
    public DateOnly? HeldOn { get; private set; }
    public DateTime? FrozenAt { get; private set; }
    public Guid? FrozenBy { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<DecisionLine> Lines => _lines;
    public IReadOnlyList<DecisionVote> Votes => _votes;
    public IReadOnlyList<DecisionPerson> People => _people;

    public bool IsFrozen => FrozenAt is not null;

    /// <summary>Those tied at the cut, when a tie there makes the set larger than what is to be retained.</summary>
    public IReadOnlyList<DecisionLine> Tied
    {
        get
        {
            var within = _lines.Where(line => line.Rank <= RetainedCount).ToList();
            if (within.Count <= RetainedCount) return [];
            var last = within.Max(line => line.Rank);
            return [.. within.Where(line => line.Rank == last)];
        }
    }

    /// <summary>How many of the tied there is room for.</summary>
    public int Seats => Tied is { Count: > 0 } tied ? RetainedCount - (tied[0].Rank!.Value - 1) : 0;

    /// <summary>The tied on whom the vote decides: those that no reasoned change has settled.</summary>
    public IReadOnlyList<DecisionLine> OnBallot => [.. Tied.Where(line => line.Ground != DecisionGround.Change)];

    /// <summary>For how many of them there is room.</summary>
    public int OpenSeats => Math.Clamp(Seats - Tied.Count(line => line.Ground == DecisionGround.Change && line.IsRetained), 0, OnBallot.Count);

    public bool IsTied(Guid offeringId) => Tied.Any(line => line.OfferingId == offeringId);

    /// <summary>Whether there is room for some on the ballot and not for all. Once reasons have filled every place, the others are not
    /// retained; once there are as many places as names, all are.</summary>
    public bool IsContested => OpenSeats > 0 && OpenSeats < OnBallot.Count;

    /// <summary>Whether some wait for the vote or for a reasoned change.</summary>
    public bool TieIsOpen => IsContested && !VotesCounted;

    /// <summary>Who has no vote: whoever declared an interest in any of the tied, on the ballot or settled for a reason.</summary>
    public IReadOnlySet<Guid> KeptOut(IEnumerable<DeclaredInterest> interests) => interests.Where(interest => IsTied(interest.OfferingId)).Select(interest => interest.MemberId).ToHashSet();

    /// <summary>Takes over the ranking as it stands: everyone above the cut is proposed, those tied at it wait.</summary>
    public void Propose(int retainedCount, int draws, int seed, string weights, int mayStillEnter, IEnumerable<DecisionLine> lines)
    {
        MustBeOpen();
        (RetainedCount, Draws, Seed, Weights, MayStillEnter) = (retainedCount, draws, seed, weights, mayStillEnter);
        _lines.Clear();
        _lines.AddRange(lines);
        foreach (var line in _lines) line.Follow(IsProposed(line));
    }

    /// <summary>Retains an offering, or does not, against what the ranking says.</summary>
    public void Change(Guid offeringId, bool isRetained, string reason, DateTime at) => Arrange(offeringId, at, line =>
    {
        if (!IsTied(offeringId) && IsProposed(line) == isRetained) line.Follow(isRetained);
        else line.Decide(isRetained, DecisionGround.Change, reason);
    });

    public void TakeBackChange(Guid offeringId, DateTime at) => Arrange(offeringId, at, line => line.Follow(IsProposed(line)));

    // A vote on other names or for other places than there are now says nothing: it is taken back.
    private void Arrange(Guid offeringId, DateTime at, Action<DecisionLine> change)
    {
        MustBeOpen();
        var (ballot, seats) = (OnBallot, OpenSeats);
        change(_lines.Single(found => found.OfferingId == offeringId));
        if (seats == OpenSeats && ballot.SequenceEqual(OnBallot)) return;
        if (_votes.Count > 0) VotesTakenBackAt = at;
        _votes.Clear();
        ReopenVotes();
    }

    private void ReopenVotes()
    {
        VotesCounted = false;
        // As many places as names: there is nothing to vote on, and they are in.
        var allFit = OpenSeats > 0 && !IsContested;
        foreach (var line in OnBallot) line.Follow(allFit);
    }

    /// <summary>A member's choice among the tied; it takes the place of what the member chose before.</summary>
    public void Vote(Guid memberId, IEnumerable<Guid> offeringIds, DateTime at)
    {
        MustBeOpen();
        var wanted = offeringIds.ToHashSet();
        _votes.RemoveAll(vote => vote.MemberId == memberId && !wanted.Contains(vote.OfferingId));
        wanted.ExceptWith(_votes.Where(vote => vote.MemberId == memberId).Select(vote => vote.OfferingId));
        _votes.AddRange(wanted.Select(offering => new DecisionVote(Id, memberId, offering, at)));
    }

    /// <summary>These members have no vote. A count that heard them is to be made again; the votes of the others stay.</summary>
    public void TakeBackVotes(IReadOnlySet<Guid> memberIds)
    {
        MustBeOpen();
        if (_votes.RemoveAll(vote => memberIds.Contains(vote.MemberId)) > 0) ReopenVotes();
    }

    /// <summary>Someone who was kept out votes again: a count made without them is to be made again; the votes of the others stay.</summary>
    public void Readmit()
    {
        MustBeOpen();
        if (VotesCounted) ReopenVotes();
    }

    public int VotesFor(Guid offeringId) => _votes.Count(vote => vote.OfferingId == offeringId);

    /// <summary>Parts the tied by the votes; one that was decided for a reason of its own keeps its place.</summary>
    /// <param name="reason">What is said beside those retained; may be empty.</param>
    /// <returns>False when the votes part them no more than the scores did: then nothing changes.</returns>
    public bool CountVotes(string reason)
    {
        MustBeOpen();
        if (!IsContested) return false;
        var ordered = OnBallot.OrderByDescending(line => VotesFor(line.OfferingId)).ToList();
        var seats = OpenSeats;
        if (VotesFor(ordered[seats - 1].OfferingId) == VotesFor(ordered[seats].OfferingId)) return false;
        for (var at = 0; at < ordered.Count; at++) ordered[at].Decide(at < seats, DecisionGround.Vote, at < seats ? reason : "", VotesFor(ordered[at].OfferingId));
        VotesCounted = true;
        return true;
    }

    /// <summary>Freezes the decision; nothing of it changes afterwards.</summary>
    public void Freeze(DateOnly heldOn, IEnumerable<DecisionPerson> people, Guid by, DateTime at)
    {
        MustBeOpen();
        if (TieIsOpen) throw new InvalidOperationException("A tie at the cut is still open.");
        (HeldOn, FrozenBy, FrozenAt) = (heldOn, by, at);
        _people.AddRange(people);
    }

    private bool IsProposed(DecisionLine line) => line.Rank <= RetainedCount && !IsTied(line.OfferingId);

    private void MustBeOpen()
    {
        if (IsFrozen) throw new InvalidOperationException("A frozen decision does not change.");
    }
}

/// <summary>One offering in a decision, with the figures that it was decided on.</summary>
public sealed class DecisionLine
{
    private DecisionLine() => Reason = "";

    /// <param name="score">From 0 to 100, to four decimals; null when it is not wholly scored, as are the others then.</param>
    public DecisionLine(Guid decisionId, Guid offeringId, decimal? score, int? rank, double? share, double? low, double? high) =>
        (DecisionId, OfferingId, Score, Rank, Share, Low, High, Reason) = (decisionId, offeringId, score, rank, share, low, high, "");

    public Guid DecisionId { get; private set; }
    public Guid OfferingId { get; private set; }
    public decimal? Score { get; private set; }
    /// <summary>1 + the number strictly above it.</summary>
    public int? Rank { get; private set; }
    /// <summary>Of the draws in which it is within the number to retain, from 0 to 1.</summary>
    public double? Share { get; private set; }
    /// <summary>With <see cref="High"/>, where nine draws in ten lie.</summary>
    public double? Low { get; private set; }
    public double? High { get; private set; }
    public bool IsRetained { get; private set; }
    public DecisionGround Ground { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public string Reason { get; private set; }
    /// <summary>With how many votes, where the vote decided; null else, and where the reason still says it.</summary>
    public int? CountedVotes { get; private set; }

    internal void Follow(bool isRetained) => Decide(isRetained, DecisionGround.Rank, "");

    internal void Decide(bool isRetained, DecisionGround ground, string reason, int? votes = null) =>
        (IsRetained, Ground, Reason, CountedVotes) = (isRetained, ground, reason.Trim(), votes);
}

/// <summary>One member's vote for one of the tied.</summary>
public sealed class DecisionVote
{
    private DecisionVote() { }

    internal DecisionVote(Guid decisionId, Guid memberId, Guid offeringId, DateTime at) => (DecisionId, MemberId, OfferingId, At) = (decisionId, memberId, offeringId, at);

    public Guid DecisionId { get; private set; }
    public Guid MemberId { get; private set; }
    public Guid OfferingId { get; private set; }
    public DateTime At { get; private set; }
}

/// <summary>Someone who took part in a decision, as the record prints it.</summary>
public sealed class DecisionPerson
{
    private DecisionPerson() => (Name, Title, Interests) = ("", new LocalText(""), "");

    /// <param name="interests">What the person declared an interest in, "P18 : ..."; empty when nothing.</param>
    public DecisionPerson(Guid decisionId, int order, string name, LocalText title, bool isCommittee, bool hasVoted, string interests) =>
        (DecisionId, Order, Name, Title, IsCommittee, HasVoted, Interests) = (decisionId, order, name, title, isCommittee, hasVoted, interests);

    public Guid DecisionId { get; private set; }
    public int Order { get; private set; }
    public string Name { get; private set; }
    public LocalText Title { get; private set; }
    public bool IsCommittee { get; private set; }
    public bool HasVoted { get; private set; }
    public string Interests { get; private set; }
}

internal sealed class DecisionConfiguration :
    IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<DecisionLine>, IEntityTypeConfiguration<DecisionVote>, IEntityTypeConfiguration<DecisionPerson>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(decision => decision.StudyId);
        builder.HasIndex(decision => new { decision.StudyId, decision.Number }).IsUnique();
        builder.HasMany(decision => decision.Lines).WithOne().HasForeignKey(line => line.DecisionId);
        builder.HasMany(decision => decision.Votes).WithOne().HasForeignKey(vote => vote.DecisionId);
        builder.HasMany(decision => decision.People).WithOne().HasForeignKey(person => person.DecisionId);
        builder.Navigation(decision => decision.Lines).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(decision => decision.Votes).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(decision => decision.People).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Ignore(decision => decision.Tied).Ignore(decision => decision.OnBallot);
    }

    public void Configure(EntityTypeBuilder<DecisionLine> builder)
    {
        builder.HasKey(line => new { line.DecisionId, line.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(line => line.OfferingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DecisionVote> builder)
    {
        builder.HasKey(vote => new { vote.DecisionId, vote.MemberId, vote.OfferingId });
        builder.HasOne<Account>().WithMany().HasForeignKey(vote => vote.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Offering>().WithMany().HasForeignKey(vote => vote.OfferingId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DecisionPerson> builder)
    {
        builder.HasKey(person => new { person.DecisionId, person.Order });
        builder.WasOfOneLanguage(person => person.Title);
    }
}
