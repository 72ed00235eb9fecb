using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Priorities.Pictures;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>The ranking in words, on the page and in the record.</summary>
internal static class RankingWords
{
    public static RankingSign SignOf(RankedOffering offering) => offering.State switch
    {
        RetainedState.RetainedByChange => RankingSign.InByChange,
        RetainedState.Retained or RetainedState.RetainedByVote => RankingSign.In,
        RetainedState.Undecided => offering.IsInSet ? RankingSign.In : RankingSign.Out,
        _ => RankingSign.Out,
    };

    public static string State(IStringLocalizer<PrioritiesTexts> texts, RankedOffering offering) =>
        offering.State == RetainedState.Undecided ? texts[offering.IsInSet ? "InSet" : "NotInSet"] : texts[$"RetainedState.{offering.State}"];

    /// <summary>"6=" where two share it.</summary>
    public static string Rank(RankedOffering offering) => Formatting.Number(offering.Rank) + (offering.IsTied ? "=" : "");

    /// <summary>A score with its one decimal, also when that is zero.</summary>
    public static string Score(decimal score) => score.ToString("F1", System.Globalization.CultureInfo.GetCultureInfo(Languages.Current.Code));

    public static RankingDots Picture(IStringLocalizer<PrioritiesTexts> texts, StudyRanking ranking, string language)
    {
        var tied = ranking.TiedAtCut.Select(offering => offering.Id).ToHashSet();
        return new RankingDots([.. ranking.Offerings.Select(offering => new RankingDot(
            offering.Code, offering.Label.In(language), offering.Rank, (double)offering.Score, offering.Low, offering.High, offering.Share, SignOf(offering), offering.IsGrey, tied.Contains(offering.Id)))])
        {
            Title = texts["RankingPicture", ranking.Offerings.Count],
            Language = language,
            TableTitle = texts["AsTable"],
            ScoreWord = texts["Score"],
            ShareWord = texts["AmongThe", ranking.RetainedCount],
            RankWord = texts["Rank"],
            CandidateWord = texts["Candidate"],
            SpreadWord = texts["SpreadWord"],
            StateWord = texts["State"],
            SignWord = sign => texts[ranking.LastDecision is null && sign != RankingSign.InByChange ? $"Proposed.{sign}" : $"Sign.{sign}"],
            GreyWord = texts["GreyZone"],
        };
    }

    public static WeightRanges Ranges(IStringLocalizer<PrioritiesTexts> texts, RankingView view, string language) =>
        new([.. view.Stability.Select(one => new WeightRange(
            $"{one.Criterion.Code} {one.Criterion.Label.In(language)}", one.Part, one.Below?.Part ?? 0, one.Above?.Part ?? 100,
            [.. one.Crossings.Select(crossing => crossing.Part)]))])
        {
            Title = texts["WeightPicture"],
            Language = language,
            TableTitle = texts["AsTable"],
            CriterionWord = texts["Criterion"],
            WeightWord = texts["WeightNow"],
            RangeWord = texts["WeightRange"],
            CrossingWord = texts["WeightCrossing"],
        };

    /// <summary>"P08 et P09 entrent ; P18 sort": nothing when nothing changes.</summary>
    public static string Changes(IStringLocalizer<PrioritiesTexts> texts, IReadOnlyList<string> enters, IReadOnlyList<string> leaves) => string.Join(texts["Then"].Value, new[]
    {
        enters.Count == 0 ? "" : texts.Count("Enters", enters.Count, Listed(texts, enters)),
        leaves.Count == 0 ? "" : texts.Count("Leaves", leaves.Count, Listed(texts, leaves)),
    }.Where(words => words.Length > 0));

    private static string Listed(IStringLocalizer<PrioritiesTexts> texts, IReadOnlyList<string> codes) =>
        codes.Count == 1 ? codes[0] : texts["And", string.Join(", ", codes.Take(codes.Count - 1)), codes[^1]];
}
