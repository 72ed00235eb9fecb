using System.Text.Json;
using FluxUs.Consult.Foundation.Documents;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public sealed class DocumentJsonTests
{
    [Fact]
    public void A_document_reads_back_as_it_was_written()
    {
        var json = DocumentJson.Write(SampleFiche.Whole);

        var again = DocumentJson.Read(json);

        Assert.Equal(json, DocumentJson.Write(again));
        Assert.Equal(PlainText.Of(SampleFiche.Whole), PlainText.Of(again));
        Assert.Equal(SampleFiche.Whole.Blocks.Select(block => block.GetType()), again.Blocks.Select(block => block.GetType()));
    }

    [Fact]
    public void A_page_style_reads_back_as_it_was_written() =>
        Assert.Equal(PageStyle.A4 with { MarginTop = 70 }, DocumentJson.ReadStyle(DocumentJson.Write(PageStyle.A4 with { MarginTop = 70 })));

    [Fact]
    public void A_kind_that_nobody_knows_is_refused() =>
        Assert.Throws<JsonException>(() => DocumentJson.Read("""{"details":{"title":"t","language":"fr","identifier":"0199a0a0-0000-7000-8000-000000000001","date":"2026-11-20T00:00:00Z"},"blocks":[{"kind":"video"}]}"""));

    [Fact]
    public void A_table_needs_a_cell_for_each_column() =>
        Assert.Throws<ArgumentException>(() => new TableBlock([new("a"), new("b")], [new(["1"])]));
}
