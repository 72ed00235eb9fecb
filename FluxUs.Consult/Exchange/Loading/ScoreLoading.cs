using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>scores.yaml</c>, as a study does it: criteria and weights, each scorer blind, the release, what was settled after it,
/// and the decision with its vote and its changes.</summary>
internal static class ScoreLoading
{
    public static async Task Load(LoadingScene scene, ScoresFile file)
    {
        scene.Begin(ScoresFile.FileName, "criteria");
        var manager = await scene.WhoMay(Permission.WriteCriteria);
        await LoadCriteria(scene, file, manager);
        await LoadWeights(scene, file, manager);
        await LoadScores(scene, file);
        await Settle(scene, file, manager);
        await Decide(scene, file, manager);
    }

    private static async Task LoadCriteria(LoadingScene scene, ScoresFile file, StudyAccess manager)
    {
        var at = LoadingScene.Moment(file.ScoredOn, -1);
        foreach (var entry in file.Criteria)
        {
            scene.Begin(ScoresFile.FileName, entry.Code);
            if (entry.Steps.Count != file.ScaleMaximum - file.ScaleMinimum + 1) throw scene.Fault("each step of the scale has its words");
            var steps = entry.Steps.Select((words, step) => new ScaleStepContents(file.ScaleMinimum + step, words.ToLocalText())).ToList();
            scene.Remember("criterion", entry.Code, await scene.Done(scene.Act<AddCriterion>(at).Handle(
                manager,
                new AddCriterionRequest(Guid.NewGuid(), entry.Code, new CriterionContents(
                    entry.Name.ToLocalText(), entry.ShortName.ToLocalText(), new LocalText(""), CriterionDirection.HigherIsBetter, entry.Source, steps)),
                scene.Cancellation)));
        }

        scene.Begin(ScoresFile.FileName, "draws");
        await scene.Done(scene.Act<SetScoring>(at).Handle(manager, new SetScoringRequest(Guid.NewGuid(), 0, file.RetainedCount, file.Draws, file.Seed), scene.Cancellation));
    }

    private static async Task LoadWeights(LoadingScene scene, ScoresFile file, StudyAccess manager)
    {
        var act = scene.Act<WeighCriteria>(LoadingScene.Moment(file.ScoredOn));
        scene.Begin(ScoresFile.FileName, "weights");
        await scene.Done(act.Handle(
            manager,
            new WeighCriteriaRequest(
                Guid.NewGuid(), WeightHolder.Study, "", 0, WeightMethod.Points, file.Criteria.ToDictionary(entry => scene.Find("criterion", entry.Code), entry => entry.Weight), file.WeightsReason),
            scene.Cancellation));
        foreach (var entry in file.WeightSets)
        {
            scene.Begin(ScoresFile.FileName, entry.Account ?? entry.Name);
            await scene.Done(act.Handle(
                entry.Account is { } account ? await scene.As(account) : manager,
                new WeighCriteriaRequest(
                    Guid.NewGuid(), entry.Holder, entry.Name, 0, entry.Method, entry.Values.ToDictionary(value => scene.Find("criterion", value.Key), value => value.Value), entry.Reason),
                scene.Cancellation));
        }
    }

    private static async Task LoadScores(LoadingScene scene, ScoresFile file)
    {
        var spreads = file.Spreads.ToDictionary(entry => (entry.Offering, entry.Criterion));
        var act = scene.Act<GiveScores>(LoadingScene.Moment(file.ScoredOn));
        for (var scorer = 0; scorer < file.Scorers.Count; scorer++)
        {
            var access = await scene.As(file.Scorers[scorer]);
            scene.Begin(ScoresFile.FileName, file.Scorers[scorer]);
            var given = new List<GivenScore>();
            foreach (var entry in file.Scores)
            {
                foreach (var (criterion, settled) in entry.Values)
                {
                    var spread = spreads.GetValueOrDefault((entry.Offering, criterion));
                    given.Add(new GivenScore(
                        scene.Find("offering", entry.Offering), scene.Find("criterion", criterion), spread?.Values[scorer] ?? settled, spread?.Confidence ?? ScoreConfidence.Moderate, ""));
                }
            }

            await scene.Done(act.Handle(access, new GiveScoresRequest(Guid.NewGuid(), given, []), scene.Cancellation));
        }
    }

    private static async Task Settle(LoadingScene scene, ScoresFile file, StudyAccess manager)
    {
        var at = LoadingScene.Moment(file.SettledOn);
        scene.Begin(ScoresFile.FileName, "release");
        await scene.Done(scene.Act<ReleaseScores>(at).Handle(manager, new ReleaseScoresRequest(Guid.NewGuid(), 1, Sure: true), scene.Cancellation));
        var values = file.Scores.ToDictionary(entry => entry.Offering, entry => entry.Values);
        foreach (var entry in file.Spreads)
        {
            scene.Begin(ScoresFile.FileName, $"{entry.Offering} {entry.Criterion}");
            await scene.Done(scene.Act<SettleScore>(at).Handle(
                manager,
                new SettleScoreRequest(
                    Guid.NewGuid(), scene.Find("offering", entry.Offering), scene.Find("criterion", entry.Criterion), 0, values[entry.Offering][entry.Criterion], entry.Confidence, entry.Reason),
                scene.Cancellation));
        }
    }

    private static async Task Decide(LoadingScene scene, ScoresFile file, StudyAccess manager)
    {
        var at = LoadingScene.Moment(file.DecidedOn);
        scene.Begin(ScoresFile.FileName, "decision");
        var number = await scene.Done(scene.Act<PrepareDecision>(at).Handle(manager, new PrepareDecisionRequest(Guid.NewGuid()), scene.Cancellation));
        foreach (var interest in file.Decision.Interests)
        {
            scene.Begin(ScoresFile.FileName, $"interest of {interest.Account}");
            var member = await scene.As(interest.Account);
            await scene.Done(scene.Act<DeclareInterest>(at).Handle(
                member, new DeclareInterestRequest(Guid.NewGuid(), member.Actor.Id, scene.Find("offering", interest.Offering), interest.Words), scene.Cancellation));
        }

        foreach (var vote in file.Decision.Votes)
        {
            scene.Begin(ScoresFile.FileName, $"vote of {vote.Account}");
            await scene.Done(scene.Act<CastVote>(at).Handle(
                await scene.As(vote.Account), new CastVoteRequest(Guid.NewGuid(), number, scene.Find("offering", vote.For)), scene.Cancellation));
        }

        scene.Begin(ScoresFile.FileName, "votes");
        await scene.Done(scene.Act<CountVotes>(at).Handle(manager, new CountVotesRequest(Guid.NewGuid(), await Version(), file.Decision.VoteReason), scene.Cancellation));
        foreach (var entry in file.Scores.Where(IsAgainstRank))
        {
            scene.Begin(ScoresFile.FileName, entry.Offering);
            await scene.Done(scene.Act<ChangeProposal>(at).Handle(
                manager,
                new ChangeProposalRequest(Guid.NewGuid(), await Version(), scene.Find("offering", entry.Offering), entry.Decision == ExpectedDecision.RetainedByOverride, entry.Reason),
                scene.Cancellation));
        }

        scene.Begin(ScoresFile.FileName, "frozen decision");
        await scene.Done(scene.Act<FreezeDecision>(at).Handle(
            manager, new FreezeDecisionRequest(Guid.NewGuid(), await Version(), file.DecidedOn, scene.Find("account", file.Decision.Present)), scene.Cancellation));

        Task<int> Version() => scene.Db.Set<Decision>().Where(found => found.StudyId == scene.StudyId && found.FrozenAt == null).Select(found => found.Version).SingleAsync(scene.Cancellation);

        // Those tied at the cut are parted by the vote.
        bool IsAgainstRank(ScoreEntry entry) =>
            entry.Decision == ExpectedDecision.RetainedByOverride || (entry.Decision == ExpectedDecision.NotRetained && entry.ExpectedRank < file.RetainedCount);
    }
}
