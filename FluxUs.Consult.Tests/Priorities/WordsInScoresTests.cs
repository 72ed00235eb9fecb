using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Evidence;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

public class WordsInScoresTests
{
    private const string Words = "On refuse de nous assurer.";

    [Fact]
    public async Task A_withdrawal_takes_the_reasons_of_the_scores_that_rested_on_the_person_and_leaves_their_values()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test, offerings: 2);
        var (leaving, excerpt) = await Said(test, scene, isNamedAsVoice: true);
        await Score(test, scene, 0, "« On refuse de nous assurer »", excerpt);
        await Score(test, scene, 1, "selon la littérature", null);
        await scene.Release();

        var held = await Held(test, scene, leaving);
        await Withdraw(test, scene, leaving);

        Assert.Equal([(WordsFate.Weakened, "P01 × C1"), (WordsFate.Removed, "P01 × C1")], held);
        Assert.Equal([(3m, ""), (3m, "selon la littérature")], (await test.All<Score>()).OrderBy(score => score.Rationale.Length).Select(score => (score.Value, score.Rationale)));
        Assert.Equal([("", 3m), ("selon la littérature", 3m)], (await test.All<SettledScore>()).OrderBy(score => score.Rationale.Length).Select(score => (score.Rationale, score.Value)));
        Assert.Empty(await test.All<ScoreEvidence>());
    }

    [Fact]
    public async Task Whoever_speaks_in_a_text_without_being_named_as_present_is_found_by_what_was_said()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test, offerings: 2);
        var (leaving, excerpt) = await Said(test, scene, isNamedAsVoice: false);
        await Score(test, scene, 0, "« On refuse de nous assurer »", excerpt);
        await scene.Release();

        var held = await Held(test, scene, leaving);
        await Withdraw(test, scene, leaving);

        Assert.Equal(2, held.Count);
        Assert.Empty(Assert.Single(await test.All<Score>()).Rationale);
        Assert.Empty(await test.All<ScoreEvidence>());
    }

    [Fact]
    public async Task Before_the_release_a_withdrawal_takes_the_reasons_and_does_not_tell_that_there_are_any()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test, offerings: 1);
        var (leaving, excerpt) = await Said(test, scene, isNamedAsVoice: true);
        await Score(test, scene, 0, "« On refuse de nous assurer »", excerpt);

        var held = await Held(test, scene, leaving);
        await Withdraw(test, scene, leaving);

        Assert.Empty(held);
        Assert.Empty(Assert.Single(await test.All<Score>()).Rationale);
    }

    [Theory]
    [InlineData(null, "", "")]
    [InlineData(Attribution.Anonymous, "« On refuse de nous assurer »", "A-1")]
    public async Task The_committee_reads_no_reason_that_rests_on_someone_without_a_consent_and_no_code_that_joins_pages(Attribution? agreed, string reason, string codes)
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test, offerings: 1);
        var seed = new EvidenceSeed(test);
        var text = await seed.AText(scene.Researcher, Words, [await seed.AnExpert(await seed.ARoleClass("assureur"), agreed)], []);
        await Score(test, scene, 0, "« On refuse de nous assurer »", (await seed.AnExcerpt(scene.Researcher, text, 0, Words.Length, await seed.ATag())).Id);
        await scene.Release();

        var committee = await Read(await test.As(Roles.Committee));
        var team = await Read(scene.Researcher);

        Assert.Equal((reason, reason, codes), committee);
        Assert.Equal(("« On refuse de nous assurer »", "« On refuse de nous assurer »", text.Code), team);

        async Task<(string Given, string Settled, string Codes)> Read(StudyAccess reader)
        {
            var cell = (await scene.Done(test.Get<ReadOfferingScores>().Run(reader, "P01", TestStudy.Cancellation))).Criteria[0];
            return (Assert.Single(cell.Given).Rationale, cell.Settled!.Rationale, string.Join(", ", cell.Given[0].Codes));
        }
    }

    private static async Task<(Expert Leaving, Guid Excerpt)> Said(TestStudy test, ChoiceScene scene, bool isNamedAsVoice)
    {
        var seed = new EvidenceSeed(test);
        var role = await seed.ARoleClass("assureur");
        var (leaving, other) = (await seed.AnExpert(role), await seed.AnExpert(role));
        var text = await seed.AText(scene.Researcher, Words, [isNamedAsVoice ? leaving : other], [], [new SegmentDraft(0, Words.Length, "S1", leaving.Id, null, null, null, null)]);
        return (leaving, (await seed.AnExcerpt(scene.Researcher, text, 0, Words.Length, await seed.ATag())).Id);
    }

    private static Task<int> Score(TestStudy test, ChoiceScene scene, int offering, string reason, Guid? excerpt) => scene.Done(test.Get<GiveScore>().Handle(
        scene.Researcher, new(Guid.NewGuid(), scene.Offerings[offering].Id, scene.C1, 0, 3, ScoreConfidence.High, reason, excerpt is { } id ? [id] : [], []), TestStudy.Cancellation));

    private static async Task<List<(WordsFate, string)>> Held(TestStudy test, ChoiceScene scene, Expert leaving)
    {
        var screen = await scene.Done(test.Get<ReadWithdrawal>().Run(scene.Researcher, leaving.Code, TestStudy.Cancellation));
        return [.. screen.Held.Where(kind => kind.Texts == typeof(PrioritiesTexts)).Select(kind => (kind.Fate, string.Join(", ", kind.Codes)))];
    }

    private static Task<Nothing> Withdraw(TestStudy test, ChoiceScene scene, Expert leaving) =>
        scene.Done(test.Get<WithdrawConsent>().Handle(scene.Researcher, new(Guid.NewGuid(), leaving.Code, leaving.Code), TestStudy.Cancellation));
}
