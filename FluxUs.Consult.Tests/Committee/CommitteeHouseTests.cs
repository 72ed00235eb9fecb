using FluxUs.Consult.Committee;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Committee;

public class CommitteeHouseTests
{
    [Fact]
    public async Task A_member_sees_what_is_in_review_and_nothing_before()
    {
        await using var test = await TestStudy.Create();
        var (draft, review) = (await AFiche(test, "P01"), await AFiche(test, "P02"));
        review.SendToReview("", test.Time.GetUtcNow().UtcDateTime);
        await test.Save(draft, review);

        var house = (await test.Get<ReadCommitteeHouse>().Run(await test.As(Roles.Committee), TestStudy.Cancellation)).Value!;

        Assert.Equal("P02", Assert.Single(house.Expected).Code);
        Assert.Empty(house.Published);
    }

    [Fact]
    public async Task What_a_member_has_answered_is_expected_no_more_until_the_next_round()
    {
        await using var test = await TestStudy.Create();
        var member = await test.As(Roles.Committee);
        var fiche = await AFiche(test, "P01");
        fiche.SendToReview("", test.Time.GetUtcNow().UtcDateTime);
        await test.Save(fiche, new FicheApproval(fiche.Id, round: 1, member.Actor.Id, Opinion.WithoutReserve, "", test.Time.GetUtcNow().UtcDateTime));

        var house = (await test.Get<ReadCommitteeHouse>().Run(member, TestStudy.Cancellation)).Value!;

        Assert.Empty(house.Expected);
        Assert.Equal(Opinion.WithoutReserve, Assert.Single(house.Answered).Said);
        Assert.Single((await test.Get<ReadCommitteeHouse>().Run(await test.As(Roles.Committee), TestStudy.Cancellation)).Value!.Expected);
    }

    [Fact]
    public async Task An_edition_for_the_team_alone_is_not_shown_to_the_committee()
    {
        await using var test = await TestStudy.Create();
        var fiche = await AFiche(test, "P01");
        fiche.Publish();
        await test.Save(fiche);
        await test.Save(AnEdition(test, fiche, 1, Audience.Team));

        Assert.Empty((await test.Get<ReadCommitteeHouse>().Run(await test.As(Roles.Committee), TestStudy.Cancellation)).Value!.Published);
        Assert.Single((await test.Get<ReadCommitteeHouse>().Run(await test.As(Roles.Editor), TestStudy.Cancellation)).Value!.Published);
    }

    [Fact]
    public async Task Of_several_editions_the_latest_is_the_published_one()
    {
        await using var test = await TestStudy.Create();
        var fiche = await AFiche(test, "P01");
        fiche.Publish();
        await test.Save(fiche);
        await test.Save(AnEdition(test, fiche, 1, Audience.Public), AnEdition(test, fiche, 2, Audience.Public));

        var house = (await test.Get<ReadCommitteeHouse>().Run(await test.As(Roles.Committee), TestStudy.Cancellation)).Value!;

        Assert.Equal(2, Assert.Single(house.Published).Number);
        Assert.Equal([2, 1], house.Decisions.Select(line => line.Number).Order().Reverse());
    }

    [Fact]
    public async Task What_was_said_of_an_edition_is_counted_as_the_fiche_counts_it_and_on_its_own_round()
    {
        await using var test = await TestStudy.Create();
        var at = test.Time.GetUtcNow().UtcDateTime;
        var members = new[] { await test.As(Roles.Committee), await test.As(Roles.Committee), await test.As(Roles.Committee) };
        var fiche = await AFiche(test, "P01");
        fiche.Publish();
        await test.Save(fiche);
        FicheApproval Word(int member, int round, Opinion opinion, int days, string interest = "") =>
            new(fiche.Id, round, members[member].Actor.Id, opinion, "Une raison.", at.AddDays(days), interest);
        await test.Save(Word(0, 1, Opinion.WithoutReserve, -9), Word(1, 1, Opinion.WithReserve, -9), Word(2, 1, Opinion.WithoutReserve, -9, "siège au conseil"), Word(0, 2, Opinion.WithoutReserve, -2));
        await test.Save(AnEdition(test, fiche, 1, Audience.Public, at.AddDays(-8)), AnEdition(test, fiche, 2, Audience.Public, at));

        var lines = (await test.Get<ReadCommitteeHouse>().Run(members[0], TestStudy.Cancellation)).Value!.Decisions;

        Assert.Equal(new OpinionMaterial(1, 1, 0, 1), lines.Single(line => line.Number == 1).Opinions);
        Assert.Equal(new OpinionMaterial(1, 0, 0, 0), lines.Single(line => line.Number == 2).Opinions);
    }

    private static async Task<Fiche> AFiche(TestStudy test, string code)
    {
        var offering = new Offering(test.Study.Id, code, new LocalText("Réemploi", "Hergebruik", "Reuse"), "R3");
        await test.Save(offering);
        return new Fiche(test.Study.Id, offering.Id, "fr", "default");
    }

    private static Edition AnEdition(TestStudy test, Fiche fiche, int number, Audience audience, DateTime? at = null) => new(
        Guid.CreateVersion7(), test.Study.Id, fiche.Id, number, audience, "{}", "{}", [1, 2, 3], "00", 4, "", Guid.NewGuid(), at ?? test.Time.GetUtcNow().UtcDateTime);
}
