using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents;

public enum HeadState { Draft, Review, Done, Stopped }

/// <summary>A band of colour that says by whom a fiche is: a name, and a logo beside it.</summary>
public sealed record BandBlock(string Name) : Block
{
    public Logo? Logo { get; init; }
}

/// <summary>The mark of an organisation or a study.</summary>
/// <param name="Alternative">What it shows or says, for those who do not see it.</param>
public sealed record Logo(Picture Picture, string Alternative);

/// <summary>
/// The head of a fiche: its flow and code, its title, and its state in words. All words come in the language of the
/// document; the title is the heading of level 1.
/// </summary>
public sealed record HeadBlock(string Flow, string Code, string Title) : Block
{
    public HeadState State { get; init; }

    public string StateWords { get; init; } = "";

    /// <summary>Such as "édition 2" or "projet".</summary>
    public string Edition { get; init; } = "";

    public string Date { get; init; } = "";

    /// <summary>Name of the language of the fiche.</summary>
    public string Language { get; init; } = "";
}

/// <summary>The fiche in one sentence, then its key messages.</summary>
public sealed record MessagesBlock(ImmutableArray<Inline> Sentence, ImmutableArray<KeyMessage> Messages) : Block;

/// <summary><paramref name="Basis"/> holds the codes that the message rests on.</summary>
public sealed record KeyMessage(ImmutableArray<Inline> Inlines, ImmutableArray<string> Basis);

/// <summary>
/// One recommendation: its number, its statement (a heading of level 3), its facts, its marks (confidence, strength)
/// and what it rests on.
/// </summary>
public sealed record RecommendationBlock(string Number, ImmutableArray<Inline> Statement, ImmutableArray<GridPair> Facts) : Block
{
    public ImmutableArray<Phrase> Marks { get; init; } = [];

    public string EvidenceTitle { get; init; } = "";

    public ImmutableArray<EvidenceEntry> Evidence { get; init; } = [];
}
