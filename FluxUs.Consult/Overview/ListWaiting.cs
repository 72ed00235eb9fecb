using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>What can wait for a person, in the order of the work.</summary>
public enum WaitingKind
{
    NotesToHandOver, TextsToRead, ExcerptsToPlace, QuotesWithoutAnswer, ConsentsEnding, TagsProposed, ScoresToGive, ScoresToSettle,
    FindingsToWeigh, FindingsToWeighAgain, RecommendationsWithoutFinding, OpinionsToAnswer, CommentsToAnswer, FichesToPublish, EditionsToWithdraw,
}

/// <param name="Where">The codes concerned, a few at most.</param>
/// <param name="Address">The place where it is done, below the study's address.</param>
/// <param name="Since">The earliest day from which it waits, where there is one.</param>
public sealed record WaitingLine(WaitingKind Kind, int Count, IReadOnlyList<string> Where, string Address, DateOnly? Since = null);

/// <summary>What waits for this person in the study, by the roles they have.</summary>
public sealed class ListWaiting(ConsultDbContext db, TimeProvider time)
{
    private const int Shown = 4;

    public async Task<Outcome<IReadOnlyList<WaitingLine>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var lines = new List<WaitingLine>();
        if (access.May(Permission.WriteInterviews)) lines.AddRange(await ForResearch(access.StudyId, cancellation));
        if (access.May(Permission.LockCodebook)) lines.AddRange(await ForCodebook(access.StudyId, cancellation));
        if (access.May(Permission.WriteFindings)) lines.AddRange(await ForFindings(access.StudyId, cancellation));
        if (access.May(Permission.WriteScores) && await ForScorer(access, cancellation) is { } scores) lines.Add(scores);
        if (access.May(Permission.WriteRecommendations)) lines.AddRange(await ForWriting(access.StudyId, cancellation));
        if (access.May(Permission.WithdrawEditions)) lines.AddRange(await ForManager(access.StudyId, cancellation));
        return lines.FindAll(line => line.Count > 0);
    }

    private async Task<IEnumerable<WaitingLine>> ForResearch(Guid study, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var held = await db.Set<Interview>().AsNoTracking()
            .Where(interview => interview.StudyId == study && (interview.Status == InterviewStatus.Held || (interview.Status == InterviewStatus.Planned && interview.Date < today)))
            // Whoever withdrew left nothing to hand over.
            .Where(interview => !interview.Experts.Any(expert => db.Set<Consent>().Any(consent => consent.ExpertId == expert.ExpertId && consent.WithdrawnOn != null)
                || db.Set<Expert>().Any(erased => erased.Id == expert.ExpertId && erased.WrappedKey.Length == 0)))
            .OrderBy(interview => interview.Date).Select(interview => new { interview.Code, interview.Date }).ToListAsync(cancellation);
        var unread = await db.Set<SourceText>().AsNoTracking()
            .Where(text => text.StudyId == study && text.FreeOfNamesAt == null && text.CurrentVersion > 0)
            .OrderBy(text => text.Code).Select(text => text.Code).ToListAsync(cancellation);
        var moved = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == study && excerpt.Place != ExcerptPlace.Placed)
            .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => text.Code).ToListAsync(cancellation);
        var asked = (await db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals).Where(quote => quote.StudyId == study && quote.Approvals.Any(approval => approval.State == ApprovalState.Asked)).ToListAsync(cancellation))
            .Where(quote => quote.AwaitsAnswer).Select(quote => new { quote.Code, On = quote.Approvals.Where(approval => approval.State == ApprovalState.Asked).Min(approval => approval.On) })
            .OrderBy(quote => quote.On).ThenBy(quote => quote.Code, StringComparer.Ordinal).ToList();
        var soon = today.AddDays(30);
        var ending = (await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents)
                .Where(expert => expert.StudyId == study && expert.Consents.Any(consent => consent.ValidUntil >= today && consent.ValidUntil <= soon)).ToListAsync(cancellation))
            .Select(expert => (expert.Code, Standing: expert.StandingOn(today))).Where(one => one.Standing.IsInForce && one.Standing.ValidUntil <= soon)
            .Select(one => new { one.Code, one.Standing.ValidUntil }).OrderBy(consent => consent.ValidUntil).ToList();
        return
        [
            new(WaitingKind.NotesToHandOver, held.Count, Few(held.Select(interview => interview.Code)), One("interviews", held.Select(interview => interview.Code)), held.FirstOrDefault()?.Date),
            new(WaitingKind.TextsToRead, unread.Count, Few(unread), One("interviews", unread.Where(code => code.StartsWith("E-", StringComparison.Ordinal)))),
            new(WaitingKind.ExcerptsToPlace, moved.Count, Few(moved), "evidence/moved"),
            new(WaitingKind.QuotesWithoutAnswer, asked.Count, Few(asked.Select(quote => quote.Code)), "quotes?state=Asked", asked.FirstOrDefault()?.On),
            new(WaitingKind.ConsentsEnding, ending.Count, Few(ending.Select(consent => consent.Code)), One("experts", ending.Select(consent => consent.Code)), ending.FirstOrDefault()?.ValidUntil),
        ];
    }

    private async Task<IEnumerable<WaitingLine>> ForCodebook(Guid study, CancellationToken cancellation)
    {
        var proposed = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == study && tag.IsProposed).Select(tag => tag.Code).ToListAsync(cancellation);
        return [new(WaitingKind.TagsProposed, proposed.Count, Few(proposed), "codebook")];
    }

    private async Task<IEnumerable<WaitingLine>> ForFindings(Guid study, CancellationToken cancellation)
    {
        var weakened = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == study && finding.WeighAgainSince != null)
            .OrderBy(finding => finding.WeighAgainSince).ThenBy(finding => finding.Code).Select(finding => new { finding.Code, finding.WeighAgainSince }).ToListAsync(cancellation);
        return [new(WaitingKind.FindingsToWeighAgain, weakened.Count, Few(weakened.Select(finding => finding.Code)),
            weakened is [var only] ? $"findings/{only.Code}" : $"findings?lacks={nameof(FindingLack.ToWeighAgain)}",
            weakened.FirstOrDefault()?.WeighAgainSince is { } since ? DateOnly.FromDateTime(since) : null)];
    }

    // Before the release one's own empty cells and nothing of anyone else; after it, what the manager has to settle.
    private async Task<WaitingLine?> ForScorer(StudyAccess access, CancellationToken cancellation)
    {
        var study = access.StudyId;
        if (!await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == study && scoring.ReleasedAt != null, cancellation))
        {
            var cells = await db.Set<Offering>().CountAsync(offering => offering.StudyId == study, cancellation) * await db.Set<Criterion>().CountAsync(criterion => criterion.StudyId == study, cancellation);
            var given = await db.Set<Score>().CountAsync(score => score.StudyId == study && score.ScorerId == access.Actor.Id, cancellation);
            return new WaitingLine(WaitingKind.ScoresToGive, cells - given, [], "priorities/scores");
        }

        if (!access.May(Permission.ReleaseScores)) return null;
        var open = await db.Set<Score>().AsNoTracking().Where(score => score.StudyId == study)
            .Where(score => !db.Set<SettledScore>().Any(settled => settled.StudyId == study && settled.OfferingId == score.OfferingId && settled.CriterionId == score.CriterionId))
            .Select(score => new { score.OfferingId, score.CriterionId }).Distinct()
            .Join(db.Set<Offering>(), cell => cell.OfferingId, offering => offering.Id, (cell, offering) => offering.Code).ToListAsync(cancellation);
        return new WaitingLine(WaitingKind.ScoresToSettle, open.Count, Few(open.Order(StringComparer.Ordinal)), "priorities/scores");
    }

    private async Task<IEnumerable<WaitingLine>> ForWriting(Guid study, CancellationToken cancellation)
    {
        var unweighed = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == study && finding.Confidence.Level == null)
            .OrderBy(finding => finding.Code).Select(finding => finding.Code).ToListAsync(cancellation);
        var unfounded = await db.Set<Recommendation>().AsNoTracking().Where(recommendation => recommendation.StudyId == study && !recommendation.Findings.Any())
            .OrderBy(recommendation => recommendation.Code).Select(recommendation => recommendation.Code).ToListAsync(cancellation);
        var comments = await db.Set<FicheComment>().AsNoTracking().Where(comment => comment.ResolvedAt == null)
            .Join(db.Set<Fiche>().Where(fiche => fiche.StudyId == study), comment => comment.FicheId, fiche => fiche.Id, (comment, fiche) => new { fiche.OfferingId, fiche.Language })
            .Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new { offering.Code, fiche.Language })
            .OrderBy(fiche => fiche.Code).ToListAsync(cancellation);
        // Once published nobody can change the opinion any more.
        var opinions = await db.WordsToAnswer().AsNoTracking()
            .Join(db.Set<Fiche>().Where(fiche => fiche.StudyId == study && fiche.State != FicheState.Published), word => word.FicheId, fiche => fiche.Id, (word, fiche) => new { fiche.OfferingId, fiche.Language, word.At })
            .Join(db.Set<Offering>(), word => word.OfferingId, offering => offering.Id, (word, offering) => new { offering.Code, word.Language, word.At })
            .OrderBy(word => word.Code).ThenBy(word => word.At).ToListAsync(cancellation);
        var approved = await db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.StudyId == study && fiche.State == FicheState.Approved)
            .Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new { offering.Code, fiche.Language })
            .OrderBy(fiche => fiche.Code).ToListAsync(cancellation);
        return
        [
            new(WaitingKind.FindingsToWeigh, unweighed.Count, Few(unweighed), One("findings", unweighed)),
            new(WaitingKind.RecommendationsWithoutFinding, unfounded.Count, Few(unfounded), One("recommendations", unfounded)),
            new(WaitingKind.OpinionsToAnswer, opinions.Count, Few(opinions.Select(word => word.Code)), opinions is [var asked, ..] ? $"fiches/{asked.Code}/{asked.Language}/edit?tab=comments" : "fiches",
                opinions.Count > 0 ? DateOnly.FromDateTime(opinions.Min(word => word.At)) : null),
            new(WaitingKind.CommentsToAnswer, comments.Count, Few(comments.Select(fiche => fiche.Code)), comments is [var first, ..] ? $"fiches/{first.Code}/{first.Language}/edit" : "fiches"),
            new(WaitingKind.FichesToPublish, approved.Count, Few(approved.Select(fiche => fiche.Code)), approved is [var ready, ..] ? $"fiches/{ready.Code}/{ready.Language}/edit" : "fiches"),
        ];
    }

    private async Task<IEnumerable<WaitingLine>> ForManager(Guid study, CancellationToken cancellation)
    {
        var flagged = await db.Set<Edition>().AsNoTracking().Where(edition => edition.StudyId == study && edition.FlaggedAt != null && edition.WithdrawnAt == null)
            .Join(db.Set<Fiche>(), edition => edition.FicheId, fiche => fiche.Id, (edition, fiche) => new { edition.Number, fiche.Language, fiche.OfferingId })
            .Join(db.Set<Offering>(), edition => edition.OfferingId, offering => offering.Id, (edition, offering) => new { offering.Code, edition.Language, edition.Number })
            .OrderBy(edition => edition.Code).ThenBy(edition => edition.Language).ThenBy(edition => edition.Number).ToListAsync(cancellation);
        return [new(WaitingKind.EditionsToWithdraw, flagged.Count, Few(flagged.Select(one => one.Code)), "fiches?flagged=true")];
    }

    private static IReadOnlyList<string> Few(IEnumerable<string> codes) => [.. codes.Distinct().Take(Shown)];

    // One thing leads to its very page, several to their list.
    private static string One(string room, IEnumerable<string> codes) => codes.Distinct().Take(2).ToList() is [var single] ? $"{room}/{single}" : room;
}
