using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Overview;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Exchange;
using FluxUs.Consult.Tests.Support;
using UglyToad.PdfPig;

namespace FluxUs.Consult.Tests.Overview;

[Collection(LoadedDemonstration.Name)]
public class DemonstrationEcosystemTests(LoadedDemonstration demonstration)
{
    [Fact]
    public async Task The_picture_of_the_demonstration_is_the_one_that_the_committee_decided_on()
    {
        var view = await Read(EcosystemTable.Quantities, new(Only: true));

        Assert.Equal((10, 26, 15), (view.Contents.Flows.Count, view.Contents.Offerings.Count, view.Contents.Offerings.Count(offering => offering.IsRetained)));
        Assert.Equal(
            [("P11", Rung.R0ToR2), ("P07", Rung.R9), ("P23", Rung.R4ToR6), ("P13", Rung.OffLadder)],
            new[] { "P11", "P07", "P23", "P13" }.Select(code => (code, view.Contents.Offerings.Single(offering => offering.Code == code).Rung)));
        Assert.Equal([200_000m, 180_000m], Assert.Single(view.Rows.Quantities).Group!.Figures.Select(figure => figure.Value));
    }

    [Fact]
    public async Task Every_flow_has_a_figure_and_something_at_work()
    {
        var quantities = (await Read(EcosystemTable.Quantities, new())).Rows.Quantities;
        var programmes = (await Read(EcosystemTable.Programmes, new())).Rows.Programmes;
        var flows = (await Read(EcosystemTable.Quantities, new())).Contents.Flows;

        Assert.All(flows, flow => Assert.Contains(quantities, line => line.Flow?.Code == flow.Code && line.Group is not null));
        Assert.All(flows, flow => Assert.Contains(programmes, row => row.Flows.Any(place => place.Code == flow.Code)));
    }

    [Fact]
    public async Task The_pack_opens_with_the_picture()
    {
        using var pack = new MemoryStream();
        var written = await demonstration.Test.Get<RenderPack>().Run(await demonstration.Operator(), new("fr", PackFormat.Pdf), pack, null, TestStudy.Cancellation);

        Assert.True(written.IsDone);
        using var pdf = PdfDocument.Open(pack.ToArray());
        var contents = string.Concat(pdf.GetPage(2).Letters.Select(letter => letter.Value));
        Assert.Contains("L’écosystème en une image", contents.Replace("\u00A0", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_has_the_same_levers_and_obstacles_in_the_tables_on_the_page_of_its_offering_and_in_its_fiche()
    {
        var access = await demonstration.Operator();
        var stages = (await Read(EcosystemTable.Stages, new())).Stages;
        var fiches = (await demonstration.Test.All<Fiche>()).Select(fiche => (fiche.OfferingId, fiche.Id)).ToList();

        Assert.Contains(stages, line => line.Count.Both > 0);
        foreach (var chain in stages.GroupBy(line => line.Offering))
        {
            var counted = chain.OrderBy(line => line.Place).Select(line => (line.Count.Levers, line.Count.Obstacles)).ToList();
            var page = (await demonstration.Test.Get<ReadOffering>().Run(access, chain.Key.Code, TestStudy.Cancellation)).Value!;
            Assert.Equal(counted, page.Stages.Select(stage => (stage.Levers, stage.Obstacles)));
            foreach (var fiche in fiches.Where(fiche => fiche.OfferingId == chain.Key.Id))
            {
                // Everybody who was heard agrees, so the fiche counts whom the pages count.
                var material = (await demonstration.Test.Get<GatherMaterial>().Of(access, fiche.Id, Audience.Public, TestStudy.Cancellation))!;
                Assert.Equal(counted, material.Stages.Select(stage => (stage.Levers, stage.Obstacles)));
            }
        }
    }

    private async Task<EcosystemView> Read(EcosystemTable table, EcosystemFilter filter) =>
        (await demonstration.Test.Get<ReadEcosystem>().Run(await demonstration.Operator(), table, filter, TestStudy.Cancellation)).Value!;
}
