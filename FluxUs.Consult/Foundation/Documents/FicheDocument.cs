using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>
/// A document before it is set on a screen or on paper: a tree of blocks and what identifies it.
/// It never changes once made, and an edition stores it as it is (<see cref="DocumentJson"/>).
/// </summary>
public sealed record FicheDocument(DocumentDetails Details, ImmutableArray<Block> Blocks)
{
    /// <summary>The anchor of the block with whose last line page 1 should end, so that the page can be read alone; null for none.</summary>
    public string? FirstPageEnd { get; init; }

    /// <summary>What the sign of a confidence is heard as on paper where the text before it does not say so; empty for nothing.</summary>
    [JsonIgnore]
    public string ConfidenceWord { get; init; } = "";
}

/// <summary>What a reader's software shows of a document beside its text.</summary>
public sealed record DocumentDetails
{
    /// <summary>Shown in the window bar and in lists of files.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag of the language of all that says nothing else: fr, nl or en, a region may follow.</summary>
    public required string Language { get; init; }

    /// <summary>Same identifier, same date, same blocks: same bytes.</summary>
    public required Guid Identifier { get; init; }

    /// <summary>Comes from what is printed, an edition or a draft, never from the clock.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The organisation that answers for the document.</summary>
    public string Author { get; init; } = "";

    public string Subject { get; init; } = "";

    /// <summary>Stands at the foot of each page, beside the page number.</summary>
    public string Footer { get; init; } = "";
}
