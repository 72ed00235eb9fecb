using CsCheck;
using FluxUs.Consult.Priorities.Ranking;

namespace FluxUs.Consult.Tests.Priorities.Ranking;

public class CrossingsTests
{
    [Fact]
    public void The_set_of_the_demonstration_changes_at_six_weights_of_urban_fit()
    {
        var crossings = Crossings.Of(DemonstrationGrid.Grid, DemonstrationGrid.Criterion("C6"), DemonstrationGrid.Cut);

        Assert.Equal(["8", "10", "14", "16", "20", "64"], crossings.Select(crossing => crossing.Weight.ToString()));
        var (eight, ten) = (crossings[0], crossings[1]);
        Assert.Equal("P08", DemonstrationGrid.Codes(eight.Above!.Except(eight.Below!)));
        Assert.Equal("P14 P26", DemonstrationGrid.Codes(ten.At.Except(ten.Above!)));
        Assert.Contains("P09", DemonstrationGrid.Codes(ten.Above!));
        // What a slider that keeps the sum at 100 shows: 8 beside the 90 of the others.
        Assert.Equal(8.2m, eight.PartOfSum.Round(1));
        Assert.Equal(10m, ten.PartOfSum.Round(1));
    }

    private sealed record Case(RankingGrid Grid, int Criterion, int Cut)
    {
        public override string ToString() =>
            $"cut {Cut}, criterion {Criterion}, weights {string.Join(' ', Grid.Criteria.Select(criterion => criterion.Weight))}, "
            + string.Join(" / ", Enumerable.Range(0, Grid.Offerings).Select(offering => string.Join(' ', Enumerable.Range(0, Grid.Criteria.Count).Select(criterion => Grid.StepOf(offering, criterion)))));
    }

    // Few steps and small weights make ties of two, three and more lines at one point common.
    private static readonly Gen<Case> Cases =
        from offerings in Gen.Int[2, 40]
        from criteria in Gen.Int[1, 12]
        from weights in Gen.Int[0, 8].Array[criteria]
        from steps in Gen.Int[0, 3].Array[criteria].Array[offerings]
        from lower in Gen.Bool.Array[criteria]
        from cut in Gen.Int[1, offerings]
        from criterion in Gen.Int[0, criteria - 1]
        where weights.Sum() > 0
        select new Case(
            new RankingGrid([.. weights.Select((weight, at) => new RankedCriterion(weight, [0, 1, 2, 4], lower[at]))], [.. steps]), criterion, cut);

    [Fact]
    public void Between_neighbouring_values_the_set_is_constant_and_at_or_across_each_it_differs() => Cases.Sample(
        tried =>
        {
            var crossings = Crossings.Of(tried.Grid, tried.Criterion, tried.Cut);
            var lines = Enumerable.Range(0, tried.Grid.Offerings).Select(offering => (Others(tried, offering), Worth(tried, offering, tried.Criterion))).ToList();
            var found = crossings.ToDictionary(crossing => crossing.Weight);

            // Brute force: every weight at which any two offerings meet, and the middle of every stretch between two of them.
            var meetings = Meetings(lines).Where(meeting => meeting >= Zero && meeting.CompareTo(Fraction.Of(tried.Grid.WeightSum)) <= 0).Append(Zero).Append(Fraction.Of(tried.Grid.WeightSum))
                .Distinct().Order().ToList();
            for (var at = 0; at < meetings.Count; at++)
            {
                var here = SetAt(lines, tried.Cut, meetings[at]);
                var below = at > 0 ? SetAt(lines, tried.Cut, Middle(meetings[at - 1], meetings[at])) : null;
                var above = at < meetings.Count - 1 ? SetAt(lines, tried.Cut, Middle(meetings[at], meetings[at + 1])) : null;
                var differs = (below is not null && !below.SequenceEqual(here)) || (above is not null && !above.SequenceEqual(here));
                Assert.Equal(differs, found.Remove(meetings[at], out var crossing));
                if (crossing is null) continue;
                Assert.Equal(here, crossing.At);
                Assert.Equal(below, crossing.Below);
                Assert.Equal(above, crossing.Above);
            }

            Assert.Empty(found);
        },
        iter: 120, threads: 1);

    private static readonly Fraction Zero = new(0, 1);

    private static Fraction Middle(Fraction one, Fraction other) => new((one.Numerator * other.Denominator) + (other.Numerator * one.Denominator), one.Denominator * other.Denominator * 2);

    // Independently of the code under test, in whole numbers: the worths of the scale 0, 1, 2, 4 are quarters.
    private static int Worth(Case tried, int offering, int criterion)
    {
        int[] quarters = [0, 1, 2, 4];
        var worth = quarters[tried.Grid.StepOf(offering, criterion)];
        return tried.Grid.Criteria[criterion].LowerIsBetter ? 4 - worth : worth;
    }

    private static int Others(Case tried, int offering) => Enumerable.Range(0, tried.Grid.Criteria.Count).Where(criterion => criterion != tried.Criterion)
        .Sum(criterion => (int)tried.Grid.Criteria[criterion].Weight * Worth(tried, offering, criterion));

    private static IEnumerable<Fraction> Meetings(List<(int Others, int Worth)> lines)
    {
        foreach (var one in lines)
        {
            foreach (var other in lines.Where(other => other.Worth < one.Worth)) yield return new Fraction(other.Others - one.Others, one.Worth - other.Worth);
        }
    }

    private static List<int> SetAt(List<(int Others, int Worth)> lines, int cut, Fraction weight)
    {
        var (up, down) = ((long)weight.Numerator, (long)weight.Denominator);
        var totals = lines.ConvertAll(line => (line.Others * down) + (line.Worth * up));
        var last = totals.OrderDescending().ElementAt(cut - 1);
        return [.. Enumerable.Range(0, totals.Count).Where(offering => totals[offering] >= last)];
    }
}
