using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Studies;

public class AddOrganisationTests
{
    [Fact]
    public async Task A_form_sent_twice_makes_one_organisation()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var request = new AddOrganisationRequest(Guid.NewGuid(), "Rotor", new("coopérative"), "");

        var first = await test.Get<AddOrganisation>().Handle(researcher, request, TestStudy.Cancellation);
        var second = await test.Get<AddOrganisation>().Handle(researcher, request, TestStudy.Cancellation);

        Assert.True(first.IsDone);
        Assert.Equal(first.Value, second.Value);
        Assert.Single(await test.All<Organisation>());
    }

    [Fact]
    public async Task Two_organisations_of_one_name_are_refused_at_the_name()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await test.Get<AddOrganisation>().Handle(researcher, new(Guid.NewGuid(), "Rotor", new(""), ""), TestStudy.Cancellation);

        var second = await test.Get<AddOrganisation>().Handle(researcher, new(Guid.NewGuid(), " Rotor ", new(""), ""), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Refused, second.Kind);
        Assert.Equal("Name", Assert.Single(second.Refusals).Field);
    }

    [Fact]
    public async Task Organisations_of_another_study_are_not_seen()
    {
        await using var test = await TestStudy.Create();
        var other = new Study("steel", new LocalText("Acier"));
        await test.Save(other, new Organisation(other.Id, "Fonderie", new("")));

        var rows = await test.Get<ListOrganisations>().Run(await test.As(Roles.Editor), TestStudy.Cancellation);

        Assert.Empty(rows.Value!);
    }
}
