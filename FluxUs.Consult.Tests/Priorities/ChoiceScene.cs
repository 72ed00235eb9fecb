using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

/// <summary>A small study to choose in: offerings P01 to P05, criteria C1 and C2 from 0 to 4, weights 60 and 40, two to retain.</summary>
internal sealed class ChoiceScene
{
    private ChoiceScene(TestStudy test, IReadOnlyList<Offering> offerings) => (Test, Offerings) = (test, offerings);

    public TestStudy Test { get; }
    public IReadOnlyList<Offering> Offerings { get; }
    public StudyAccess Manager { get; private set; } = null!;
    public StudyAccess Researcher { get; private set; } = null!;
    public Guid C1 { get; private set; }
    public Guid C2 { get; private set; }

    public static CriterionContents Scale(string name, params decimal[] values) => new(
        new LocalText(name), new LocalText(""), new LocalText(""), CriterionDirection.HigherIsBetter, "décision du 4 mai",
        [.. values.Select(value => new ScaleStepContents(value, new LocalText($"niveau {value}")))]);

    public static async Task<ChoiceScene> Create(TestStudy test, int offerings = 5)
    {
        var made = Enumerable.Range(1, offerings).Select(number => new Offering(test.Study.Id, $"P{number:00}", new LocalText($"Offre {number}"), "")).ToList();
        await test.Save([.. made]);
        var scene = new ChoiceScene(test, made) { Manager = await test.As(Roles.Manager), Researcher = await test.As(Roles.Researcher) };
        scene.C1 = await scene.Done(test.Get<AddCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", Scale("Circularité", 0, 1, 2, 3, 4)), TestStudy.Cancellation));
        scene.C2 = await scene.Done(test.Get<AddCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C2", Scale("Emplois", 0, 1, 2, 3, 4)), TestStudy.Cancellation));
        await scene.Done(test.Get<WeighCriteria>().Handle(
            scene.Manager, new(Guid.NewGuid(), WeightHolder.Study, "", 0, WeightMethod.Points, new Dictionary<Guid, decimal> { [scene.C1] = 60, [scene.C2] = 40 }, "séance du 4 mai"), TestStudy.Cancellation));
        await scene.Done(test.Get<SetScoring>().Handle(scene.Manager, new(Guid.NewGuid(), 0, 2, 200, 1), TestStudy.Cancellation));
        return scene;
    }

    public async Task<T> Done<T>(Task<Outcome<T>> act)
    {
        var outcome = await act;
        Assert.True(outcome.IsDone, $"{outcome.Kind} {string.Join(' ', outcome.Refusals.Select(refusal => refusal.Key))}");
        return outcome.Value;
    }

    /// <summary>One person's scores, offering by offering: C1 then C2; null leaves a cell empty.</summary>
    public Task<int> Score(StudyAccess who, params (decimal? C1, decimal? C2)[] scores) => Done(Test.Get<GiveScores>().Handle(
        who,
        new GiveScoresRequest(Guid.NewGuid(), [.. scores.SelectMany((one, at) => new[]
        {
            new GivenScore(Offerings[at].Id, C1, one.C1, ScoreConfidence.Moderate, ""), new GivenScore(Offerings[at].Id, C2, one.C2, ScoreConfidence.Moderate, ""),
        })], []),
        TestStudy.Cancellation));

    public Task<int> Release() => Done(Test.Get<ReleaseScores>().Handle(Manager, new(Guid.NewGuid(), 1, Sure: true), TestStudy.Cancellation));

    /// <summary>The open decision as this person reads it.</summary>
    public async Task<DecisionDetail> Open(StudyAccess? who = null) => (await Done(Test.Get<ReadDecision>().Run(who ?? Manager, null, TestStudy.Cancellation))).Open!;

    // P01 first, P02 and P03 tied for the second of two places, P04 and P05 behind.
    public static async Task<ChoiceScene> Tied(TestStudy test)
    {
        var scene = await Create(test);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (3, 3), (2, 2), (0, 0));
        await scene.Release();
        await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));
        return scene;
    }

    // P01 first, P02 to P04 tied behind it for what is left.
    public static async Task<ChoiceScene> ThreeTied(TestStudy test, int retained = 2)
    {
        var scene = await Create(test);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (3, 3), (3, 3), (0, 0));
        await scene.Release();
        await scene.Done(test.Get<SetScoring>().Handle(scene.Manager, new(Guid.NewGuid(), 2, retained, 200, 1), TestStudy.Cancellation));
        await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));
        return scene;
    }

    public async Task Vote(StudyAccess member, params int[] at) =>
        await Done(Test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [.. at.Select(one => Offerings[one].Id)]), TestStudy.Cancellation));

    public async Task Change(int at, bool? isRetained, string reason) => await Done(Test.Get<ChangeProposal>().Handle(
        Manager, new(Guid.NewGuid(), (await Open()).Version, Offerings[at].Id, isRetained, reason), TestStudy.Cancellation));

    public async Task<Outcome<int>> Freeze() => await Test.Get<FreezeDecision>().Handle(
        Manager, new(Guid.NewGuid(), (await Open()).Version, new DateOnly(2026, 11, 24), [Manager.Actor.Id, Researcher.Actor.Id]), TestStudy.Cancellation);
}
