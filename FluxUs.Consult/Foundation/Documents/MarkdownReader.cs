using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents.Prose;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>What prose points at with <c>[@kind:key]</c>.</summary>
public enum FactKind { Finding, Quote, Number, Source }

public sealed record FactToken(FactKind Kind, string Key)
{
    /// <summary>As it is typed: <c>[@finding:K-07]</c>.</summary>
    public override string ToString() => $"[@{Kind switch
    {
        FactKind.Finding => "finding",
        FactKind.Quote => "quote",
        FactKind.Number => "number",
        _ => "source",
    }}:{Key}]";
}

/// <summary>What a token prints, or null where nothing is known under that key.</summary>
public delegate ImmutableArray<Inline>? TokenLookup(FactToken token);

public enum MarkdownFault { TooLong, TooDeep, TableTooLarge }

/// <summary>Why a text was not read, and at which line of it, from 1.</summary>
public sealed record MarkdownRefusal(MarkdownFault Fault, int Line);

/// <summary>
/// What a text says, or why it was refused. Tokens that nobody knows stand in the text as they were typed and are
/// listed once each, in their order; so are all tokens that were used.
/// </summary>
public sealed record MarkdownReading(ImmutableArray<Block> Blocks, ImmutableArray<FactToken> Tokens, ImmutableArray<FactToken> Unknown)
{
    public MarkdownRefusal? Refusal { get; init; }
}

/// <summary>
/// Reads the Markdown that people type (CommonMark with pipe tables, https and mailto links only, no raw HTML, no
/// images) in bounded time: what is longer than <see cref="MaxBytes"/> or nested deeper than <see cref="MaxDepth"/> is
/// refused with its line.
/// </summary>
public static class MarkdownReader
{
    /// <summary>In UTF-8.</summary>
    public const int MaxBytes = 20 * 1024;

    /// <summary>Quotes and lists within each other.</summary>
    public const int MaxDepth = 32;

    /// <summary>A first-level heading of the text becomes <paramref name="topLevel"/> (1 to 3), the others follow.</summary>
    public static MarkdownReading Read(string text, TokenLookup? lookup = null, int topLevel = 3)
    {
        if (MarkdownLimits.Check(text) is { } refusal) return Refused(refusal);
        if (MarkdownSyntax.Parse(text) is not { } document) return Refused(new(MarkdownFault.TooDeep, MarkdownSyntax.DeepLine(text)));
        var conversion = new MarkdownConversion(lookup ?? (_ => null), topLevel);
        var blocks = conversion.Convert(document);
        return new(blocks, [.. conversion.Tokens], [.. conversion.Unknown]);
    }

    /// <summary>What a text says, without marks and without what its tokens print, one line a block; what is refused stands as it was typed.</summary>
    public static string Words(string text)
    {
        var reading = Read(text, _ => []);
        return reading.Refusal is null ? PlainText.Of(reading.Blocks) : text;
    }

    private static MarkdownReading Refused(MarkdownRefusal refusal) => new([], [], []) { Refusal = refusal };
}
