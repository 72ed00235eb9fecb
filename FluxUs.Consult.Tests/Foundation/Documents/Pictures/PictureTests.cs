using CsCheck;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pictures;
using FluxUs.Consult.Tests.Foundation.Documents.Pdf;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pictures;

public sealed class PictureTests
{
    private static (List<byte[]> Rows, (int Width, int Height)? Size) Read(byte[] png, int most = 100)
    {
        var rows = new List<byte[]>();
        var size = PngPixels.Read(png, PictureHead.Of(png)!, most, row => rows.Add(row.ToArray()));
        return (rows, size);
    }

    [Fact]
    public void What_shines_through_is_laid_on_white()
    {
        var (rows, size) = Read(SamplePictures.Png(2, 1, 6, _ => [0, 255, 0, 0, 255, 0, 0, 255, 0]));

        Assert.Equal((2, 1), size);
        Assert.Equal([255, 0, 0, 255, 255, 255], rows[0]);
    }

    [Theory]
    [InlineData(1, new byte[] { 10, 20, 30 })]
    [InlineData(2, new byte[] { 15, 25, 35 })]
    [InlineData(3, new byte[] { 12, 28, 44 })]
    [InlineData(4, new byte[] { 15, 25, 35 })]
    public void Filters_are_undone(byte filter, byte[] expected)
    {
        var (rows, _) = Read(SamplePictures.Png(3, 2, 0, y => y == 0 ? [0, 5, 15, 25] : filter switch { 1 => [1, 10, 10, 10], 2 => [2, 10, 10, 10], 3 => [3, 10, 15, 18], _ => [4, 10, 10, 10] }));

        Assert.Equal(expected, rows[1]);
    }

    [Fact]
    public void A_palette_gives_its_colours()
    {
        var (rows, _) = Read(SamplePictures.Png(2, 1, 3, _ => [0, 1, 0], [1, 2, 3, 4, 5, 6]));

        Assert.Equal([4, 5, 6, 1, 2, 3], rows[0]);
    }

    [Fact]
    public void A_picture_larger_than_asked_for_is_made_smaller()
    {
        var (rows, size) = Read(SamplePictures.Png(5, 3, 0, y => [0, 10, 30, 50, 70, 90]), most: 3);

        Assert.Equal((3, 2), size);
        Assert.Equal([20, 60, 90], rows[0]);
    }

    [Fact]
    public void Heads_are_read_and_what_we_cannot_show_is_refused()
    {
        Assert.Equal(new PictureHead(PictureKind.Jpeg, 40, 30, 3), PictureHead.Of(SamplePictures.Jpeg));
        Assert.Null(PictureHead.Of(SamplePictures.Png(2, 2, 2, _ => new byte[7], interlaced: 1)));
        Assert.Null(PictureHead.Of(SamplePictures.Png(30_000, 30_000, 2, _ => [], null)));
        Assert.Null(PictureHead.Of("GIF89a"u8));
        Assert.Null(PictureHead.Of([]));
    }

    [Fact]
    public void Damaged_files_are_refused_not_thrown_at_people()
    {
        var png = SamplePictures.Png(20, 20, 2, _ => new byte[61]);
        Gen.Select(Gen.Int[0, png.Length - 1], Gen.Byte, Gen.Int[0, png.Length]).Sample((place, value, length) =>
        {
            var damaged = png[..length];
            if (place < length) damaged[place] = value;
            if (PictureHead.Of(damaged) is { } head && (long)head.Width * head.Height < 1_000_000) PngPixels.Read(damaged, head, 100, _ => { });
        }, iter: 2_000);
        var jpeg = SamplePictures.Jpeg;
        Gen.Select(Gen.Int[0, jpeg.Length - 1], Gen.Byte, Gen.Int[0, jpeg.Length]).Sample((place, value, length) =>
        {
            var damaged = jpeg[..length];
            if (place < length) damaged[place] = value;
            PictureHead.Of(damaged);
        }, iter: 2_000);
    }

    [Fact]
    public void Pictures_are_figures_of_the_file()
    {
        var png = SamplePictures.Png(60, 40, 2, y => [0, .. Enumerable.Range(0, 180).Select(x => (byte)(x + y))]);
        using var fiche = Rendered.Of(
            new HeadingBlock(1, ["Titre"]),
            new FigureBlock("Un dépôt", null) { Picture = new(png), Caption = ["Le dépôt"] },
            new FigureBlock("Une porte", null) { Picture = new(SamplePictures.Jpeg) },
            new FigureBlock("Une porte encore", null) { Picture = new(SamplePictures.Jpeg) },
            new FigureBlock("Perdue", null) { Picture = new("rien"u8.ToArray()), Caption = ["Perdue"] });

        Assert.Equal(3, new PdfStructure(fiche.Pdf).Tags.Count(tag => tag == "Figure"));
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
        Assert.Empty(new PdfConformance(fiche.Pdf).Faults);
        Assert.Equal(3, fiche.Pdf.GetPage(1).GetImages().Count());
    }

    [Fact]
    public void Eight_thousand_by_eight_thousand_pixels_in_little_memory()
    {
        var row = new byte[(8_000 * 3) + 1];
        var png = SamplePictures.Png(8_000, 8_000, 2, _ => row);
        using var memory = new MemoryStream();
        var before = GC.GetAllocatedBytesForCurrentThread();

        new FluxUs.Consult.Foundation.Documents.Pdf.PdfEngine().Render(SampleFiche.Of(new FigureBlock("grand", null) { Picture = new(png) }), PageStyle.A4, memory);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void On_screen_a_picture_comes_from_this_site_alone()
    {
        string Html(string address) => FluxUs.Consult.Foundation.Documents.Html.FicheHtml.Render(SampleFiche.Of(new FigureBlock("Une porte", null) { Picture = new(SamplePictures.Jpeg, address) }));

        Assert.Contains("<img class=\"drawing\" src=\"/studies/demo/a.jpg\" alt=\"Une porte\">", Html("/studies/demo/a.jpg"), StringComparison.Ordinal);
        Assert.All(new[] { "", "https://example.org/a.jpg", "//example.org/a.jpg", "/\\example.org", "javascript:x", "data:image/png;base64,AA" }, address => Assert.DoesNotContain("<img", Html(address), StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_with_a_picture_reads_back_as_it_was()
    {
        var read = DocumentJson.Read(DocumentJson.Write(SampleFiche.Of(new FigureBlock("Une porte", null) { Picture = new(SamplePictures.Jpeg, "/a") })));

        Assert.Equal(SamplePictures.Jpeg, ((FigureBlock)read.Blocks[0]).Picture!.Content.ToArray());
    }
}
