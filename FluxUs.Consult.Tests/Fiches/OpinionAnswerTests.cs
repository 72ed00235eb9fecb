using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Overview;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public class OpinionAnswerTests
{
    [Fact]
    public async Task A_reserve_waits_until_it_is_answered_and_the_committee_reads_the_answer()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.WithReserve, "Chiffrer le coût.");
        Assert.Equal(1, Assert.Single(await Waiting(study), line => line.Kind == WaitingKind.OpinionsToAnswer).Count);

        await Done(Answer(study, await Line(study), 0, Settlement.Explained, "Le coût est chiffré à la recommandation 2."));

        var read = (await test.Get<ReadFiche>().Run(member, FicheStudy.Name, TestStudy.Cancellation)).Value!;
        var answer = Assert.Single(read.Words).Answer!;
        Assert.Equal((Settlement.Explained, "Le coût est chiffré à la recommandation 2.", 1), (answer.Settlement, answer.Words, answer.Version));
        Assert.DoesNotContain(await Waiting(study), line => line.Kind == WaitingKind.OpinionsToAnswer);
        Assert.DoesNotContain("recommandation 2", Consult.Foundation.Documents.PlainText.Of((await study.Compose()).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_needs_to_say_what_becomes_of_the_opinion_and_words()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.Against, "Aucun assureur entendu.");

        var empty = await Answer(study, await Line(study), 0, null, " ");
        var tooLong = await Answer(study, await Line(study), 0, Settlement.TakenUp, new string('a', LongestAttribute.Paragraph + 1));

        Assert.Equal(["AnswerNeedsSettlement", "AnswerNeedsWords"], empty.Refusals.Select(refusal => refusal.Key));
        Assert.Equal(("TextTooLong", "Words"), (tooLong.Refusals[0].Key, tooLong.Refusals[0].Field));
        Assert.Equal(OutcomeKind.Forbidden, (await Answer(study, await Line(study), 0, Settlement.TakenUp, "Oui.", member)).Kind);
        Assert.Empty(await test.All<OpinionAnswer>());
    }

    [Fact]
    public async Task An_answer_names_nobody_who_was_heard_and_tells_where_only_to_who_may_know_names()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.WithReserve, "Chiffrer le coût.");
        var line = await Line(study);

        var editor = await Answer(study, line, 0, Settlement.Explained, "Comme le dit monsieur Vandenhaute, rien.");
        var manager = await Answer(study, line, 0, Settlement.Explained, "Comme le dit monsieur Vandenhaute, rien.", await test.As(Roles.Manager));

        Assert.Equal(("AnswerNames", "Words", ""), (Assert.Single(editor.Refusals).Key, editor.Refusals[0].Field, editor.Refusals[0].Arguments[0]));
        Assert.Equal(("AnswerNamesWhom", "Vandenhaute"), (Assert.Single(manager.Refusals).Key, manager.Refusals[0].Arguments[0]));
        Assert.Empty(await test.All<OpinionAnswer>());
    }

    [Fact]
    public async Task Opinions_and_answers_leave_no_words_in_the_record_of_acts()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.WithReserve, "Chiffrer le coût.");
        await Done(Answer(study, await Line(study), 0, Settlement.Explained, "Chiffré à la page 2."));

        var told = string.Join('\n', (await test.All<AuditEntry>()).Select(entry => entry.Details));

        Assert.Contains("Settlement", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Chiffr", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_never_overwrite_each_others_answer()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.WithReserve, "Chiffrer le coût.");
        var line = await Line(study);
        await Done(Answer(study, line, 0, Settlement.Explained, "Première."));

        var late = await Answer(study, line, 0, Settlement.TakenUp, "Seconde, sans avoir lu la première.");
        await Done(Answer(study, line, 1, Settlement.TakenUp, "Corrigée."));

        Assert.Equal(OutcomeKind.Changed, late.Kind);
        var kept = Assert.Single(await test.All<OpinionAnswer>());
        Assert.Equal(("Corrigée.", Settlement.TakenUp, 2), (kept.Words, kept.Settlement, kept.Version));
    }

    [Fact]
    public async Task An_opinion_given_again_starts_without_an_answer_and_the_one_before_stays_readable_with_its_own()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.Against, "Aucun assureur entendu.");
        var first = await Line(study);
        await Done(Answer(study, first, 0, Settlement.TakenUp, "Un assureur est cité."));
        await Say(study, member, Opinion.WithReserve, "Un seul assureur.");

        var late = await Answer(study, first, 1, Settlement.TakenUp, "Toujours.");

        Assert.Equal("OpinionGivenAgain", Assert.Single(late.Refusals).Key);
        var lines = await Lines(study);
        Assert.Equal([(Opinion.WithReserve, true, false), (Opinion.Against, false, true)], lines.Select(line => (line.Opinion, line.AwaitsAnswer, line.IsEarlier)));
        Assert.Equal(("Aucun assureur entendu.", "Un assureur est cité."), (lines[1].Reason, lines[1].Answer!.Words));
    }

    [Fact]
    public async Task What_was_said_before_the_fiche_was_taken_back_can_be_answered_until_the_member_says_more()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.WithReserve, "Chiffrer le coût.");
        await Done(test.Get<TakeBack>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version), TestStudy.Cancellation));
        await Send(study);

        var before = await Line(study);
        Assert.True(before is { IsEarlier: true, AwaitsAnswer: true });
        await Done(Answer(study, before, 0, Settlement.TakenUp, "Chiffré."));
        await Say(study, member, Opinion.WithoutReserve, "");

        Assert.Equal([(false, (string?)null), (true, "Chiffré.")], (await Lines(study)).Select(line => (line.IsEarlier, line.Answer?.Words)));
        Assert.Equal(OutcomeKind.Refused, (await Answer(study, before, 1, Settlement.TakenUp, "Encore.")).Kind);
    }

    [Fact]
    public async Task An_interest_taken_back_has_the_word_on_the_fiche_count_again()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        var interest = new DeclaredInterest(test.Study.Id, member.Actor.Id, (await study.Fiche()).OfferingId, "siège au conseil", member.Actor.Id, test.Time.GetUtcNow().UtcDateTime);
        await test.Save(interest);
        await Say(study, member, Opinion.WithoutReserve, "");
        Assert.Equal(FicheState.InReview, (await study.Fiche()).State);

        await Done(test.Get<TakeBackInterest>().Handle(member, new(Guid.NewGuid(), interest.Id, "Une autre entreprise du même nom."), TestStudy.Cancellation));

        Assert.Equal(FicheState.Approved, (await study.Fiche()).State);
        Assert.True(Assert.Single(await test.All<FicheApproval>()).Counts);
        Assert.Equal("Une autre entreprise du même nom.", Assert.Single(await test.All<DeclaredInterest>()).TakenBackReason);
    }

    private static async Task<(FicheStudy Study, StudyAccess Member)> InReview(TestStudy test)
    {
        var study = await FicheStudy.In(test);
        await Send(study);
        return (study, await test.As(Roles.Committee));
    }

    private static async Task Send(FicheStudy study) =>
        await Done(study.Test.Get<SendToReview>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version), TestStudy.Cancellation));

    [Fact]
    public async Task A_reserve_that_is_lifted_takes_its_words_along_and_new_words_stay()
    {
        await using var test = await TestStudy.Create();
        var (study, member) = await InReview(test);
        await Say(study, member, Opinion.WithReserve, "Chiffrer le coût.");

        await Say(study, member, Opinion.WithoutReserve, "Chiffrer le coût.");
        var lifted = (await Line(study)).Reason;
        await Say(study, member, Opinion.WithoutReserve, "Merci du chiffre.");

        Assert.Equal(("", "Merci du chiffre."), (lifted, (await Line(study)).Reason));
    }

    private static async Task Say(FicheStudy study, StudyAccess member, Opinion opinion, string reason)
    {
        study.Test.Wait(TimeSpan.FromHours(1));
        await Done(study.Test.Get<ApproveFiche>().Handle(member, new(Guid.NewGuid(), FicheStudy.Name, opinion, reason), TestStudy.Cancellation));
    }

    private static Task<Outcome<Nothing>> Answer(FicheStudy study, OpinionLine line, int version, Settlement? settlement, string words, StudyAccess? by = null) =>
        study.Test.Get<AnswerOpinion>().Handle(by ?? study.Editor, new(Guid.NewGuid(), FicheStudy.Name, line.MemberId, line.At, version, settlement, words), TestStudy.Cancellation);

    private static async Task<IReadOnlyList<OpinionLine>> Lines(FicheStudy study) =>
        (await study.Test.Get<EditFiche>().Run(study.Editor, FicheStudy.Name, TestStudy.Cancellation)).Value!.Words;

    private static async Task<OpinionLine> Line(FicheStudy study) => Assert.Single(await Lines(study));

    private static async Task<IReadOnlyList<WaitingLine>> Waiting(FicheStudy study) => (await study.Test.Get<ListWaiting>().Run(study.Editor, TestStudy.Cancellation)).Value!;

    private static async Task Done<T>(Task<Outcome<T>> act)
    {
        var outcome = await act;
        Assert.True(outcome.IsDone, $"{outcome.Kind} {string.Join(' ', outcome.Refusals.Select(refusal => refusal.Key))}");
    }
}
