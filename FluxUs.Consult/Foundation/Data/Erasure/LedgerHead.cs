using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Foundation.Data.Erasure;

/// <summary>Where the erasure ledger stood when the database last wrote to it or compared itself with it. The ledger may be ahead of it,
/// never behind.</summary>
/// <param name="Count">Lines.</param>
/// <param name="Hash">Of the last line.</param>
public sealed record LedgerHead(int Count, string Hash)
{
    /// <summary>Of a ledger without a line.</summary>
    public static readonly LedgerHead Empty = new(0, new string('0', 64));
}

/// <summary>The head as the database keeps it: one row.</summary>
internal sealed class KeptLedgerHead : IUnaudited
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;
    public int Count { get; private set; }
    public string Hash { get; private set; } = "";

    public LedgerHead Head => new(Count, Hash);

    public void Follow(LedgerHead head) => (Count, Hash) = (head.Count, head.Hash);
}

internal sealed class KeptLedgerHeadConfiguration : IEntityTypeConfiguration<KeptLedgerHead>
{
    public void Configure(EntityTypeBuilder<KeptLedgerHead> builder)
    {
        builder.ToTable("LedgerHead");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Ignore(head => head.Head);
    }
}
