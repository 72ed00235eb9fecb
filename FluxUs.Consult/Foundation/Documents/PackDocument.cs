using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>
/// Several documents as one, with a cover and a table of contents. Each chapter starts on a new page and its title is
/// what the contents and the bookmarks say.
/// </summary>
public sealed record PackDocument(DocumentDetails Details, ImmutableArray<FicheDocument> Chapters)
{
    internal PackFront Front => new(Details) { Cover = Cover, Logo = Logo, ContentsTitle = ContentsTitle };

    /// <summary>What stands on the cover under its title, such as the study, the date and the number of fiches.</summary>
    public ImmutableArray<Block> Cover { get; init; } = [];

    /// <summary>Stands above the title on the cover.</summary>
    public Logo? Logo { get; init; }

    /// <summary>The heading of the table of contents, in the language of the pack.</summary>
    public string ContentsTitle { get; init; } = "";
}

/// <summary>What stands before the chapters of a pack: its cover and its table of contents.</summary>
public sealed record PackFront(DocumentDetails Details)
{
    /// <summary>What stands on the cover under its title, such as the study, the date and the number of fiches.</summary>
    public ImmutableArray<Block> Cover { get; init; } = [];

    /// <summary>Stands above the title on the cover.</summary>
    public Logo? Logo { get; init; }

    /// <summary>The heading of the table of contents, in the language of the pack.</summary>
    public string ContentsTitle { get; init; } = "";
}
