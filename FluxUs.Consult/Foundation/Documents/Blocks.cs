using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>A part of a document that starts on a line of its own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BandBlock), "band")]
[JsonDerivedType(typeof(HeadBlock), "head")]
[JsonDerivedType(typeof(MessagesBlock), "messages")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(FigureBlock), "figure")]
[JsonDerivedType(typeof(CalloutBlock), "callout")]
[JsonDerivedType(typeof(QuotationBlock), "quotation")]
[JsonDerivedType(typeof(EvidenceBlock), "evidence")]
[JsonDerivedType(typeof(GridBlock), "grid")]
[JsonDerivedType(typeof(RecommendationBlock), "recommendation")]
public abstract record Block
{
    /// <summary>Name of the place, for links and bookmarks; unique in its document.</summary>
    public string? Anchor { get; init; }

    /// <summary>Codes of what the block rests on, printed after its text.</summary>
    public ImmutableArray<string> Basis { get; init; } = [];
}

/// <summary>A title of level 1 to 3. Renderers close a gap in the levels, so that none is skipped.</summary>
public sealed record HeadingBlock(int Level, ImmutableArray<Inline> Inlines) : Block
{
    public int Level { get; } = Level is >= 1 and <= 3 ? Level : throw new ArgumentOutOfRangeException(nameof(Level));

    /// <summary>On paper it begins a page where less than this share of one is left; null for no such wish.</summary>
    public double? LeastShare { get; init; }
}

public enum ParagraphRole { Body, Lead, Small }

public sealed record ParagraphBlock(ImmutableArray<Inline> Inlines, ParagraphRole Role = ParagraphRole.Body) : Block;

/// <summary>An ordered list counts from <paramref name="Start"/>.</summary>
public sealed record ListBlock(bool Ordered, ImmutableArray<ListEntry> Entries, int Start = 1) : Block;

public sealed record ListEntry(ImmutableArray<Block> Blocks);

public enum CalloutTone { Note, Warning, Good }

public sealed record CalloutBlock(CalloutTone Tone, string Title, ImmutableArray<Block> Blocks) : Block;

/// <summary>Words of somebody else with the line that says whose, and their language when it is another.</summary>
public sealed record QuotationBlock(ImmutableArray<Block> Blocks, ImmutableArray<Inline> SourceLine) : Block
{
    public string? Language { get; init; }

    public EvidenceKind Voice { get; init; } = EvidenceKind.Voice;
}

/// <summary>What a claim rests on, each entry with its code, who or what it is, and what it says.</summary>
public sealed record EvidenceBlock(ImmutableArray<EvidenceEntry> Entries) : Block;

public sealed record EvidenceEntry(string Code, ImmutableArray<Inline> Label, ImmutableArray<Inline> Inlines)
{
    public string? Anchor { get; init; }

    /// <summary>The codes of others of whom the same is told: they share the line.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>As the line says them: "A-1, A-2".</summary>
    public string Codes() => string.Join(", ", [Code, .. Aliases]);
}

/// <summary>Labels with their values, side by side.</summary>
public sealed record GridBlock(ImmutableArray<GridPair> Pairs) : Block;

public sealed record GridPair(string Label, ImmutableArray<Inline> Inlines);
