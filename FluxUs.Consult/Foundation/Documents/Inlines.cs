using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>A piece of running text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextRun), "text")]
[JsonDerivedType(typeof(Emphasis), "emphasis")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Soft), "soft")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(LanguageSpan), "language")]
[JsonDerivedType(typeof(CodeReference), "code")]
[JsonDerivedType(typeof(ConfidenceMark), "confidence")]
[JsonDerivedType(typeof(LineBreak), "break")]
public abstract record Inline
{
    public static implicit operator Inline(string text) => new TextRun(text);
}

public sealed record TextRun(string Text) : Inline;

public sealed record Emphasis(ImmutableArray<Inline> Inlines) : Inline;

public sealed record Strong(ImmutableArray<Inline> Inlines) : Inline;

/// <summary>Said in a lower voice: a remark beside the text.</summary>
public sealed record Soft(ImmutableArray<Inline> Inlines) : Inline;

/// <summary>
/// <paramref name="Address"/> is an https or mailto address, or <c>#anchor</c> for a place in the same document;
/// anything else is printed without a link.
/// </summary>
public sealed record Link(string Address, ImmutableArray<Inline> Inlines) : Inline;

/// <summary>Words in another language than what surrounds them, as a BCP 47 tag.</summary>
public sealed record LanguageSpan(string Language, ImmutableArray<Inline> Inlines) : Inline;

/// <summary>The code of what a sentence rests on, such as E-12 or D-07; its kind follows from its first letter.</summary>
public sealed record CodeReference(string Code) : Inline;

/// <summary>Confidence as a four-step sign and a word: 1 very low to 4 high.</summary>
public sealed record ConfidenceMark(int Level, string Word) : Inline
{
    public int Level { get; } = Level is >= 1 and <= 4 ? Level : throw new ArgumentOutOfRangeException(nameof(Level));

    /// <summary>What the word is about, "Confiance", for those who hear a page; null where the words before it say so.</summary>
    public string? About { get; init; }
}

public sealed record LineBreak : Inline;

/// <summary>Running text that stands alone, in a cell or in a line of marks.</summary>
public sealed record Phrase(ImmutableArray<Inline> Inlines)
{
    public static implicit operator Phrase(string text) => new([text]);
}
