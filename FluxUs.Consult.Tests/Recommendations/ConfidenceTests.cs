using FluxUs.Consult.Recommendations;

namespace FluxUs.Consult.Tests.Recommendations;

public class ConfidenceTests
{
    [Theory]
    [InlineData(Concern.None, Concern.None, Concern.None, Concern.None, ConfidenceLevel.High)]
    [InlineData(Concern.Minor, Concern.None, Concern.None, Concern.None, ConfidenceLevel.High)]
    [InlineData(Concern.Minor, Concern.Minor, Concern.None, Concern.None, ConfidenceLevel.High)]
    [InlineData(Concern.Minor, Concern.Minor, Concern.Minor, Concern.Minor, ConfidenceLevel.Moderate)]
    [InlineData(Concern.Moderate, Concern.None, Concern.None, Concern.None, ConfidenceLevel.Moderate)]
    [InlineData(Concern.Moderate, Concern.Minor, Concern.Minor, Concern.None, ConfidenceLevel.Moderate)]
    [InlineData(Concern.Serious, Concern.None, Concern.None, Concern.None, ConfidenceLevel.Low)]
    [InlineData(Concern.Serious, Concern.Moderate, Concern.None, Concern.None, ConfidenceLevel.VeryLow)]
    [InlineData(Concern.Serious, Concern.Serious, Concern.Serious, Concern.Serious, ConfidenceLevel.VeryLow)]
    public void Concerns_propose_a_level(Concern methods, Concern coherence, Concern adequacy, Concern relevance, ConfidenceLevel level) =>
        Assert.Equal(level, new ConfidenceAssessment { Methods = methods, Coherence = coherence, Adequacy = adequacy, Relevance = relevance }.Proposed);

    [Fact]
    public void Nothing_is_proposed_while_a_component_is_not_weighed() =>
        Assert.Null((FindingsStudy.Weighed with { Relevance = null }).Proposed);

    [Fact]
    public void A_level_without_a_reason_for_each_concern_is_not_explained()
    {
        Assert.True((FindingsStudy.Weighed with { Level = ConfidenceLevel.Moderate }).IsExplained);
        Assert.False((FindingsStudy.Weighed with { Level = ConfidenceLevel.Moderate, AdequacyReason = "" }).IsExplained);
        Assert.False(FindingsStudy.Weighed.IsExplained);
    }

    [Fact]
    public void A_recommendation_is_as_sure_as_its_weakest_finding()
    {
        Assert.Equal(ConfidenceLevel.Low, ListRecommendations.ConfidenceOf([ConfidenceLevel.High, ConfidenceLevel.Low]));
        Assert.Null(ListRecommendations.ConfidenceOf([ConfidenceLevel.High, null]));
        Assert.Null(ListRecommendations.ConfidenceOf([]));
    }
}
