using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>The last number given to a kind of thing in a study. A number is never given twice, also after removal.</summary>
public sealed class CodeSequence : IUnaudited
{
    public required Guid StudyId { get; init; }
    public required string Prefix { get; init; }
    public int Last { get; internal set; }
}

internal sealed class CodeSequenceConfiguration : IEntityTypeConfiguration<CodeSequence>
{
    public void Configure(EntityTypeBuilder<CodeSequence> builder) => builder.HasKey(sequence => new { sequence.StudyId, sequence.Prefix });
}

/// <summary>Gives the codes that people see: E-12, K-07, R-03, D-07, Q-12, X07, P01.</summary>
public sealed class CodeSequences(ConsultDbContext db)
{
    /// <summary>The next code; call it within the writing transaction.</summary>
    /// <param name="prefix">With its dash when the code has one: "E-", "X".</param>
    public async Task<string> Next(Guid studyId, string prefix, CancellationToken cancellation)
    {
        var sequence = await Find(studyId, prefix, cancellation);
        sequence.Last++;
        return prefix + sequence.Last.ToString("00", CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps a code that came with an import from being given again.</summary>
    public async Task Reserve(Guid studyId, string prefix, string code, CancellationToken cancellation)
    {
        if (!code.StartsWith(prefix, StringComparison.Ordinal)) return;
        if (!int.TryParse(code.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return;
        var sequence = await Find(studyId, prefix, cancellation);
        sequence.Last = Math.Max(sequence.Last, number);
    }

    private async Task<CodeSequence> Find(Guid studyId, string prefix, CancellationToken cancellation)
    {
        var found = await db.Set<CodeSequence>().FindAsync([studyId, prefix], cancellation);
        return found ?? db.Add(new CodeSequence { StudyId = studyId, Prefix = prefix }).Entity;
    }
}
