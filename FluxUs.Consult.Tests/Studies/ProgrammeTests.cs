using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Studies;

public class ProgrammeTests
{
    [Fact]
    public async Task A_programme_says_who_what_how_much_when_and_where()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var (flow, offering) = await Places(test, researcher);

        await Add(test, researcher, Contents(flow) with { OfferingIds = [offering] });

        var row = Assert.Single((await test.Get<ListProgrammes>().Run(researcher, TestStudy.Cancellation)).Value!);
        Assert.Equal(("yards", "Port", 6_400_000m, 2025, null), (row.Code, row.Contents.Lead.French, row.Contents.Budget!.Value, row.Contents.FirstYear!.Value, row.Contents.LastYear));
        Assert.Equal(("wood", "P01"), (Assert.Single(row.Flows).Code, Assert.Single(row.Offerings).Code));
    }

    [Fact]
    public async Task Its_places_are_those_that_were_named_last()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var (flow, offering) = await Places(test, researcher);
        var id = await Add(test, researcher, Contents(flow));

        var outcome = await test.Get<DescribeProgramme>().Handle(
            researcher, new(Guid.NewGuid(), id, 1, Contents(flow) with { FlowIds = [], OfferingIds = [offering], Budget = null }), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        var row = Assert.Single((await test.Get<ListProgrammes>().Run(researcher, TestStudy.Cancellation)).Value!);
        Assert.Empty(row.Flows);
        Assert.Equal(("P01", null), (Assert.Single(row.Offerings).Code, row.Contents.Budget));
    }

    [Fact]
    public async Task What_is_missing_or_unreadable_is_refused_at_each_field()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var (flow, _) = await Places(test, researcher);

        var outcome = await test.Get<AddProgramme>().Handle(researcher, new(Guid.NewGuid(), "Les cours",
            Contents(flow) with { Name = new LocalText(""), Lead = new LocalText(" "), Budget = -1, FirstYear = 2027, LastYear = 2025, FlowIds = [], WebAddress = "port" }), TestStudy.Cancellation);

        Assert.Equal(["Name", "Lead", "Budget", "LastYear", "FlowIds", "WebAddress", "Code"], outcome.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task A_flow_of_another_study_is_no_place_for_it()
    {
        await using var test = await TestStudy.Create();
        var other = new Study("steel", new LocalText("Acier"));
        var flow = new Flow(other.Id, "steel", new LocalText("acier"), 1);
        await test.Save(other, flow);
        var researcher = await test.As(Roles.Researcher);

        Assert.Equal(OutcomeKind.NotFound, (await test.Get<AddProgramme>().Handle(researcher, new(Guid.NewGuid(), "yards", Contents(flow.Id)), TestStudy.Cancellation)).Kind);
    }

    [Fact]
    public async Task A_flow_with_a_programme_stays_until_the_programme_is_gone()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var flow = (await test.Get<AddFlow>().Handle(researcher, new(Guid.NewGuid(), "wood", new LocalText("bois"), new("")), TestStudy.Cancellation)).Value;
        var id = await Add(test, researcher, Contents(flow));
        Assert.Equal("FlowInUse", Assert.Single((await test.Get<RemoveFlow>().Handle(researcher, new(Guid.NewGuid(), flow), TestStudy.Cancellation)).Refusals).Key);

        Assert.True((await test.Get<RemoveProgramme>().Handle(researcher, new(Guid.NewGuid(), id), TestStudy.Cancellation)).IsDone);

        Assert.True((await test.Get<RemoveFlow>().Handle(researcher, new(Guid.NewGuid(), flow), TestStudy.Cancellation)).IsDone);
    }

    private static async Task<Guid> Add(TestStudy test, StudyAccess access, ProgrammeContents contents)
    {
        var outcome = await test.Get<AddProgramme>().Handle(access, new(Guid.NewGuid(), "yards", contents), TestStudy.Cancellation);
        Assert.True(outcome.IsDone);
        return outcome.Value;
    }

    private static async Task<(Guid Flow, Guid Offering)> Places(TestStudy test, StudyAccess access)
    {
        var flow = (await test.Get<AddFlow>().Handle(access, new(Guid.NewGuid(), "wood", new LocalText("bois"), new("")), TestStudy.Cancellation)).Value;
        var contents = new OfferingContents(new LocalText("Palettes"), new LocalText(""), OfferingKind.Product, "R3", new(""), [flow]);
        return (flow, (await test.Get<AddOffering>().Handle(access, new(Guid.NewGuid(), "P01", contents, []), TestStudy.Cancellation)).Value);
    }

    private static ProgrammeContents Contents(Guid flow) => new(
        new LocalText("Cours à matériaux"), ProgrammeKind.Project, new LocalText("Port"), new LocalText("ouvre deux halles"), 6_400_000m, 2025, null, "https://port.example", null, "décision", "", [flow], []);
}
