using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>
/// One file of several documents, written chapter by chapter: what a chapter was made of is let go when it is added.
/// Chapters are laid first, so that the contents can name their pages; the reader sees cover and contents before them.
/// Places are reported as <c>2/anchor</c> for the second chapter.
/// </summary>
internal sealed class PackWriter : IPackWriter
{
    private readonly PdfSession session;
    private readonly PackFront front;
    private readonly StructureNode cover;
    private readonly StructureNode contents;
    private readonly List<DrawnPage> pages = [];
    private readonly List<(string Title, string Language, string Sentence, int Start)> chapters = [];

    public PackWriter(PackFront front, PageStyle style, Stream output)
    {
        this.front = front;
        session = new PdfSession(front.Details, style, output, StructureNode.Document());
        cover = new StructureNode("Sect", session.Root);
        contents = new StructureNode("Sect", session.Root);
    }

    public void Add(FicheDocument chapter)
    {
        chapters.Add((chapter.Details.Title, chapter.Details.Language, InOneSentence(chapter), pages.Count));
        var language = chapter.Details.Language == front.Details.Language ? null : chapter.Details.Language;
        var prefix = Prefix(chapters.Count);
        var fitted = FittedDocument.Of(chapter, session.Setter.Style, () => StructureNode.Aside("Sect", session.Root, language), prefix);
        fitted.Node.Attach();
        pages.AddRange(session.Lay(Named(fitted.Slabs, prefix), fitted.Style, chapter.Details.Footer));
        session.Write(fitted.Node);
    }

    public PdfReport Finish()
    {
        var places = new PlaceNames("0/", new HashSet<string>());
        var frame = new Frame(0, session.Setter.Style.TextWidth, cover, front.Details.Language, session.Setter.Type.Prose);
        var before = session.Lay(Composer().Cover(front, frame), session.Setter.Style, front.Details.Footer);

        // The contents count themselves first: how many pages they fill does not depend on the numbers in them.
        var aside = Composer().Contents(front.ContentsTitle, Entries(0), frame.Within(StructureNode.Document()));
        var length = Paginator.Place(aside, session.Setter.Style.TextHeight).Select(placement => placement.Page + 1).DefaultIfEmpty(1).Max();
        before.AddRange(session.Lay(Composer().Contents(front.ContentsTitle, Entries(before.Count + length), frame.Within(contents)), session.Setter.Style, front.Details.Footer));
        return session.Finish([.. before, .. pages]);

        ContentsComposer Composer() =>
            new(new BlockComposer(session.Setter.Type, places, session.Setter.Style.TextHeight, new()), session.Setter.Type, new RunningText(session.Setter.Type, places));

        IEnumerable<ContentsEntry> Entries(int earlier) => chapters.Select((chapter, at) =>
            new ContentsEntry(chapter.Title, Prefix(at + 1), earlier + chapter.Start + 1, chapter.Language) { Sentence = chapter.Sentence });
    }

    /// <summary>What a chapter says of itself first, for the contents.</summary>
    private static string InOneSentence(FicheDocument chapter) => chapter.Blocks.Select(block => block switch
    {
        MessagesBlock messages => PlainText.Of(messages.Sentence),
        ParagraphBlock { Role: ParagraphRole.Lead } lead => PlainText.Of(lead.Inlines),
        _ => "",
    }).FirstOrDefault(words => words.Length > 0) ?? "";

    // Before the names of a chapter's places, and alone the name of its beginning.
    private static string Prefix(int chapter) => FormattableString.Invariant($"{chapter}/");

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
}
