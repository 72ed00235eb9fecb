using BenchmarkDotNet.Attributes;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Foundation.Documents.Pdf;

namespace FluxUs.Consult.Benchmarks.Foundation.Documents;

/// <summary>A fiche of four pages with a drawing, two tables and thirty lines of evidence, and a pack of fifteen.</summary>
[MemoryDiagnoser]
public class FicheRenderingBenchmarks
{
    private readonly PdfEngine engine = new();
    private readonly FicheDocument fiche = BenchmarkFiche.Document;
    private FicheDocument spilling = null!;
    private PackDocument pack = null!;
    private string markdown = "";

    [GlobalSetup]
    public void Prepare()
    {
        spilling = Spilling();
        pack = new PackDocument(fiche.Details, [.. Enumerable.Repeat(fiche, 15)]) { ContentsTitle = "Sommaire" };
        markdown = string.Join("\n\n", Enumerable.Range(1, 60).Select(number => $"Un **constat** vu par [@finding:K-{number:D2}] et [un guide](https://example.org/{number}).\n\n- un\n- deux"));
    }

    [Benchmark]
    public long Pdf()
    {
        using var output = new MemoryStream();
        engine.Render(fiche, PageStyle.A4, output);
        return output.Length;
    }

    /// <summary>The same with so many lines more that the last of them would stand on a page of their own: it is composed a second time, tighter.</summary>
    [Benchmark]
    public long PdfSetTighter()
    {
        using var output = new MemoryStream();
        engine.Render(spilling, PageStyle.A4, output);
        return output.Length;
    }

    [Benchmark]
    public long PackOfFifteen()
    {
        using var output = new MemoryStream();
        engine.Render(pack, PageStyle.A4, output);
        return output.Length;
    }

    /// <summary>Line by line longer, until one more leaves more room on a page and not less: then it was set tighter.</summary>
    private FicheDocument Spilling()
    {
        var before = engine.Render(fiche, PageStyle.A4, Stream.Null);
        for (var lines = 1; lines < 200; lines++)
        {
            var longer = fiche with { Blocks = [.. fiche.Blocks, .. Enumerable.Repeat<Block>(new ParagraphBlock(["Une ligne de plus."]), lines)] };
            var report = engine.Render(longer, PageStyle.A4, Stream.Null);
            if (report.Pages == before.Pages && report.RoomOfPage[^1] > before.RoomOfPage[^1]) return longer;
            before = report;
        }

        throw new InvalidOperationException("No length of the fiche is set tighter.");
    }

    [Benchmark]
    public int Html() => FicheHtml.Render(fiche).Length;

    [Benchmark]
    public int Markdown() => SafeHtml.Of(MarkdownReader.Read(markdown)).Length;
}
