using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

public class AttributionLabelsTests
{
    [Fact]
    public async Task The_third_of_a_role_lets_the_function_stand()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var (role, offering) = (await seed.ARoleClass("opérateur de réemploi"), await seed.AnOffering());
        var first = await seed.AText(researcher, "a", [await seed.AnExpert(role)], [offering]);
        await seed.AText(researcher, "b", [await seed.AnExpert(role)], [offering]);

        var ofTwo = await Label(test, researcher, first, offering);
        await seed.AText(researcher, "c", [await seed.AnExpert(role)], [offering]);
        var ofThree = await Label(test, researcher, first, offering);

        Assert.Equal(("A-1", "expert·e"), (ofTwo.Code, ofTwo.Text));
        Assert.Equal((first.Code, "responsable d’exploitation, opérateur de réemploi, 2026"), (ofThree.Code, ofThree.Text));
    }

    [Fact]
    public async Task Nobody_hides_behind_one_who_withdrew()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var (role, offering) = (await seed.ARoleClass("opérateur de réemploi"), await seed.AnOffering());
        var first = await seed.AText(researcher, "a", [await seed.AnExpert(role)], [offering]);
        await seed.AText(researcher, "b", [await seed.AnExpert(role)], [offering]);
        var third = await seed.AnExpert(role);
        await seed.AText(researcher, "c", [third], [offering]);
        await test.Change<Consent>(consent =>
        {
            if (consent.ExpertId == third.Id) consent.Withdraw(EvidenceSeed.Given);
        });

        Assert.Equal("expert·e", (await Label(test, researcher, first, offering)).Text);
    }

    [Fact]
    public async Task On_another_offering_the_same_person_is_told_by_role_alone_and_by_a_code_of_that_fiche()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var (role, common, rare) = (await seed.ARoleClass("opérateur de réemploi"), await seed.AnOffering("P01"), await seed.AnOffering("P02"));
        var text = await seed.AText(researcher, "a", [await seed.AnExpert(role)], [common, rare]);
        await seed.AText(researcher, "b", [await seed.AnExpert(role)], [common]);
        await seed.AText(researcher, "c", [await seed.AnExpert(role)], [common]);

        var label = await Label(test, researcher, text, rare);

        Assert.Equal(("A-1", "opérateur de réemploi, 2026"), (label.Code, label.Text));
    }

    [Fact]
    public async Task Codes_of_a_fiche_follow_the_order_of_citing_and_never_tell_the_interview()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var (role, offering) = (await seed.ARoleClass("fédération"), await seed.AnOffering());
        var named = await seed.AText(researcher, "a", [await seed.AnExpert(role, Attribution.Named)], [offering]);
        var one = await seed.AText(researcher, "b", [await seed.AnExpert(role, Attribution.Anonymous)], [offering]);
        var two = await seed.AText(researcher, "c", [await seed.AnExpert(role, Attribution.Anonymous)], [offering]);

        var labels = (await test.Get<AttributionLabels>().Run(researcher, new LabelRequest([two.Id, named.Id, one.Id], offering.Id, Audience.Public, "fr"), TestStudy.Cancellation)).Value!;

        Assert.Equal(["A-1", named.Code, "A-2"], new[] { two, named, one }.Select(text => labels[text.Id].Code));
        Assert.Equal("Ada Peeters, responsable d’exploitation, Rotor, 2026", labels[named.Id].Text);
    }

    [Fact]
    public async Task Whoever_speaks_in_a_text_has_to_agree_also_without_being_named_as_present()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var (role, offering) = (await seed.ARoleClass("fédération"), await seed.AnOffering());
        var (agreeing, silent) = (await seed.AnExpert(role, Attribution.Named), await seed.AnExpert(role, attribution: null));
        var text = await seed.AText(researcher, "On refuse.", [agreeing], [offering], [new SegmentDraft(0, 10, "S1", silent.Id, null, null, null, null)]);

        var label = (await test.Get<AttributionLabels>().Run(researcher, new LabelRequest([text.Id], offering.Id, Audience.Public, "fr"), TestStudy.Cancellation)).Value![text.Id];

        Assert.Equal((LabelBar.NoConsent, LabelLevel.Person), (label.Bar, label.Level));
    }

    [Fact]
    public async Task A_text_of_another_study_has_no_label_here()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var text = await seed.AText(researcher, "a", [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        var other = new Study("steel", new("Acier"));
        await test.Save(other);

        var labels = await test.Get<AttributionLabels>().Run(await test.As(Roles.Researcher, other), new LabelRequest([text.Id], null, Audience.Team, "fr"), TestStudy.Cancellation);

        Assert.Empty(labels.Value!);
    }

    private static async Task<SourceLabel> Label(TestStudy test, StudyAccess access, SourceText text, Offering offering)
    {
        var labels = await test.Get<AttributionLabels>().Run(access, new LabelRequest([text.Id], offering.Id, Audience.Committee, "fr"), TestStudy.Cancellation);
        return labels.Value![text.Id];
    }
}
