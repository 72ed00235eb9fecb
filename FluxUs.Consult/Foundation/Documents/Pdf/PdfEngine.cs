using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>
/// Our own engine: HarfBuzz shapes the text, we break lines, fill pages, tag what is on them and write the file. It
/// keeps nothing between two documents but the typefaces.
/// </summary>
public sealed class PdfEngine : IPdfEngine
{
    public PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Attachment> attachments)
    {
        var session = new PdfSession(document.Details, style, output);
        var pages = LayDocument(session, document, session.Root, "");
        return session.Finish(pages, attachments);
    }

    /// <summary>
    /// Chapters are laid first, so that the contents can name their pages; the reader sees cover and contents before
    /// them. Places are reported as <c>2/anchor</c> for the second chapter.
    /// </summary>
    public PdfReport Render(PackDocument pack, PageStyle style, Stream output)
    {
        var session = new PdfSession(pack.Details, style, output);
        var cover = new StructureNode("Sect", session.Root);
        var contents = new StructureNode("Sect", session.Root);
        var chapters = new List<DrawnPage>();
        var starts = new List<int>();
        foreach (var chapter in pack.Chapters)
        {
            starts.Add(chapters.Count);
            var language = chapter.Details.Language == pack.Details.Language ? null : chapter.Details.Language;
            var section = new StructureNode("Sect", session.Root) { Language = language };
            chapters.AddRange(LayDocument(session, chapter, section, Prefix(starts.Count)));
        }
        var front = LayFront(session, pack, cover, contents, starts);
        return session.Finish([.. front, .. chapters]);
    }

    // Before the names of a chapter's places, and alone the name of its beginning.
    private static string Prefix(int chapter) => FormattableString.Invariant($"{chapter}/");

    private static List<DrawnPage> LayDocument(PdfSession session, FicheDocument document, StructureNode node, string prefix)
    {
        var places = new PlaceNames(prefix, Anchors.Of(document.Blocks));
        var composer = new BlockComposer(session.Type, places, session.Style.TextHeight, new());
        var frame = new Frame(0, session.Style.TextWidth, node, document.Details.Language, session.Type.Prose);
        var slabs = composer.Document(document.Blocks, frame);
        return session.Lay(prefix.Length == 0 ? slabs : Named(slabs, prefix), document.Details.Footer);
    }

    /// <summary>Names the place where the slabs begin.</summary>
    private static IEnumerable<Slab> Named(IEnumerable<Slab> slabs, string place)
    {
        var first = true;
        foreach (var slab in slabs)
        {
            if (first) slab.Places.Add(place);
            first = false;
            yield return slab;
        }
    }

    private static List<DrawnPage> LayFront(PdfSession session, PackDocument pack, StructureNode cover, StructureNode contents, List<int> starts)
    {
        var places = new PlaceNames("0/", new HashSet<string>());
        var frame = new Frame(0, session.Style.TextWidth, cover, pack.Details.Language, session.Type.Prose);
        var pages = session.Lay(Composer().Cover(pack, frame), pack.Details.Footer);

        // The contents count themselves first: how many pages they fill does not depend on the numbers in them.
        var aside = Composer().Contents(pack.ContentsTitle, Entries(0), frame.Within(StructureNode.Document()));
        var length = Paginator.Place(aside, session.Style.TextHeight).Select(placement => placement.Page + 1).DefaultIfEmpty(1).Max();
        pages.AddRange(session.Lay(Composer().Contents(pack.ContentsTitle, Entries(pages.Count + length), frame.Within(contents)), pack.Details.Footer));
        return pages;

        ContentsComposer Composer() =>
            new(new BlockComposer(session.Type, places, session.Style.TextHeight, new()), session.Type, new RunningText(session.Type, places));

        IEnumerable<ContentsEntry> Entries(int before) => pack.Chapters.Select((chapter, at) =>
            new ContentsEntry(chapter.Details.Title, Prefix(at + 1), before + starts[at] + 1, chapter.Details.Language));
    }
}
