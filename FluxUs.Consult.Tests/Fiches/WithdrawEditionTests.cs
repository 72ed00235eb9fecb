using System.Net;
using System.Text;
using FluxUs.Consult.Committee;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public class WithdrawEditionTests
{
    private const string Words = "Zwartbroek déborde";
    private static readonly FicheName Name = new("P01", "fr");

    [Fact]
    public async Task Of_a_withdrawn_edition_only_its_number_its_date_and_its_hash_stay()
    {
        await using var test = await TestStudy.Create();
        var edition = await Published(test);
        Assert.True(DatabaseBytes.Hold(test.Root, Words));

        var outcome = await Withdraw(test, " p01  FR 1 ");

        Assert.True(outcome.IsDone);
        var left = Assert.Single(await test.All<Edition>());
        Assert.Equal((1, edition.PublishedAt, "ab12"), (left.Number, left.PublishedAt, left.Sha256));
        Assert.Empty(left.Pdf);
        Assert.Empty(left.Document + left.PageStyle + left.Changes);
        Assert.Empty(await test.All<EditionSource>());
        Assert.False(DatabaseBytes.Hold(test.Root, Words), "The content is still in the files.");
        Assert.Equal(FicheState.Draft, (await test.All<Consult.Fiches.Fiche>()).Single().State);
    }

    [Fact]
    public async Task An_edition_is_withdrawn_by_the_manager_alone_with_its_name_typed_and_only_when_someone_withdrew()
    {
        await using var test = await TestStudy.Create();
        await Published(test);
        await Published(test, "P02", isFlagged: false);

        Assert.Equal(OutcomeKind.Forbidden, (await Withdraw(test, "P01 fr 1", Roles.Editor)).Kind);
        Assert.Equal("EditionNotTyped", Assert.Single((await Withdraw(test, "P01 fr 2")).Refusals).Key);
        var unflagged = await test.Get<WithdrawEdition>().Handle(await test.As(Roles.Manager), new(Guid.NewGuid(), new("P02", "fr"), 1, "P02 fr 1"), TestStudy.Cancellation);
        Assert.Equal("EditionNotFlagged", Assert.Single(unflagged.Refusals).Key);
        Assert.All(await test.All<Edition>(), edition => Assert.NotEmpty(edition.Pdf));
    }

    [Fact]
    public async Task A_withdrawn_edition_leaves_the_pack_and_the_committee_sees_that_it_was()
    {
        await using var test = await TestStudy.Create();
        await Published(test);
        await Withdraw(test, "P01 fr 1");
        var member = await test.As(Roles.Committee);

        Assert.Equal("NoEditionAtAll", Assert.Single((await test.Get<RenderPack>().Run(member, new("fr", PackFormat.Zip), Stream.Null, null, TestStudy.Cancellation)).Refusals).Key);
        Assert.Equal("EditionHasNoFile", Assert.Single((await test.Get<RenderFiche>().Run(member, new("P01", "fr", false, FicheFormat.Pdf), TestStudy.Cancellation)).Refusals).Key);
        var house = (await test.Get<ReadCommitteeHouse>().Run(member, TestStudy.Cancellation)).Value!;
        Assert.NotNull(Assert.Single(house.Published).WithdrawnAt);
        Assert.NotNull(Assert.Single(house.Decisions).WithdrawnAt);
        Assert.True(Assert.Single((await test.Get<ListFiches>().Run(member, TestStudy.Cancellation)).Value!).IsWithdrawn);
    }

    [Fact]
    public async Task Its_addresses_say_what_it_was_to_those_for_whom_it_was_meant()
    {
        await using var site = await TestSite.Create();
        var edition = await Published(site.Study);
        var manager = await site.SignIn(Roles.Manager);
        Assert.Contains("/studies/wood/fiches/P01/fr/editions/1/withdrawal", await TestSite.Read(manager, $"/editions/{edition.Id}"), StringComparison.Ordinal);
        var done = await TestSite.Post(manager, "/studies/wood/fiches/P01/fr/editions/1/withdrawal", "withdraw-edition", ("TypedName", "P01 fr 1"));
        Assert.EndsWith($"/editions/{edition.Id}", done.Headers.Location?.OriginalString, StringComparison.Ordinal);

        var member = await site.SignIn(Roles.Committee);
        var page = await member.GetAsync($"/editions/{edition.Id}", TestStudy.Cancellation);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        var html = await TestSite.Read(page);
        Assert.Contains("Cette édition a été retirée", html, StringComparison.Ordinal);
        Assert.Contains("ab12", html, StringComparison.Ordinal);
        Assert.Contains("/studies/wood/committee", html, StringComparison.Ordinal);
        Assert.Equal($"/editions/{edition.Id}", (await member.GetAsync($"/editions/{edition.Id}.pdf", TestStudy.Cancellation)).Headers.Location?.OriginalString);
        Assert.EndsWith($"/editions/{edition.Id}", (await member.GetAsync("/studies/wood/fiches/P01/fr", TestStudy.Cancellation)).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("éd. 1 retirée", await TestSite.Read(member, "/studies/wood/committee"), StringComparison.Ordinal);
        Assert.Contains("éd. 1 retirée", await TestSite.Read(manager, "/studies/wood/fiches"), StringComparison.Ordinal);
        Assert.DoesNotContain("retirée", await TestSite.Read(site.Visitor(), $"/editions/{edition.Id}"), StringComparison.Ordinal);
    }

    private static async Task<Outcome<Nothing>> Withdraw(TestStudy test, string typed, Roles role = Roles.Manager) =>
        await test.Get<WithdrawEdition>().Handle(await test.As(role), new(Guid.NewGuid(), Name, 1, typed), TestStudy.Cancellation);

    private static async Task<Edition> Published(TestStudy test, string code = "P01", bool isFlagged = true)
    {
        var offering = new Offering(test.Study.Id, code, new LocalText("Éléments démontés"), "R3");
        var fiche = new Consult.Fiches.Fiche(test.Study.Id, offering.Id, "fr", "policy-fiche");
        fiche.Publish();
        var at = new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
        var document = DocumentJsonOf(Words);
        var edition = new Edition(Guid.CreateVersion7(), test.Study.Id, fiche.Id, 1, Audience.Committee, document, "{}", Encoding.UTF8.GetBytes("%PDF-" + Words), "ab12", 2, Words, Guid.Empty, at);
        if (isFlagged) edition.Flag(at);
        await test.Save(offering, fiche, edition, new EditionSource { EditionId = edition.Id, SourceTextId = Guid.NewGuid() });
        return edition;
    }

    private static string DocumentJsonOf(string words) => FluxUs.Consult.Foundation.Documents.DocumentJson.Write(new FluxUs.Consult.Foundation.Documents.FicheDocument(
        new FluxUs.Consult.Foundation.Documents.DocumentDetails { Title = words, Language = "fr", Identifier = Guid.NewGuid(), Date = default, Author = "", Footer = "" }, []));
}
