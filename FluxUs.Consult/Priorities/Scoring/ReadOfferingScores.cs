using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>Something that a score can rest on, by its code: E-12 or D-07.</summary>
/// <param name="Words">The beginning of the excerpt or the title of the document; empty for who may not read it.</param>
public sealed record EvidenceChoice(Guid Id, bool IsReference, string Code, string Words);

/// <summary>One person's score of a cell.</summary>
/// <param name="Evidence">Codes of what it rests on.</param>
public sealed record GivenScoreLine(string Scorer, bool IsMine, decimal Value, ScoreConfidence Confidence, string Rationale, int Version, IReadOnlyList<Guid> Evidence, IReadOnlyList<string> Codes);

/// <param name="SettledBy">Null when all who scored agreed.</param>
public sealed record SettledLine(decimal Value, ScoreConfidence Confidence, string Rationale, string? SettledBy, DateTime SettledAt, int Version);

/// <param name="Given">Before the release the reader's own at most.</param>
public sealed record CriterionScores(CriterionDetail Criterion, IReadOnlyList<GivenScoreLine> Given, SettledLine? Settled)
{
    public GivenScoreLine? Mine => Given.FirstOrDefault(line => line.IsMine);
}

public sealed record OfferingScores(
    Guid Id, string Code, LocalText Name, bool IsReleased, IReadOnlyList<CriterionScores> Criteria, IReadOnlyList<EvidenceChoice> Evidence, string? Previous, string? Next);

/// <summary>One offering by all criteria: one's own scores with their reasons before the release, everyone's after it. The committee reads
/// no reason that rests on someone without a consent in force, since it may quote.</summary>
public sealed class ReadOfferingScores(ConsultDbContext db, AttributionLabels labels)
{
    private const int MostChoices = 40;

    public async Task<Outcome<OfferingScores>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadScores)) return Outcome.Forbidden;
        var isReleased = await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == access.StudyId && scoring.ReleasedAt != null, cancellation);
        if (!isReleased && !access.May(Permission.WriteScores)) return Outcome.NotFound;
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code)
            .Select(offering => new { offering.Id, offering.Code, offering.Name }).ToListAsync(cancellation);
        var at = offerings.FindIndex(offering => offering.Code == code);
        if (at < 0) return Outcome.NotFound;
        var offering = offerings[at];

        var criteria = (await db.Set<Criterion>().AsNoTracking().Include(criterion => criterion.Steps).Where(criterion => criterion.StudyId == access.StudyId)
            .OrderBy(criterion => criterion.Order).ThenBy(criterion => criterion.Code).ToListAsync(cancellation)).ConvertAll(ReadCriteria.Detail);
        var scores = await db.Set<Score>().AsNoTracking().Include(score => score.Evidence)
            .Where(score => score.StudyId == access.StudyId && score.OfferingId == offering.Id && (isReleased || score.ScorerId == access.Actor.Id)).OrderBy(score => score.Id).ToListAsync(cancellation);
        var settled = isReleased
            ? await db.Set<SettledScore>().AsNoTracking().Where(score => score.StudyId == access.StudyId && score.OfferingId == offering.Id).ToDictionaryAsync(score => score.CriterionId, cancellation)
            : [];
        var people = scores.Select(score => score.ScorerId).Concat(settled.Values.Select(score => score.SettledBy ?? Guid.Empty)).ToHashSet();
        var names = await db.Set<Account>().Where(account => people.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        var evidence = await EvidenceOf(access, offering.Id, scores, cancellation);
        var told = access.May(Permission.ReadExcerpts) ? null : await Told(access, offering.Id, scores, cancellation);
        var codes = evidence.Where(one => told is null || one.IsReference).Select(one => (one.Id, one.Code))
            .Concat(told?.Where(one => one.Value.MayBePrinted).Select(one => (one.Key, one.Value.Code)) ?? []).ToDictionary(one => one.Item1, one => one.Code);
        var closed = told is null ? [] : scores.Where(score => score.Evidence.Any(one => one.ExcerptId is { } excerpt && !codes.ContainsKey(excerpt))).ToHashSet();
        return new OfferingScores(
            offering.Id, offering.Code, offering.Name, isReleased,
            criteria.ConvertAll(criterion => new CriterionScores(
                criterion,
                [.. scores.Where(score => score.CriterionId == criterion.Id).Select(score =>
                {
                    var ids = score.Evidence.Select(one => one.ExcerptId ?? one.ReferenceId!.Value).ToList();
                    return new GivenScoreLine(
                        names.GetValueOrDefault(score.ScorerId, ""), score.ScorerId == access.Actor.Id, score.Value, score.Confidence, closed.Contains(score) ? "" : score.Rationale, score.Version,
                        ids, [.. ids.Where(codes.ContainsKey).Select(id => codes[id]).Distinct().Order(StringComparer.Ordinal)]);
                })],
                settled.TryGetValue(criterion.Id, out var one)
                    ? new SettledLine(one.Value, one.Confidence, closed.Any(score => score.CriterionId == criterion.Id) ? "" : one.Rationale, one.SettledBy is { } by ? names.GetValueOrDefault(by, "") : null, one.SettledAt, one.Version)
                    : null)),
            told is null ? evidence : [.. evidence.Where(one => one.IsReference)], at > 0 ? offerings[at - 1].Code : null, at < offerings.Count - 1 ? offerings[at + 1].Code : null);
    }

    // Outside the team a conversation has the code of its label, by which no two pages can be joined into a person.
    private async Task<Dictionary<Guid, SourceLabel>> Told(StudyAccess access, Guid offeringId, List<Score> scores, CancellationToken cancellation)
    {
        var excerptIds = scores.SelectMany(score => score.Evidence).Select(one => one.ExcerptId).OfType<Guid>().ToHashSet();
        var texts = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && excerptIds.Contains(excerpt.Id))
            .ToDictionaryAsync(excerpt => excerpt.Id, excerpt => excerpt.SourceTextId, cancellation);
        var found = await labels.Run(access, new LabelRequest([.. texts.Values.Distinct().Order()], offeringId, Audience.Committee, Foundation.Ui.Languages.Current.Code), cancellation);
        return texts.Where(text => found.Value!.ContainsKey(text.Value)).ToDictionary(text => text.Key, text => found.Value![text.Value]);
    }

    // Words of experts only for those who score: they may read every text of the study.
    private async Task<List<EvidenceChoice>> EvidenceOf(StudyAccess access, Guid offeringId, List<Score> scores, CancellationToken cancellation)
    {
        var mayRead = access.May(Permission.ReadUnclearedTexts);
        var chosen = scores.SelectMany(score => score.Evidence).ToList();
        var excerptIds = chosen.Select(one => one.ExcerptId).OfType<Guid>().ToHashSet();
        var referenceIds = chosen.Select(one => one.ReferenceId).OfType<Guid>().ToHashSet();
        var excerpts = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId)
            .Where(excerpt => excerptIds.Contains(excerpt.Id) || (mayRead && excerpt.Offerings.Any(place => place.OfferingId == offeringId)))
            .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt.Id, text.Code, excerpt.Quote, excerpt.Number })
            .OrderBy(one => one.Code).ThenBy(one => one.Number).Take(MostChoices + excerptIds.Count).ToListAsync(cancellation);
        var references = await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == access.StudyId)
            .Where(reference => referenceIds.Contains(reference.Id) || (mayRead && reference.Offerings.Any(place => place.OfferingId == offeringId)))
            .OrderBy(reference => reference.Code).Select(reference => new { reference.Id, reference.Code, reference.Title }).Take(MostChoices + referenceIds.Count).ToListAsync(cancellation);
        return
        [
            .. excerpts.Select(one => new EvidenceChoice(one.Id, false, one.Code, mayRead ? Foundation.Files.ImportNotes.Shorten(one.Quote) : "")),
            .. references.Select(one => new EvidenceChoice(one.Id, true, one.Code, mayRead ? one.Title : "")),
        ];
    }
}
