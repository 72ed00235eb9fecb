using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Evidence;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Overview;

public class EcosystemTests
{
    [Fact]
    public async Task A_person_who_says_it_three_times_counts_once_and_a_document_beside_them()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var (seed, offering, tag) = (new EvidenceSeed(test), await AnOffering(test, researcher), await new EvidenceSeed(test).ATag());
        var expert = await seed.AnExpert(await seed.ARoleClass("opérateur"));
        var spoken = await seed.AText(researcher, "non, non et encore non", [expert], [offering]);
        var read = await test.Get<MakeSourceText>().Handle(
            researcher, new MakeSourceTextRequest(Guid.NewGuid(), SourceKind.ReadingNote, Guid.NewGuid(), "D-01", "fr", "le stock manque", [], [], [offering.Id], null), TestStudy.Cancellation);
        foreach (var (text, start) in new[] { (spoken.Id, 0), (spoken.Id, 5), (spoken.Id, 19), (read.Value, 0) })
            await Tag(test, researcher, text, start, offering, tag);

        var line = Assert.Single((await Read(test, researcher, EcosystemTable.Stages, new(Only: true))).Rows.Stages);

        Assert.Equal((0, 2), (line.Count.Levers, line.Count.Obstacles));
    }

    [Fact]
    public async Task An_editor_counts_only_what_an_editor_may_read()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var (seed, offering) = (new EvidenceSeed(test), await AnOffering(test, researcher));
        var text = await seed.AText(researcher, "non, non et encore non", [await seed.AnExpert(await seed.ARoleClass("opérateur"))], [offering]);
        await Tag(test, researcher, text.Id, 0, offering, await seed.ATag());

        var view = await Read(test, await test.As(Roles.Editor), EcosystemTable.Stages, new(Only: true));

        Assert.Empty(view.Rows.Stages);
    }

    [Fact]
    public async Task An_offering_stands_in_the_flow_and_at_the_level_that_it_has()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await AnOffering(test, researcher);

        var flow = Assert.Single((await Read(test, researcher, EcosystemTable.Quantities, new())).Contents.Flows);

        Assert.Equal((Rung.R4ToR6, false), (Assert.Single(flow.Offerings).Rung, flow.Offerings[0].IsRetained));
        Assert.Null(flow.Measure);
    }

    [Fact]
    public async Task A_flow_without_a_figure_is_shown_as_not_measured()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await AnOffering(test, researcher);

        var line = Assert.Single((await Read(test, researcher, EcosystemTable.Quantities, new())).Rows.Quantities);

        Assert.Equal(("wood", null), (line.Flow!.Code, line.Group));
    }

    [Fact]
    public async Task Figures_in_dispute_can_be_seen_alone_and_are_exported_one_by_one()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var flow = (await test.Get<AddFlow>().Handle(researcher, new(Guid.NewGuid(), "organic", new LocalText("biodéchets"), new("")), TestStudy.Cancellation)).Value;
        foreach (var (key, value, year) in new[] { ("organic-waste", 200_000m, 2019), ("organic-waste", 180_000m, 2018), ("coffee", 15_000m, 2021) })
        {
            var contents = new QuantityContents(key, new LocalText(key), value, new("t/an"), year, null, "rapport", "p. 5", flow, null);
            Assert.True((await test.Get<AddQuantity>().Handle(researcher, new(Guid.NewGuid(), contents), TestStudy.Cancellation)).IsDone);
        }

        using var content = new MemoryStream();
        var outcome = await test.Get<ExportEcosystem>().Run(researcher, EcosystemTable.Quantities, new(Only: true), content, TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        Assert.Equal(
            """
            flow,offering,key,label_fr,label_nl,label_en,value,unit,unit_nl,unit_en,year,disputed,source,source_note,locator
            organic,,organic-waste,organic-waste,,,200000,t/an,,,2019,true,,rapport,p. 5
            organic,,organic-waste,organic-waste,,,180000,t/an,,,2018,true,,rapport,p. 5

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(content.ToArray()));
    }

    [Fact]
    public async Task What_is_not_known_comes_last_whichever_way_one_sorts()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var flow = (await test.Get<AddFlow>().Handle(researcher, new(Guid.NewGuid(), "wood", new LocalText("bois"), new("")), TestStudy.Cancellation)).Value;
        foreach (var (code, budget) in new[] { ("a", (decimal?)5), ("b", null), ("c", 9) })
        {
            var contents = new ProgrammeContents(new LocalText(code), ProgrammeKind.Plan, new LocalText("Région"), new LocalText(""), budget, 2025, null, "", null, "", "", [flow], []);
            Assert.True((await test.Get<AddProgramme>().Handle(researcher, new(Guid.NewGuid(), code, contents), TestStudy.Cancellation)).IsDone);
        }

        Assert.Equal(["a", "c", "b"], (await Read(test, researcher, EcosystemTable.Programmes, new(Sort: "budget"))).Rows.Programmes.Select(row => row.Code));
        Assert.Equal(["c", "a", "b"], (await Read(test, researcher, EcosystemTable.Programmes, new(Sort: "-budget"))).Rows.Programmes.Select(row => row.Code));
    }

    private static async Task<EcosystemView> Read(TestStudy test, StudyAccess access, EcosystemTable table, EcosystemFilter filter) =>
        (await test.Get<ReadEcosystem>().Run(access, table, filter, TestStudy.Cancellation)).Value!;

    private static async Task<Offering> AnOffering(TestStudy test, StudyAccess access)
    {
        var flow = (await test.Get<AddFlow>().Handle(access, new(Guid.NewGuid(), "wood", new LocalText("bois"), new("")), TestStudy.Cancellation)).Value;
        var contents = new OfferingContents(new LocalText("Mobilier"), new LocalText(""), OfferingKind.Product, "R4-R5", new(""), [flow]);
        await test.Get<AddOffering>().Handle(access, new(Guid.NewGuid(), "P01", contents, [new("dépose"), new("vente")]), TestStudy.Cancellation);
        return Assert.Single(await test.All<Offering>());
    }

    private static async Task Tag(TestStudy test, StudyAccess access, Guid text, int start, Offering offering, Tag tag)
    {
        var stage = (await test.All<Stage>()).MinBy(stage => stage.Order)!.Id;
        var added = await test.Get<AddExcerpt>().Handle(access, new AddExcerptRequest(Guid.NewGuid(), text, 1, start, 3, new Coding([tag.Id], stage, [offering.Id])), TestStudy.Cancellation);
        Assert.Equal(OutcomeKind.Done, added.Kind);
    }
}
