using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Fiches;

public class ReviewTests
{
    [Fact]
    public async Task What_is_approved_is_published_and_frozen_with_its_bytes()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        await Say(study, await test.As(Roles.Committee), approves: true);

        var published = await Publish(study);
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<ComposeFiche>().Run(await test.As(Roles.Committee), "P01", "fr", null, TestStudy.Cancellation)).Kind);
        await study.Findings.AFinding("Arrivé trop tard.", await study.Findings.Said("Trop tard.", study.Speaker));

        var edition = Assert.Single(await test.All<Edition>());
        Assert.Equal(edition.Id, published.Value);
        Assert.Equal((1, Audience.Committee), (edition.Number, edition.Audience));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(edition.Pdf)), edition.Sha256);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(edition.Pdf, 0, 5), StringComparison.Ordinal);
        Assert.Contains("édition 1", PlainText.Of(DocumentJson.Read(edition.Document)), StringComparison.Ordinal);
        Assert.NotEmpty(await test.All<EditionSource>());
        Assert.Equal(FicheState.Published, (await study.Fiche()).State);
    }

    [Fact]
    public async Task A_stored_edition_renders_to_the_bytes_that_were_stored()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        await Say(study, await test.As(Roles.Committee), approves: true);
        await Publish(study);

        var edition = Assert.Single(await test.All<Edition>());
        using var again = new MemoryStream();
        var document = DocumentJson.Read(edition.Document);
        test.Get<IPdfEngine>().Render(Paper.Of(document), DocumentJson.ReadStyle(edition.PageStyle), again, EditionData.Of(document));

        Assert.Equal(edition.Pdf, again.ToArray());
    }

    [Fact]
    public async Task Publishing_twice_by_one_form_makes_one_edition()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        await Say(study, await test.As(Roles.Committee), approves: true);
        var request = new PublishFicheRequest(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version, "");

        var first = await test.Get<PublishFiche>().Handle(study.Editor, request, TestStudy.Cancellation);
        var second = await test.Get<PublishFiche>().Handle(study.Editor, request, TestStudy.Cancellation);

        Assert.Equal(first.Value, second.Value);
        Assert.Single(await test.All<Edition>());
    }

    [Fact]
    public async Task Nothing_is_published_before_the_committee_approves()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);

        Assert.Equal("NotApproved", Assert.Single((await Publish(study)).Refusals).Key);
    }

    [Fact]
    public async Task An_objection_needs_a_reason_and_holds_the_fiche_back_until_it_is_taken_back()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        var (one, other) = (await test.As(Roles.Committee), await test.As(Roles.Committee));
        await Say(study, one, approves: true);

        Assert.Equal("ObjectionNeedsReason", Assert.Single((await Say(study, other, approves: false)).Refusals).Key);
        await Say(study, other, approves: false, "Aucun assureur entendu.");
        Assert.Equal(FicheState.InReview, (await study.Fiche()).State);
        await Say(study, other, approves: true);
        Assert.Equal(FicheState.Approved, (await study.Fiche()).State);
    }

    [Fact]
    public async Task Data_that_change_after_approval_are_not_published_unseen()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        await Say(study, await test.As(Roles.Committee), approves: true);
        await test.Change<Consult.Recommendations.Recommendation>(one => one.Word("Supprimer la garantie.", "fr"), one => one.Code == "R-01");

        Assert.Equal("ChangedSinceReview", Assert.Single((await Publish(study)).Refusals).Key);
    }

    [Fact]
    public async Task What_changes_while_the_pages_are_drawn_stops_the_edition()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        await Say(study, await test.As(Roles.Committee), approves: true);
        await using var scope = test.Services.CreateAsyncScope();
        var engine = new SlowEngine(test.Get<IPdfEngine>(), () => test.Change<Consult.Recommendations.Recommendation>(one => one.Word("Supprimer la garantie.", "fr"), one => one.Code == "R-01"));
        var publish = ActivatorUtilities.CreateInstance<PublishFiche>(scope.ServiceProvider, engine);

        var outcome = await publish.Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version, ""), TestStudy.Cancellation);

        Assert.Equal("ChangedSinceReview", Assert.Single(outcome.Refusals).Key);
        Assert.Empty(await test.All<Edition>());
    }

    [Fact]
    public async Task A_name_stops_the_fiche_before_anyone_else_reads_it_and_that_is_on_record()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await study.Write(SectionKeys.Divergence, "Ambroise Vandenhaute s’y oppose.");

        var refused = await test.Get<SendToReview>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version), TestStudy.Cancellation);

        Assert.Equal("NamesFound", Assert.Single(refused.Refusals).Key);
        var fiche = await study.Fiche();
        Assert.Equal((FicheState.Draft, true), (fiche.State, fiche.NamesFound));
    }

    [Fact]
    public async Task While_it_is_reviewed_its_prose_does_not_move()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);

        var outcome = await test.Get<WriteSection>().Handle(study.Editor, new(Guid.NewGuid(), study.FicheId, SectionKeys.OneSentence, 1, "Autre chose."), TestStudy.Cancellation);

        Assert.Equal("NotOpenToWriting", Assert.Single(outcome.Refusals).Key);
    }

    [Fact]
    public async Task Taken_back_it_is_closed_to_the_committee_and_has_to_be_approved_again()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        var member = await test.As(Roles.Committee);
        await Say(study, member, approves: true);

        await test.Get<TakeBack>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version), TestStudy.Cancellation);
        Assert.Equal(OutcomeKind.NotFound, (await Say(study, member, approves: true)).Kind);
        await Send(study);

        Assert.Equal(FicheState.InReview, (await study.Fiche()).State);
    }

    [Fact]
    public async Task A_second_edition_says_what_changed()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var member = await test.As(Roles.Committee);
        await Send(study);
        await Say(study, member, approves: true);
        await Publish(study);
        await test.Get<TakeBack>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version), TestStudy.Cancellation);
        await study.Write("what-would-change", "Entendre deux assureurs.");
        await Send(study);
        await Say(study, member, approves: true);

        Assert.Equal("ChangesNeeded", Assert.Single((await Publish(study)).Refusals).Key);
        Assert.Equal("NameInChanges", Assert.Single((await Publish(study, "Ambroise Vandenhaute entendu.")).Refusals).Key);
        Assert.True((await Publish(study, "Deux assureurs plutôt qu’un.")).IsDone);
        Assert.Equal([1, 2], (await test.All<Edition>()).Select(edition => edition.Number).Order());
    }

    [Fact]
    public async Task The_committee_comments_only_what_it_may_read()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var member = await test.As(Roles.Committee);
        Task<Outcome<Guid>> Comment() => test.Get<CommentFiche>().Handle(member, new(Guid.NewGuid(), FicheStudy.Name, SectionKeys.FlowToday, "De quand date ce chiffre ?"), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, (await Comment()).Kind);
        await Send(study);
        var comment = await Comment();
        Assert.True(comment.IsDone);
        await test.Get<ResolveComment>().Handle(study.Editor, new(Guid.NewGuid(), comment.Value), TestStudy.Cancellation);
        Assert.NotNull(Assert.Single(await test.All<FicheComment>()).ResolvedAt);
    }

    [Fact]
    public async Task Whoever_declared_an_interest_in_the_offering_says_their_word_on_its_fiche_without_a_vote()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Send(study);
        var member = await test.As(Roles.Committee);
        await test.Save(new DeclaredInterest(test.Study.Id, member.Actor.Id, (await study.Fiche()).OfferingId, "siège au conseil de l’entreprise", member.Actor.Id, test.Time.GetUtcNow().UtcDateTime));

        await Say(study, member, approves: true);

        Assert.Equal(FicheState.InReview, (await study.Fiche()).State);
        Assert.Equal("siège au conseil de l’entreprise", Assert.Single(await test.All<FicheApproval>()).Interest);
    }

    private static async Task Send(FicheStudy study)
    {
        var sent = await study.Test.Get<SendToReview>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version), TestStudy.Cancellation);
        Assert.True(sent.IsDone, string.Join(' ', sent.Refusals.Select(refusal => refusal.Key)));
    }

    private static Task<Outcome<Nothing>> Say(FicheStudy study, StudyAccess member, bool approves, string reason = "") =>
        study.Test.Get<ApproveFiche>().Handle(member, new(Guid.NewGuid(), FicheStudy.Name, approves ? Opinion.WithoutReserve : Opinion.Against, reason), TestStudy.Cancellation);

    private static async Task<Outcome<Guid>> Publish(FicheStudy study, string changes = "") =>
        await study.Test.Get<PublishFiche>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version, changes), TestStudy.Cancellation);

    // Something happens elsewhere while it draws.
    private sealed class SlowEngine(IPdfEngine engine, Func<Task> meanwhile) : IPdfEngine
    {
        public PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Consult.Foundation.Documents.Attachment> attachments)
        {
            meanwhile().GetAwaiter().GetResult();
            return engine.Render(document, style, output, attachments);
        }

        public PagePictures Draw(FicheDocument document, PageStyle style) => engine.Draw(document, style);

        public PdfReport Render(PackDocument pack, PageStyle style, Stream output) => engine.Render(pack, style, output);

        public IPackWriter Begin(PackFront front, PageStyle style, Stream output) => engine.Begin(front, style, output);
    }
}
