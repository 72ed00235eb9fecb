using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>One criterion with its scale, the lowest value first.</summary>
public sealed record CriterionDetail(
    Guid Id, string Code, LocalText Name, LocalText ShortName, LocalText Description, CriterionDirection Direction, string Source, int Version, IReadOnlyList<ScaleStepContents> Steps);

/// <param name="Owner">The member's or the group's name; empty for the study's.</param>
/// <param name="IsMine">The reader's own.</param>
/// <param name="Values">As given, by the id of the criterion.</param>
/// <param name="Changes">The last first.</param>
public sealed record WeightSetDetail(
    Guid Id, WeightHolder Holder, string Owner, bool IsMine, WeightMethod Method, int Version, IReadOnlyDictionary<Guid, decimal> Values, IReadOnlyList<WeightChangeLine> Changes)
{
    /// <summary>The part of the sum, from 0 to 100.</summary>
    public decimal PartOf(Guid criterionId) => Values.Values.Sum() is > 0 and var sum ? 100 * Values.GetValueOrDefault(criterionId) / sum : 0;
}

public sealed record WeightChangeLine(DateTime At, string By, WeightMethod Method, string Values, string Reason);

public sealed record ScoringState(int RetainedCount, int Draws, int Seed, DateTime? ReleasedAt, int Version)
{
    public bool IsReleased => ReleasedAt is not null;
}

/// <param name="Sets">The study's first, then the groups', then the members' as far as the reader may see them.</param>
public sealed record CriteriaOverview(IReadOnlyList<CriterionDetail> Criteria, IReadOnlyList<WeightSetDetail> Sets, ScoringState Scoring)
{
    public WeightSetDetail? OfStudy => Sets.FirstOrDefault(set => set.Holder == WeightHolder.Study);
    public WeightSetDetail? Mine => Sets.FirstOrDefault(set => set.IsMine);
}

/// <summary>The criteria of a study, their weights, and how its scoring stands. Another member's weights show once the scores are
/// released, so that nobody weighs after another.</summary>
public sealed class ReadCriteria(ConsultDbContext db)
{
    public async Task<Outcome<CriteriaOverview>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCriteria)) return Outcome.Forbidden;
        var criteria = await db.Set<Criterion>().AsNoTracking().Include(criterion => criterion.Steps).Where(criterion => criterion.StudyId == access.StudyId)
            .OrderBy(criterion => criterion.Order).ThenBy(criterion => criterion.Code).ToListAsync(cancellation);
        var scoring = await db.Set<Scoring>().AsNoTracking().FirstOrDefaultAsync(found => found.StudyId == access.StudyId, cancellation) ?? new Scoring(access.StudyId);
        var sets = await db.Set<WeightSet>().AsNoTracking().Include(set => set.Weights).Include(set => set.Changes).AsSplitQuery()
            .Where(set => set.StudyId == access.StudyId && (set.Holder != WeightHolder.Member || set.MemberId == access.Actor.Id || scoring.IsReleased)).ToListAsync(cancellation);
        var people = sets.SelectMany(set => set.Changes.Select(change => change.By).Append(set.MemberId ?? Guid.Empty)).ToHashSet();
        var names = await db.Set<Account>().Where(account => people.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        return new CriteriaOverview(
            criteria.ConvertAll(Detail),
            [.. sets.OrderBy(set => set.Holder switch { WeightHolder.Study => 0, WeightHolder.Group => 1, _ => 2 }).ThenBy(set => set.Id).Select(set => new WeightSetDetail(
                set.Id, set.Holder, set.MemberId is { } member ? names.GetValueOrDefault(member, "") : set.Name, set.MemberId is { } owner && owner == access.Actor.Id, set.Method, set.Version,
                set.Weights.ToDictionary(weight => weight.CriterionId, weight => weight.Value),
                [.. set.Changes.OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Select(change => new WeightChangeLine(change.At, names.GetValueOrDefault(change.By, ""), change.Method, change.Values, change.Reason))]))],
            new ScoringState(scoring.RetainedCount, scoring.Draws, scoring.Seed, scoring.ReleasedAt, scoring.Version));
    }

    internal static CriterionDetail Detail(Criterion criterion) => new(
        criterion.Id, criterion.Code, criterion.Name, criterion.ShortName, criterion.Description, criterion.Direction, criterion.Source, criterion.Version,
        [.. criterion.Steps.OrderBy(step => step.Value).Select(step => new ScaleStepContents(step.Value, step.Words))]);
}
