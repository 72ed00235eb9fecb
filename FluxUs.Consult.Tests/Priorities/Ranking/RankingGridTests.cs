using FluxUs.Consult.Priorities.Ranking;

namespace FluxUs.Consult.Tests.Priorities.Ranking;

public class RankingGridTests
{
    [Fact]
    public void The_scores_and_ranks_of_the_demonstration_come_out_exactly()
    {
        var (grid, file) = (DemonstrationGrid.Grid, DemonstrationGrid.File);
        var ranks = grid.Ranks();

        Assert.All(file.Scores, (entry, offering) =>
        {
            Assert.Equal(entry.ExpectedScore, grid.Score(offering).Round(4));
            Assert.Equal(entry.ExpectedRank, ranks[offering]);
        });
    }

    [Fact]
    public void A_tie_at_the_cut_makes_the_set_larger()
    {
        var set = DemonstrationGrid.Grid.SetAt(DemonstrationGrid.Cut);

        Assert.Equal(17, set.Count(isIn => isIn));
        Assert.All(["P09", "P14", "P26"], code => Assert.True(set[DemonstrationGrid.File.Scores.FindIndex(entry => entry.Offering == code)]));
    }

    [Fact]
    public void The_shares_of_draws_come_out_within_two_points()
    {
        var result = Simulation.Run(DemonstrationGrid.Grid, new SimulationSettings(5000, 42, DemonstrationGrid.Cut));

        Assert.All(DemonstrationGrid.File.Scores, (entry, offering) => Assert.InRange(result.Share(offering), entry.ExpectedShare - 0.02, entry.ExpectedShare + 0.02));
    }

    [Fact]
    public void A_scale_where_lower_is_better_turns_around()
    {
        var criterion = new RankedCriterion(10, [0, 5, 20], LowerIsBetter: true);

        Assert.Equal(new Fraction(1, 1), RankingGrid.Worth(criterion, 0));
        Assert.Equal(new Fraction(3, 4), RankingGrid.Worth(criterion, 1));
        Assert.Equal(new Fraction(0, 1), RankingGrid.Worth(criterion, 2));
    }

    [Fact]
    public void Weights_that_sum_to_nothing_rank_nothing() =>
        Assert.Throws<ArgumentException>(() => new RankingGrid([new RankedCriterion(0, [0, 1])], [[0], [1]]));

    [Theory]
    [InlineData("0.125", 2, "0.13")]
    [InlineData("-0.125", 2, "-0.13")]
    [InlineData("98.5", 0, "99")]
    [InlineData("3", 4, "3")]
    public void A_fraction_is_rounded_as_people_round(string value, int decimals, string rounded)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.Equal(decimal.Parse(rounded, culture), Fraction.Of(decimal.Parse(value, culture)).Round(decimals));
    }
}
