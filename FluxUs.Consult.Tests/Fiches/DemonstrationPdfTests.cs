using System.Globalization;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pdf;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Foundation.Documents.Pdf;
using FluxUs.Consult.Tests.Support;
using UglyToad.PdfPig;

namespace FluxUs.Consult.Tests.Fiches;

/// <summary>What the demonstration prints, judged as a machine can judge it: all fiches as editions with their data, in the one look or the other, a pack, the
/// record of the decision, the chapter of the ecosystem.</summary>
public class DemonstrationPdfTests
{
    private const double LeastSize = 7.5;

    private const int MostPages = 4;

    // Shows an editor what a first page that runs over looks like.
    private const string Unfinished = "P19";

    [Fact]
    public async Task Every_file_of_the_demonstration_conforms()
    {
        await using var test = await TestStudy.Create();
        await test.LoadDemonstration();
        var study = (await test.All<Study>()).Single(found => found.Slug == Demonstration.Slug);
        var manager = await test.As(Roles.Manager, study);
        var faults = new List<string>();
        var files = new List<(string Name, byte[] Bytes)>();
        var looks = test.Get<FicheTemplates>().All;
        Assert.Equal(["default", "study"], looks.Select(look => look.Code));

        // Every fiche in one look, by turns, and the one in three languages in both; its pages are right in either.
        var turn = 0;
        foreach (var fiche in (await test.Get<Consult.Fiches.ListFiches>().Run(manager, TestStudy.Cancellation)).Value!)
        {
            var composed = (await test.Get<ComposeFiche>().Run(manager, fiche.OfferingCode, fiche.Language, null, TestStudy.Cancellation)).Value!;
            var printing = new Printing(fiche.Id, new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), 1, "https://example.org/editions/" + fiche.Id);
            foreach (var look in looks)
            {
                var pages = new PdfEngine().Draw(Paper.Of(FicheComposition.Compose(composed.Material, look, printing)), look.StyleFor(composed.Material.Colour)).Report;
                if (pages.Pages > MostPages) faults.Add($"{fiche.OfferingCode} {fiche.Language} {look.Code}: {pages.Pages} pages");
                if (pages.Over is { } over && fiche.OfferingCode != Unfinished) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{fiche.OfferingCode} {fiche.Language} {look.Code}: page 1 runs over by {over.Points:0} points"));
            }

            foreach (var look in fiche.OfferingCode == "P16" ? looks : [looks[turn++ % looks.Count]])
            {
                var document = FicheComposition.Compose(composed.Material, look, printing);
                using var output = new MemoryStream();
                new PdfEngine().Render(Paper.Of(document), look.StyleFor(composed.Material.Colour), output, EditionData.Of(document));
                files.Add(($"{fiche.OfferingCode} {fiche.Language} {look.Code}", output.ToArray()));
            }
        }

        using var pack = new MemoryStream();
        Assert.True((await test.Get<RenderPack>().Run(manager, new("nl", PackFormat.Pdf), pack, null, TestStudy.Cancellation)).IsDone);
        files.Add(("pack", pack.ToArray()));
        files.Add(("ecosystem", (await test.Get<RenderEcosystem>().Run(manager, "fr", TestStudy.Cancellation)).Value!));

        var record = (await test.Get<ComposeRecord>().Run(manager, 1, TestStudy.Cancellation)).Value!;
        using var decision = new MemoryStream();
        new PdfEngine().Render(record.Document, PageStyle.A4, decision);
        files.Add(("decision", decision.ToArray()));

        faults.AddRange(files.SelectMany(file => Judge(file.Name, file.Bytes)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        faults.AddRange(ArchiveJudge.Faults(files));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static IEnumerable<string> Judge(string name, byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        List<string> faults = [.. new PdfStructure(pdf).Faults, .. new PdfConformance(pdf).Faults, .. new PdfRules(pdf).Faults, .. PdfSyntax.Faults(bytes), .. PdfTokens.Faults(bytes)];
        // Smaller letters are not read, on paper least of all.
        faults.AddRange(pdf.GetPages().SelectMany(page => page.Letters.Where(letter => letter.PointSize < LeastSize && !string.IsNullOrWhiteSpace(letter.Value)).Take(1).Select(letter => string.Create(CultureInfo.InvariantCulture, $"page {page.Number}: letters of {letter.PointSize:0.0} points"))));
        return [.. faults.Distinct().Select(fault => string.Create(CultureInfo.InvariantCulture, $"{name}: {fault}"))];
    }
}
