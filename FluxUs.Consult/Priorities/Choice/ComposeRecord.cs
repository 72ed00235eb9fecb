using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Priorities.Pictures;
using FluxUs.Consult.Studies;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Priorities;

public sealed record DecisionRecord(DecisionDetail Decision, FicheDocument Document);

/// <summary>The record of a frozen decision as a document, in the reader's language: what was retained and why on the first page, the
/// ranking that it stands on after it. The reasons stand as they were written.</summary>
public sealed class ComposeRecord(ReadDecision read, IStringLocalizer<PrioritiesTexts> texts, TimeProvider time)
{
    public async Task<Outcome<DecisionRecord>> Run(StudyAccess access, int number, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadDecisions)) return Outcome.Forbidden;
        var choice = await read.Run(access, number, cancellation);
        if (!choice.IsDone) return choice.Failure;
        if (choice.Value.Frozen is not [var decision, ..]) return Outcome.NotFound;
        return new DecisionRecord(decision, Compose(decision));
    }

    private FicheDocument Compose(DecisionDetail decision)
    {
        var day = Formatting.Date(decision.HeldOn!.Value);
        var title = texts.Count("RecordTitle", decision.Retained.Count);
        return new FicheDocument(
            new DocumentDetails
            {
                Title = $"{texts["DecisionNumber", decision.Number]} · {decision.StudyName}",
                Language = Languages.Current.Code,
                Identifier = decision.Id,
                Date = new DateTimeOffset(decision.FrozenAt!.Value, TimeSpan.Zero),
                Footer = $"{decision.StudyName} · {texts["DecisionNumber", decision.Number]}",
            },
            [
                new HeadBlock(decision.StudyName, texts["DecisionNumber", decision.Number], title) { State = HeadState.Done, StateWords = texts["Frozen"], Date = day, Language = Languages.Current.Name },
                new ParagraphBlock([Lead(decision, day)], ParagraphRole.Lead),
                new ParagraphBlock([texts["RecordWeights", string.Join(texts["Then"].Value, decision.Weights.Select(one => $"{one.Code} {one.Label} {Formatting.Number(one.Part, 1)}"))].Value], ParagraphRole.Small),
                .. decision.MayStillEnter > 0 ? (Block[])[new ParagraphBlock([texts.Count("RecordWaiting", decision.MayStillEnter)], ParagraphRole.Small)] : [],
                new HeadingBlock(2, [texts["RetainedList"].Value]),
                Table(decision.Retained),
                .. Departures(decision),
                new HeadingBlock(2, [texts["TookPart"].Value]),
                new ListBlock(false, [.. decision.People.Select(person => new ListEntry([new ParagraphBlock([PersonWords(person)], ParagraphRole.Small)]))]),
                new HeadingBlock(2, [texts["RankingStoodOn"].Value]),
                new ParagraphBlock([texts["DrawsAndSeed", Formatting.Number(decision.Draws), decision.Seed.ToString(CultureInfo.InvariantCulture)].Value, " ", texts["HowScore"].Value], ParagraphRole.Small),
                Picture(decision).Figure(RankingDots.WideWidth) with { Caption = [] },
            ]);
    }

    private string Lead(DecisionDetail decision, string day)
    {
        var lead = texts.Count("RecordLead", decision.Retained.Count, day, decision.Rows.Count);
        return decision.Retained.Count == decision.RetainedCount ? lead : $"{lead} {texts["RecordOtherCount", decision.RetainedCount]}";
    }

    private TableBlock Table(IReadOnlyList<DecisionRow> rows) => new(
        [new(texts["Rank"].Value, ColumnAlignment.End), new(texts["Candidate"].Value), new(texts["Score"].Value, ColumnAlignment.End), new(texts["ShareHead"].Value, ColumnAlignment.End), new(texts["Ground"].Value)],
        [.. rows.Select(row => new TableRow(
        [
            row.Rank is { } rank ? Formatting.Number(rank) : "–", $"{row.Code} {row.Label}", row.Score is { } score ? Ranking.RankingWords.Score(score) : "–",
            row.Share is { } share ? Formatting.Percent(share) : "–", texts[$"DecisionGround.{row.Ground}"].Value,
        ]))]);

    private IEnumerable<Block> Departures(DecisionDetail decision)
    {
        var reasoned = decision.Rows.Where(row => row.Ground != DecisionGround.Rank).ToList();
        if (reasoned.Count == 0) yield break;
        yield return new HeadingBlock(2, [texts["VotesAndChanges"].Value]);
        yield return new ListBlock(false, [.. reasoned.Select(row => new ListEntry([new ParagraphBlock(
        [
            new Strong([$"{row.Code} {row.Label}"]), texts["Titled", $" ({texts["RankIs", row.Rank is { } rank ? Formatting.Number(rank) : "–"]})", $"{DecisionWords.State(texts, row)}. "].Value, DecisionWords.Reason(texts, row),
        ])]))]);
        if (decision.VotesTakenBackAt is { } at) yield return new ParagraphBlock([texts["VotesTakenBack", Formatting.Date(at, time)].Value], ParagraphRole.Small);
    }

    private string PersonWords(PersonRow person) => string.Join(", ", new[]
    {
        person.Name, person.Title.ToString(), person.IsCommittee ? texts["CommitteeMember"].Value : "", person.HasVoted ? texts["HasVoted"].Value : "",
        person.Interests.Length > 0 ? texts["HasInterest", person.Interests].Value : "",
    }.Where(part => part.Length > 0));

    private RankingDots Picture(DecisionDetail decision)
    {
        var tied = decision.Tied.Select(row => row.OfferingId).ToHashSet();
        return new RankingDots([.. decision.Rows.Where(row => row.Rank is not null).Select(row => new RankingDot(
            row.Code, row.Label.ToString(), row.Rank!.Value, (double)row.Score!.Value, row.Low ?? (double)row.Score.Value, row.High ?? (double)row.Score.Value, row.Share ?? 0,
            row.IsRetained ? row.Ground == DecisionGround.Change ? RankingSign.InByChange : RankingSign.In : RankingSign.Out, row.Share is >= 0.25 and <= 0.75, tied.Contains(row.OfferingId)))])
        {
            Row = 17,
            Title = texts["RankingPicture", decision.Rows.Count],
            Language = Languages.Current.Code,
            TableTitle = texts["AsTable"],
            ScoreWord = texts["Score"],
            ShareWord = texts["AmongThe", decision.RetainedCount],
            RankWord = texts["Rank"],
            CandidateWord = texts["Candidate"],
            SpreadWord = texts["SpreadWord"],
            StateWord = texts["State"],
            SignWord = sign => texts[$"Sign.{sign}"],
            GreyWord = texts["GreyZone"],
        };
    }
}
