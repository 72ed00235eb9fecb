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
    private PackDocument pack = null!;
    private string markdown = "";

    [GlobalSetup]
    public void Prepare()
    {
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

    [Benchmark]
    public long PackOfFifteen()
    {
        using var output = new MemoryStream();
        engine.Render(pack, PageStyle.A4, output);
        return output.Length;
    }

    [Benchmark]
    public int Html() => FicheHtml.Render(fiche).Length;

    [Benchmark]
    public int Markdown() => SafeHtml.Of(MarkdownReader.Read(markdown)).Length;
}
