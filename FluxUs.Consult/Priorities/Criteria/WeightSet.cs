using System.Globalization;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Priorities;

/// <summary>Whose weights they are.</summary>
public enum WeightHolder
{
    /// <summary>The study's, by which it ranks.</summary>
    Study,
    /// <summary>One committee member's own.</summary>
    Member,
    /// <summary>A group of stakeholders', as the manager gathered them.</summary>
    Group,
}

/// <summary>How weights were asked for.</summary>
public enum WeightMethod
{
    /// <summary>Points are shared out, a hundred as a rule.</summary>
    Points,
    /// <summary>How much a swing from the worst to the best step matters, the greatest being 100 (D. von Winterfeldt and
    /// W. Edwards, 1986); the parts of the sum are the weights.</summary>
    Swing,
}

/// <summary>One set of weights. Each change of it is on record with its reason.</summary>
public sealed class WeightSet : IVersioned
{
    private readonly List<CriterionWeight> _weights = [];
    private readonly List<WeightChange> _changes = [];

    private WeightSet() => Name = "";

    private WeightSet(Guid studyId, WeightHolder holder, Guid? memberId, string name) =>
        (Id, StudyId, Holder, MemberId, Name) = (Guid.CreateVersion7(), studyId, holder, memberId, name.Trim());

    public static WeightSet OfStudy(Guid studyId) => new(studyId, WeightHolder.Study, null, "");

    public static WeightSet OfMember(Guid studyId, Guid memberId) => new(studyId, WeightHolder.Member, memberId, "");

    public static WeightSet OfGroup(Guid studyId, string name) => new(studyId, WeightHolder.Group, null, name);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public WeightHolder Holder { get; private set; }
    public Guid? MemberId { get; private set; }
    /// <summary>The group's name; empty for the others.</summary>
    [Longest(LongestAttribute.Line)] public string Name { get; private set; }
    public WeightMethod Method { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<CriterionWeight> Weights => _weights;
    public IReadOnlyList<WeightChange> Changes => _changes;

    /// <param name="values">Points or swings by criterion, with the criterion's code for the record.</param>
    public void Weigh(WeightMethod method, IReadOnlyList<(Guid CriterionId, string Code, decimal Value)> values, string reason, Guid by, DateTime at)
    {
        Method = method;
        _weights.RemoveAll(weight => values.All(value => value.CriterionId != weight.CriterionId));
        foreach (var (criterion, _, value) in values)
        {
            if (_weights.Find(weight => weight.CriterionId == criterion) is { } present) present.Value = value;
            else _weights.Add(new CriterionWeight(Id, criterion, value));
        }

        _changes.Add(new WeightChange(Id, method, string.Join(" · ", values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Code} {value.Value:0.##}"))), reason.Trim(), by, at));
    }
}

/// <summary>What one criterion weighs in one set: points or a swing, not negative.</summary>
public sealed class CriterionWeight
{
    private CriterionWeight() { }

    internal CriterionWeight(Guid weightSetId, Guid criterionId, decimal value) => (WeightSetId, CriterionId, Value) = (weightSetId, criterionId, value);

    public Guid WeightSetId { get; private set; }
    public Guid CriterionId { get; private set; }
    public decimal Value { get; internal set; }
}

/// <summary>One change of a weight set, with its reason; never changed again.</summary>
public sealed class WeightChange
{
    private WeightChange() => (Values, Reason) = ("", "");

    internal WeightChange(Guid weightSetId, WeightMethod method, string values, string reason, Guid by, DateTime at) =>
        (Id, WeightSetId, Method, Values, Reason, By, At) = (Guid.CreateVersion7(), weightSetId, method, values, reason, by, at);

    public Guid Id { get; private set; }
    public Guid WeightSetId { get; private set; }
    public WeightMethod Method { get; private set; }
    /// <summary>The weights after it: "C1 18 · C2 16".</summary>
    public string Values { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public string Reason { get; private set; }
    public Guid By { get; private set; }
    public DateTime At { get; private set; }
}

internal sealed class WeightSetConfiguration : IEntityTypeConfiguration<WeightSet>, IEntityTypeConfiguration<CriterionWeight>, IEntityTypeConfiguration<WeightChange>
{
    public void Configure(EntityTypeBuilder<WeightSet> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(set => set.StudyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(set => set.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(set => new { set.StudyId, set.Holder, set.MemberId, set.Name }).IsUnique();
        builder.HasMany(set => set.Weights).WithOne().HasForeignKey(weight => weight.WeightSetId);
        builder.HasMany(set => set.Changes).WithOne().HasForeignKey(change => change.WeightSetId);
        builder.Navigation(set => set.Weights).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(set => set.Changes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<CriterionWeight> builder)
    {
        builder.HasKey(weight => new { weight.WeightSetId, weight.CriterionId });
        builder.HasOne<Criterion>().WithMany().HasForeignKey(weight => weight.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WeightChange> builder) => builder.HasIndex(change => change.WeightSetId);
}
