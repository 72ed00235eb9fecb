using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Committee;

/// <summary>The committee's house, one page: what is expected of this member, what is published, what was said of it.</summary>
/// <param name="Expected">Fiches under review on which this member has not given a word in this round.</param>
/// <param name="Answered">Fiches under review on which the member has, those approved meanwhile too: the word may change until the edition.</param>
/// <param name="Published">The latest edition of each published fiche that this member may read.</param>
public sealed record CommitteeHouse(
    LocalText StudyName, DateOnly? NextCommittee,
    IReadOnlyList<ReviewCard> Expected, IReadOnlyList<ReviewCard> Answered,
    IReadOnlyList<EditionCard> Published, IReadOnlyList<DecisionLine> Decisions);

/// <param name="Said">This member's word in this round; null before it.</param>
/// <param name="Answer">The team's answer to what this member said last, in this round or before; null while there is none.</param>
public sealed record ReviewCard(string Code, LocalText Offering, LocalText? Flow, string Language, DateTime? Since, Opinion? Said, ReviewAnswer? Answer);

/// <param name="ToSaidBefore">It answers what was said before the last round.</param>
/// <param name="IsTakenUp">The fiche changed by it.</param>
public sealed record ReviewAnswer(string Words, bool IsTakenUp, bool ToSaidBefore);

/// <param name="Size">Of the PDF, in bytes.</param>
public sealed record EditionCard(Guid Id, string Code, LocalText Offering, LocalText? Flow, string Language, int Number, int Pages, long Size, DateTime? WithdrawnAt);

/// <summary>One edition that was published after the committee's word.</summary>
/// <param name="Opinions">Given on the round that led to it, counted as the fiche itself counts them.</param>
/// <param name="WithdrawnAt">When its content was taken away, or null while it stands.</param>
public sealed record DecisionLine(Guid EditionId, string Code, LocalText Offering, string Language, int Number, DateTime At, OpinionMaterial Opinions, DateTime? WithdrawnAt);

public sealed class ReadCommitteeHouse(ConsultDbContext db)
{
    private sealed record Named(Guid Id, string Code, LocalText Offering, LocalText? Flow, string Language, FicheState State, int Round, DateTime? Since);

    private sealed record Published(Guid Id, Guid FicheId, int Number, int Pages, long Size, DateTime At, DateTime? WithdrawnAt);

    public async Task<Outcome<CommitteeHouse>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCommittee)) return Outcome.Forbidden;
        var study = await db.Set<Study>().AsNoTracking().SingleAsync(study => study.Id == access.StudyId, cancellation);
        var fiches = await Fiches(access, cancellation);
        var words = await db.Set<FicheApproval>().AsNoTracking()
            .Where(word => db.Set<Fiche>().Any(fiche => fiche.Id == word.FicheId && fiche.StudyId == access.StudyId)).ToListAsync(cancellation);
        var editions = await Editions(access, cancellation);

        var answers = await db.Set<OpinionAnswer>().AsNoTracking().Where(answer => answer.MemberId == access.Actor.Id
            && db.Set<Fiche>().Any(fiche => fiche.Id == answer.FicheId && fiche.StudyId == access.StudyId)).ToListAsync(cancellation);

        var reviews = fiches.Values.Where(fiche => fiche.State is FicheState.InReview or FicheState.Approved)
            .OrderBy(fiche => fiche.Code, StringComparer.Ordinal).ThenBy(fiche => fiche.Language, StringComparer.Ordinal)
            .Select(fiche => (Fiche: fiche, Last: words.FindAll(word => word.FicheId == fiche.Id && word.AccountId == access.Actor.Id).MaxBy(word => word.Round)))
            // What the others have approved asks nothing more of this member.
            .Where(both => both.Fiche.State == FicheState.InReview || both.Last?.Round == both.Fiche.Round)
            .Select(both => new ReviewCard(
                both.Fiche.Code, both.Fiche.Offering, both.Fiche.Flow, both.Fiche.Language, both.Fiche.Since,
                both.Last is { } said && said.Round == both.Fiche.Round ? said.Opinion : null,
                both.Last is { } last && answers.Find(answer => answer.Answers(last)) is { } answer
                    ? new ReviewAnswer(answer.Words, answer.Settlement == Settlement.TakenUp, last.Round != both.Fiche.Round) : null))
            .ToList();
        var mayApprove = access.May(Permission.ApproveFiches);
        return new CommitteeHouse(
            study.Name, study.NextCommittee,
            mayApprove ? reviews.FindAll(card => card.Said is null) : [],
            mayApprove ? reviews.FindAll(card => card.Said is not null) : reviews,
            [.. editions.GroupBy(edition => edition.FicheId).Select(group => group.MaxBy(edition => edition.Number)!)
                .Select(edition => (Edition: edition, Fiche: fiches[edition.FicheId]))
                .OrderBy(both => both.Fiche.Code, StringComparer.Ordinal).ThenBy(both => both.Fiche.Language, StringComparer.Ordinal)
                .Select(both => new EditionCard(both.Edition.Id, both.Fiche.Code, both.Fiche.Offering, both.Fiche.Flow, both.Fiche.Language, both.Edition.Number, both.Edition.Pages, both.Edition.Size, both.Edition.WithdrawnAt))],
            [.. editions.OrderByDescending(edition => edition.At)
                .Select(edition => (Edition: edition, Fiche: fiches[edition.FicheId], Words: WordsOn(edition, editions, words)))
                .Select(all => new DecisionLine(
                    all.Edition.Id, all.Fiche.Code, all.Fiche.Offering, all.Fiche.Language, all.Edition.Number, all.Edition.At,
                    OpinionMaterial.Of(all.Words), all.Edition.WithdrawnAt))]);
    }

    // Those of the last round before the edition: earlier rounds were on an earlier text, and what came before the last edition was on that one.
    private static List<FicheApproval> WordsOn(Published edition, List<Published> editions, List<FicheApproval> words)
    {
        var before = editions.Where(one => one.FicheId == edition.FicheId && one.Number < edition.Number).Select(one => (DateTime?)one.At).Max();
        var since = words.FindAll(word => word.FicheId == edition.FicheId && word.At <= edition.At && (before is null || word.At > before));
        return since.Count == 0 ? [] : since.FindAll(word => word.Round == since.Max(one => one.Round));
    }

    private async Task<Dictionary<Guid, Named>> Fiches(StudyAccess access, CancellationToken cancellation)
    {
        var flows = await db.Set<Flow>().AsNoTracking().Where(flow => flow.StudyId == access.StudyId).ToDictionaryAsync(flow => flow.Id, flow => flow.Name, cancellation);
        var lines = await db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.StudyId == access.StudyId)
            .Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new
            {
                fiche.Id,
                fiche.Language,
                fiche.State,
                fiche.Round,
                fiche.InReviewSince,
                offering.Code,
                offering.Name,
                FlowId = offering.Flows.Where(flow => flow.Order == 0).Select(flow => (Guid?)flow.FlowId).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return lines.ToDictionary(line => line.Id, line => new Named(
            line.Id, line.Code, line.Name, line.FlowId is { } flow ? flows[flow] : null, line.Language, line.State, line.Round, line.InReviewSince));
    }

    // An edition for the team alone is not the committee's.
    private Task<List<Published>> Editions(StudyAccess access, CancellationToken cancellation)
    {
        var isTeam = (access.Roles & Roles.Team) != 0;
        return db.Set<Edition>().AsNoTracking()
            .Where(edition => edition.StudyId == access.StudyId && (isTeam || edition.Audience != Audience.Team))
            .Select(edition => new Published(edition.Id, edition.FicheId, edition.Number, edition.Pages, edition.Pdf.Length, edition.PublishedAt, edition.WithdrawnAt))
            .ToListAsync(cancellation);
    }
}
