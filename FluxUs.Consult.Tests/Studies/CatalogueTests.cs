using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Studies;

public class CatalogueTests
{
    [Fact]
    public async Task Two_sources_that_disagree_on_a_figure_stand_side_by_side_as_disputed()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        foreach (var (key, value) in new[] { ("organic-waste", 200000m), ("organic-waste", 180000m), ("coffee", 15000m), ("coffee", 15000m) })
            Assert.True((await test.Get<AddQuantity>().Handle(researcher, new(Guid.NewGuid(), Figure(key, value)), TestStudy.Cancellation)).IsDone);

        var groups = (await test.Get<ListQuantities>().Run(researcher, TestStudy.Cancellation)).Value!;

        Assert.Equal([("coffee", false, 2), ("organic-waste", true, 2)], groups.Select(group => (group.Key, group.IsDisputed, group.Figures.Count)));
    }

    [Fact]
    public async Task A_figure_comes_from_a_document_of_its_own_study()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var other = new Study("textile", new LocalText("Textile"));
        var (foreign, own) = (new Reference(other.Id, "D-01", "ailleurs2024"), new Reference(test.Study.Id, "D-01", "ici2024"));
        await test.Save(other, foreign, own);
        Task<Outcome<Guid>> Add(Guid reference) => test.Get<AddQuantity>().Handle(researcher, new(Guid.NewGuid(), Figure("coffee", 1) with { ReferenceId = reference }), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, (await Add(foreign.Id)).Kind);
        var id = (await Add(own.Id)).Value;
        var corrected = await test.Get<CorrectQuantity>().Handle(researcher, new(Guid.NewGuid(), id, 1, Figure("coffee", 2) with { ReferenceId = foreign.Id }), TestStudy.Cancellation);
        Assert.Equal(OutcomeKind.NotFound, corrected.Kind);
        Assert.Equal((1m, own.Id), (await test.All<Quantity>()).Select(quantity => (quantity.Value, quantity.ReferenceId!.Value)).Single());
    }

    [Fact]
    public async Task A_figure_without_value_unit_or_label_is_refused_at_each_field()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);

        var outcome = await test.Get<AddQuantity>().Handle(researcher, new(Guid.NewGuid(), Figure("Wood 2020", null) with { Unit = new LocalText(""), Label = new LocalText("") }), TestStudy.Cancellation);

        Assert.Equal(["Key", "Label", "Value", "Unit"], outcome.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task The_stages_of_an_offering_keep_the_order_that_people_give_them()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var id = await AnOffering(test, researcher);
        var stages = (await Read(test, researcher)).Stages;

        await test.Get<MoveStage>().Handle(researcher, new(Guid.NewGuid(), id, stages[2].Id, -1), TestStudy.Cancellation);
        await test.Get<RemoveStage>().Handle(researcher, new(Guid.NewGuid(), id, stages[0].Id), TestStudy.Cancellation);
        await test.Get<AddStage>().Handle(researcher, new(Guid.NewGuid(), id, new LocalText("pose")), TestStudy.Cancellation);

        Assert.Equal(["vente", "tri", "pose"], (await Read(test, researcher)).Stages.Select(stage => stage.Name.French));
    }

    [Fact]
    public async Task An_offering_in_the_flow_of_another_study_is_not_made()
    {
        await using var test = await TestStudy.Create();
        var other = new Study("steel", new LocalText("Acier"));
        var flow = new Flow(other.Id, "steel", new LocalText("acier"), 1);
        await test.Save(other, flow);
        var researcher = await test.As(Roles.Researcher);

        var outcome = await test.Get<AddOffering>().Handle(researcher, new(Guid.NewGuid(), "P01", Contents(flow.Id), []), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
        Assert.Empty(await test.All<Offering>());
    }

    [Fact]
    public async Task A_flow_in_use_is_not_removed()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await AnOffering(test, researcher);
        var flow = Assert.Single(await test.All<Flow>());

        Assert.Equal("FlowInUse", Assert.Single((await test.Get<RemoveFlow>().Handle(researcher, new(Guid.NewGuid(), flow.Id), TestStudy.Cancellation)).Refusals).Key);
    }

    [Fact]
    public async Task The_first_flow_of_an_offering_is_the_one_that_was_named_first()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var id = await AnOffering(test, researcher);
        var wood = Assert.Single(await test.All<Flow>()).Id;
        var earth = (await test.Get<AddFlow>().Handle(researcher, new(Guid.NewGuid(), "earth", new LocalText("terres"), new("")), TestStudy.Cancellation)).Value;

        await test.Get<DescribeOffering>().Handle(researcher, new(Guid.NewGuid(), id, 1, Contents(earth, wood)), TestStudy.Cancellation);

        Assert.Equal(["terres", "bois"], Assert.Single((await test.Get<ListOfferings>().Run(researcher, null, TestStudy.Cancellation)).Value!).Flows.Select(flow => flow.French));
    }

    [Fact]
    public async Task A_role_class_with_experts_in_it_stays()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await Experts.ExpertsOf.AddExpert(test, researcher);
        var roleClass = Assert.Single(await test.All<RoleClass>());

        Assert.Equal("RoleClassInUse", Assert.Single((await test.Get<RemoveRoleClass>().Handle(researcher, new(Guid.NewGuid(), roleClass.Id), TestStudy.Cancellation)).Refusals).Key);
    }

    private static async Task<Guid> AnOffering(TestStudy test, StudyAccess access)
    {
        var flow = (await test.Get<AddFlow>().Handle(access, new(Guid.NewGuid(), "wood", new LocalText("bois"), new("")), TestStudy.Cancellation)).Value;
        return (await test.Get<AddOffering>().Handle(access, new(Guid.NewGuid(), "P01", Contents(flow), [new("dépose"), new("tri"), new("vente")]), TestStudy.Cancellation)).Value;
    }

    private static async Task<OfferingSettings> Read(TestStudy test, StudyAccess access) =>
        (await test.Get<ReadOfferingSettings>().Run(access, "P01", TestStudy.Cancellation)).Value!;

    private static OfferingContents Contents(params Guid[] flows) => new(new LocalText("Réemploi"), new LocalText(""), OfferingKind.Product, "R3", new(""), flows);

    private static QuantityContents Figure(string key, decimal? value) =>
        new(key, new LocalText("déchets"), value, new LocalText("t/an"), 2019, null, "rapport annuel", "p. 12", null, null);
}
