using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Tests.Priorities.Ranking;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

[Collection(Exchange.LoadedDemonstration.Name)]
public class DemonstrationChoiceTests(Exchange.LoadedDemonstration demonstration)
{
    [Fact]
    public async Task The_loaded_study_ranks_as_its_file_says()
    {
        var ranking = await demonstration.Test.Get<RankOfferings>().Run(await demonstration.Operator(), TestStudy.Cancellation);

        var offerings = ranking.Value!.Offerings.ToDictionary(offering => offering.Code);
        Assert.All(DemonstrationGrid.File.Scores, entry =>
        {
            var offering = offerings[entry.Offering];
            Assert.Equal(entry.ExpectedScore, offering.Score);
            Assert.Equal(entry.ExpectedRank, offering.Rank);
            Assert.InRange(offering.Share, entry.ExpectedShare - 0.02, entry.ExpectedShare + 0.02);
        });
        Assert.Equal(["P09", "P14", "P26"], ranking.Value.TiedAtCut.Select(offering => offering.Code).Order());
        Assert.Equal(6, ranking.Value.Offerings.Count(offering => offering.IsGrey));
    }

    [Fact]
    public async Task The_decision_retains_fifteen_as_the_file_says()
    {
        var access = await demonstration.Operator();
        foreach (var entry in DemonstrationGrid.File.Scores)
        {
            var place = (await demonstration.Test.Get<ReadOfferingPlace>().Run(access, entry.Offering, TestStudy.Cancellation)).Value!;
            var expected = entry switch
            {
                { Decision: ExpectedDecision.Retained } => RetainedState.Retained,
                { Decision: ExpectedDecision.RetainedByVote } => RetainedState.RetainedByVote,
                { Decision: ExpectedDecision.RetainedByOverride } => RetainedState.RetainedByChange,
                { Offering: "P18" } => RetainedState.NotRetainedByChange,
                { ExpectedRank: 15 } => RetainedState.NotRetainedByVote,
                _ => RetainedState.NotRetained,
            };
            Assert.Equal((entry.Offering, expected), (entry.Offering, place.State));
            Assert.Equal(DemonstrationGrid.File.DecidedOn, place.DecidedOn);
        }

        var decision = Assert.Single(await demonstration.Test.All<Decision>(), found => found.StudyId == access.StudyId);
        Assert.True(decision.IsFrozen);
        Assert.Equal(15, (await demonstration.Test.All<DecisionLine>()).Count(line => line.DecisionId == decision.Id && line.IsRetained));
    }
}
