using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>
/// Sets documents on pages and writes tagged PDF, or draws the pages. The same document and style give the same bytes. Engines are used by
/// several threads at once.
/// </summary>
public interface IPdfEngine
{
    PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Attachment> attachments);

    /// <summary>The same pages as pictures, for a screen; nothing is written.</summary>
    PagePictures Draw(FicheDocument document, PageStyle style);

    PdfReport Render(PackDocument pack, PageStyle style, Stream output);

    /// <summary>Begins a pack whose chapters come one by one, so that memory does not grow with their number.</summary>
    IPackWriter Begin(PackFront front, PageStyle style, Stream output);
}

/// <summary>A pack while it is written, by one thread at a time; the file is whole once it is finished.</summary>
public interface IPackWriter
{
    /// <summary>Each chapter begins on a new page; its title is what the contents and the bookmarks say.</summary>
    void Add(FicheDocument chapter);

    PdfReport Finish();
}

/// <summary>What an attached file is to its document, in the words of ISO 19005-3 (annex E).</summary>
public enum AttachmentRole { Data, Source, Alternative, Supplement }

/// <summary>
/// A file that travels within the PDF, such as the data of an edition, so that a machine can read what a person reads.
/// <paramref name="MediaType"/> is one such as <c>application/json</c>.
/// </summary>
public sealed record Attachment(string FileName, string MediaType, string Description, AttachmentRole Role, ReadOnlyMemory<byte> Content);

/// <summary>
/// What came of it. <paramref name="PageOfAnchor"/> says on which page, from 1, a named place begins;
/// <paramref name="MissingCharacters"/> lists what no typeface has and was printed as an empty box (U+25A1).
/// </summary>
public sealed record PdfReport(int Pages, ImmutableDictionary<string, int> PageOfAnchor, ImmutableArray<string> MissingCharacters)
{
    /// <summary>How much of its page lies below the beginning of a named place, in points.</summary>
    public ImmutableDictionary<string, double> RoomAtAnchor { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>How much of each page is left empty at its end, in points.</summary>
    public ImmutableArray<double> RoomOfPage { get; init; } = [];

    /// <summary>How much text a page holds between its margins, in points, as it was set.</summary>
    public double TextHeight { get; init; }

    /// <summary>Null where page 1 ends with what should end there, by <see cref="FicheDocument.FirstPageEnd"/>.</summary>
    public FirstPageOver? Over { get; init; }
}

/// <summary>
/// How a first page runs over in the setting, of all that the engine tries, in which it does so by the least: the engine chooses it once
/// this much goes.
/// </summary>
/// <param name="Points">How much must go for page 1 to end as it should, at least 1.</param>
/// <param name="LengthTo">How long all is down to the end of each named block, in points, were it on one page.</param>
public sealed record FirstPageOver(double Points, ImmutableDictionary<string, double> LengthTo);
