using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Evidence;

/// <summary>An excerpt at one moment, without its words: they stand in the version of the text.</summary>
public sealed record ExcerptState(
    Guid Id, int Number, int TextVersion, int Start, int Length, Guid? StageId, IReadOnlyList<Guid> Tags, IReadOnlyList<Guid> Offerings,
    Guid CodedBy, DateTime CodedAt, string Memo)
{
    public static ExcerptState Of(Excerpt excerpt) => new(
        excerpt.Id, excerpt.Number, excerpt.TextVersion, excerpt.Start, excerpt.Length, excerpt.StageId,
        [.. excerpt.Tags.Select(tag => tag.TagId).Order()], [.. excerpt.Offerings.Select(offering => offering.OfferingId).Order()],
        excerpt.CodedBy, excerpt.CodedAt, excerpt.Memo.Text);

    /// <summary>The same for the same coding: what a form was filled in on. The memo has revisions of its own.</summary>
    [JsonIgnore]
    public string Mark
    {
        get
        {
            var coding = string.Join('|', Id, TextVersion, Start, Length, StageId, string.Join(',', Tags), string.Join(',', Offerings));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(coding)).AsSpan(0, 8));
        }
    }
}

/// <summary>One act of one person on the excerpts of a text, kept so that it can be undone.</summary>
public sealed class CodingAct : IUnaudited
{
    private CodingAct() { }

    /// <param name="before">Null when the act made the excerpt.</param>
    /// <param name="after">Null when the act removed it.</param>
    public CodingAct(Guid sourceTextId, Guid by, DateTime at, ExcerptState? before, ExcerptState? after)
    {
        Id = Guid.CreateVersion7();
        (SourceTextId, By, At) = (sourceTextId, by, at);
        (BeforeJson, AfterJson) = (Json(before), Json(after));
    }

    public Guid Id { get; private set; }
    public Guid SourceTextId { get; private set; }
    public Guid By { get; private set; }
    public DateTime At { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public string? BeforeJson { get; private set; }
    public string? AfterJson { get; private set; }

    public ExcerptState? Before => State(BeforeJson);
    public ExcerptState? After => State(AfterJson);

    public void Undo(DateTime at) => UndoneAt = at;

    private static string? Json(ExcerptState? state) => state is null ? null : JsonSerializer.Serialize(state);

    private static ExcerptState? State(string? json) => json is null ? null : JsonSerializer.Deserialize<ExcerptState>(json);
}

internal sealed class CodingActConfiguration : IEntityTypeConfiguration<CodingAct>
{
    public void Configure(EntityTypeBuilder<CodingAct> builder)
    {
        builder.HasOne<SourceText>().WithMany().HasForeignKey(act => act.SourceTextId);
        builder.HasOne<Account>().WithMany().HasForeignKey(act => act.By);
        builder.Ignore(act => act.Before);
        builder.Ignore(act => act.After);
        builder.HasIndex(act => new { act.SourceTextId, act.By, act.At });
    }
}
