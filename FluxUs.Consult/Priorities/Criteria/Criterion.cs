using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Priorities;

public enum CriterionDirection { HigherIsBetter, LowerIsBetter }

/// <summary>What a criterion says of itself.</summary>
/// <param name="Source">Which decision of the government asks for it.</param>
/// <param name="Steps">The scale: each value with what it means in words.</param>
public sealed record CriterionContents(
    LocalText Name, LocalText ShortName, LocalText Description, CriterionDirection Direction, string Source, IReadOnlyList<ScaleStepContents> Steps);

public sealed record ScaleStepContents(decimal Value, LocalText Words);

/// <summary>What offerings are judged by: a scale whose steps are described in words, a direction, and the decision of the
/// government that it comes from.</summary>
public sealed class Criterion : IVersioned
{
    private readonly List<ScaleStep> _steps = [];

    private Criterion() => Code = "";

    /// <param name="code">C1, unique in the study.</param>
    public Criterion(Guid studyId, string code, int order) => (Id, StudyId, Code, Order) = (Guid.CreateVersion7(), studyId, code, order);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string Code { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; } = new("");
    /// <summary>For heads of columns and pictures; empty when the name is short enough.</summary>
    [Longest(LongestAttribute.Line)] public LocalText ShortName { get; private set; } = new("");
    [Longest(LongestAttribute.Paragraph)] public LocalText Description { get; private set; } = new("");
    public CriterionDirection Direction { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public string Source { get; private set; } = "";
    public int Order { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ScaleStep> Steps => _steps;

    public void Describe(CriterionContents contents)
    {
        (Name, ShortName, Description, Direction, Source) = (contents.Name, contents.ShortName, contents.Description, contents.Direction, contents.Source.Trim());
        _steps.RemoveAll(step => contents.Steps.All(wanted => wanted.Value != step.Value));
        foreach (var wanted in contents.Steps)
        {
            if (_steps.Find(step => step.Value == wanted.Value) is { } present) present.Words = wanted.Words;
            else _steps.Add(new ScaleStep(Id, wanted.Value, wanted.Words));
        }
    }
}

/// <summary>One step of a criterion's scale: a value and what it means.</summary>
public sealed class ScaleStep
{
    private ScaleStep() => Words = new LocalText("");

    internal ScaleStep(Guid criterionId, decimal value, LocalText words) => (CriterionId, Value, Words) = (criterionId, value, words);

    public Guid CriterionId { get; private set; }
    public decimal Value { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public LocalText Words { get; internal set; }
}

internal sealed class CriterionConfiguration : IEntityTypeConfiguration<Criterion>, IEntityTypeConfiguration<ScaleStep>
{
    public void Configure(EntityTypeBuilder<Criterion> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(criterion => criterion.StudyId);
        builder.HasIndex(criterion => new { criterion.StudyId, criterion.Code }).IsUnique();
        builder.HasMany(criterion => criterion.Steps).WithOne().HasForeignKey(step => step.CriterionId);
        builder.Navigation(criterion => criterion.Steps).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<ScaleStep> builder) => builder.HasKey(step => new { step.CriterionId, step.Value });
}
