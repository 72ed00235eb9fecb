using System.Buffers.Binary;
using System.Text;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;
using UglyToad.PdfPig;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class PdfObjectsTests
{
    [Theory]
    [InlineData("abc (d) \\", "(abc \\(d\\) \\\\)")]
    [InlineData("é", "<FEFF00E9>")]
    public void Strings_are_ascii_or_utf_16(string text, string written) => Assert.Equal(written, PdfText.String(text));

    [Theory]
    [InlineData(0, "0 ")]
    [InlineData(-0.001, "0 ")]
    [InlineData(12.5, "12.5 ")]
    [InlineData(-3.14159, "-3.14 ")]
    [InlineData(595.28, "595.28 ")]
    [InlineData(0.05, "0.05 ")]
    public void Numbers_have_at_most_two_decimals(double value, string written) =>
        Assert.Equal(written, Encoding.ASCII.GetString(new ContentStream().Number(value).Bytes));

    [Fact]
    public void Colours_are_shares_of_one() =>
        Assert.Equal("1 0 0.5 rg\n", Encoding.ASCII.GetString(new ContentStream().Colour("#ff0080").Bytes));

    [Fact]
    public void A_file_finds_its_objects_again()
    {
        using var memory = new MemoryStream();
        var file = new PdfFile(memory);
        var page = file.Reserve();
        var content = file.WriteStream("", "0 0 1 1 re f"u8);
        // More objects than fit one object stream.
        var others = Enumerable.Range(0, 250).Select(number => file.Write($"<</Number {number}>>")).ToList();
        var pages = file.Write($"<</Type/Pages/Count 1/Kids[{page} 0 R]>>");
        file.Write(page, $"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 10 10]/Resources<<>>/Contents {content} 0 R/Others{PdfText.Array(others)}>>");
        file.Finish(file.Write($"<</Type/Catalog/Pages {pages} 0 R>>"), file.Write("<</Title(t)>>"), Guid.Empty);

        using var pdf = PdfDocument.Open(memory.ToArray());

        Assert.Equal(1, pdf.NumberOfPages);
        Assert.Equal("t", pdf.Information.Title);
        Assert.NotEmpty(pdf.GetPage(1).Operations);
    }

    [Fact]
    public void The_colour_profile_says_its_own_length_and_kind()
    {
        var profile = SrgbProfile.Bytes;

        Assert.Equal(profile.Length, BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("mntrRGB XYZ ", Encoding.ASCII.GetString(profile, 12, 12));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
    }

    [Fact]
    public void Metadata_is_well_formed_whatever_people_write()
    {
        var details = SampleFiche.Details() with { Title = "a < b & \"c\" \u0001 ]]>", Author = "<x>", Subject = "&" };

        var xmp = System.Xml.Linq.XDocument.Parse(Metadata.Xmp(details).Trim());

        Assert.Contains("a < b & \"c\"", xmp.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_in_a_line_take_their_place_when_they_are_drawn()
    {
        var root = StructureNode.Document();
        var paragraph = new StructureNode("P", root);
        var link = StructureNode.Inline("Link", paragraph);
        paragraph.AddContent(1, 0);
        link.AddContent(1, 1);
        paragraph.AddContent(1, 2);

        Assert.Equal([0, null, 2], paragraph.Kids.Select(kid => kid.Node is null ? kid.Mark : (int?)null));
        Assert.Same(link, paragraph.Kids[1].Node);
    }
}
