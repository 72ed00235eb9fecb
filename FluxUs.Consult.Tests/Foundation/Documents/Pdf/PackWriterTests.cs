using System.Runtime.CompilerServices;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pdf;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class PackWriterTests
{
    [Fact]
    public void Chapter_by_chapter_gives_the_same_file_as_all_at_once()
    {
        var pack = new PackDocument(SampleFiche.Details(), [SampleFiche.Whole, SampleFiche.Whole]) { ContentsTitle = "Sommaire", Cover = [new ParagraphBlock(["Étude"])] };
        using var whole = Rendered.Of(pack);
        using var parts = new MemoryStream();

        var writer = new PdfEngine().Begin(new PackFront(pack.Details) { Cover = pack.Cover, ContentsTitle = pack.ContentsTitle }, PageStyle.A4, parts);
        foreach (var chapter in pack.Chapters) writer.Add(chapter);
        var report = writer.Finish();

        Assert.Equal(whole.Bytes, parts.ToArray());
        Assert.Equal(whole.Report.Pages, report.Pages);
    }

    [Fact]
    public void A_chapter_has_as_many_pages_as_its_document_alone()
    {
        // Some of them end with a few lines too many for their page.
        var chapters = Enumerable.Range(30, 30).Select(count => SampleFiche.Of([.. Enumerable.Range(1, count).Select(line => new ParagraphBlock([$"Alinéa {line}, d’une ligne."]))])).ToList();
        using var pack = Rendered.Of(new PackDocument(SampleFiche.Details(), [.. chapters, SampleFiche.Of(new ParagraphBlock(["Fin."]))]) { ContentsTitle = "Sommaire" });

        var alone = chapters.Select(chapter => new PdfEngine().Render(chapter, PageStyle.A4, Stream.Null)).ToList();
        var within = Enumerable.Range(1, chapters.Count).Select(at => pack.Report.PageOfAnchor[$"{at + 1}/"] - pack.Report.PageOfAnchor[$"{at}/"]);

        Assert.Equal(alone.Select(report => report.Pages), within);
        Assert.True(alone.Select(report => report.TextHeight).Distinct().Count() > 2);
        Assert.Empty(new PdfStructure(pack.Pdf).Faults);
    }

    [Fact]
    public void A_chapter_that_was_added_is_let_go()
    {
        var writer = new PdfEngine().Begin(new PackFront(SampleFiche.Details()) { ContentsTitle = "Sommaire" }, PageStyle.A4, Stream.Null);

        var chapter = Add(writer);
        GC.Collect();

        Assert.False(chapter.IsAlive);
        Assert.True(writer.Finish().Pages > 3);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Add(IPackWriter writer)
    {
        var chapter = new FicheDocument(SampleFiche.Details(), [new ParagraphBlock([new string('a', 100)]), .. SampleFiche.Whole.Blocks]);
        writer.Add(chapter);
        return new WeakReference(chapter.Blocks[0]);
    }

    [Fact]
    public void Structure_that_was_written_is_let_go()
    {
        using var memory = new MemoryStream();
        var tree = new StructureTree(new PdfFile(memory), StructureNode.Document());
        var section = new StructureNode("Sect", tree.Root);
        var paragraph = new StructureNode("P", section);
        paragraph.AddContent(7, 0);

        tree.Write(section);

        Assert.Empty(section.Kids);
        Assert.Empty(paragraph.Kids);
        Assert.False(section.IsEmpty);
        Assert.Single(tree.Root.Kids);
    }

    [Fact]
    public void Two_hundred_fiches_have_their_contents_and_bookmarks()
    {
        var chapter = SampleFiche.Of(new HeadBlock("Flux", "P01", "Titre"), new HeadingBlock(2, ["Suite"]), new ParagraphBlock(["Texte"]));
        using var pack = Rendered.Of(new PackDocument(SampleFiche.Details(), [.. Enumerable.Repeat(chapter, 200)]) { ContentsTitle = "Sommaire" });

        var structure = new PdfStructure(pack.Pdf);
        Assert.Empty(structure.Faults);
        Assert.Equal(200, structure.Tags.Count(tag => tag == "TOCI"));
        Assert.True(pack.Pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(202, bookmarks.Roots.Count);
    }
}
