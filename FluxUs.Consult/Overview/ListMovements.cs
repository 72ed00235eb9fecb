using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

public enum MovementKind { EditionPublished, FicheSentToReview, FicheCommented, TextArrived, ConsentWithdrawn }

/// <param name="Subject">The code concerned: P16, E-36, X27.</param>
/// <param name="Number">The edition, or how many words, as the kind asks.</param>
/// <param name="Address">Below the study's address; null where one's role opens nothing.</param>
public sealed record Movement(MovementKind Kind, string Subject, int Number, string? Address, DateTime At);

/// <summary>What moved last in the study, newest first.</summary>
public sealed class ListMovements(ConsultDbContext db)
{
    private const int Shown = 6;

    public async Task<Outcome<IReadOnlyList<Movement>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var study = access.StudyId;
        var fiches = db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.StudyId == study)
            .Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new { Fiche = fiche, offering.Code });
        var editions = await db.Set<Edition>().AsNoTracking().Join(fiches, edition => edition.FicheId, fiche => fiche.Fiche.Id, (edition, fiche) => new { edition.Number, edition.PublishedAt, fiche.Code, fiche.Fiche.Language })
            .OrderByDescending(edition => edition.PublishedAt).Take(Shown).ToListAsync(cancellation);
        var reviews = await fiches.Where(fiche => fiche.Fiche.State == FicheState.InReview && fiche.Fiche.InReviewSince != null)
            .OrderByDescending(fiche => fiche.Fiche.InReviewSince).Select(fiche => new { fiche.Code, fiche.Fiche.Language, fiche.Fiche.InReviewSince }).Take(Shown).ToListAsync(cancellation);
        var comments = await db.Set<FicheComment>().AsNoTracking().Join(fiches, comment => comment.FicheId, fiche => fiche.Fiche.Id, (comment, fiche) => new { comment.WrittenAt, fiche.Code, fiche.Fiche.Language })
            .OrderByDescending(comment => comment.WrittenAt).Take(Shown).ToListAsync(cancellation);
        var texts = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == study)
            .SelectMany(text => text.Versions.Where(version => version.Number == text.CurrentVersion), (text, version) => new { text.Code, text.Kind, version.MadeAt, version.Number })
            .OrderByDescending(text => text.MadeAt).Take(Shown).ToListAsync(cancellation);
        var withdrawals = await db.Set<Expert>().AsNoTracking().Where(expert => expert.StudyId == study)
            .SelectMany(expert => expert.Consents.Where(consent => consent.WithdrawnOn != null), (expert, consent) => new { expert.Code, consent.WithdrawnOn }).Distinct()
            .OrderByDescending(consent => consent.WithdrawnOn).Take(Shown).ToListAsync(cancellation);

        IEnumerable<Movement> all =
        [
            .. editions.Select(edition => new Movement(MovementKind.EditionPublished, edition.Code, edition.Number, $"fiches/{edition.Code}/{edition.Language}", edition.PublishedAt)),
            .. reviews.Select(fiche => new Movement(MovementKind.FicheSentToReview, fiche.Code, 0, $"fiches/{fiche.Code}/{fiche.Language}", fiche.InReviewSince!.Value)),
            .. comments.Select(comment => new Movement(MovementKind.FicheCommented, comment.Code, 0, $"fiches/{comment.Code}/{comment.Language}", comment.WrittenAt)),
            .. texts.Select(text => new Movement(MovementKind.TextArrived, text.Code, text.Number, text.Code.StartsWith("E-", StringComparison.Ordinal) ? $"interviews/{text.Code}" : null, text.MadeAt)),
            .. withdrawals.Select(consent => new Movement(MovementKind.ConsentWithdrawn, consent.Code, 0, access.May(Permission.ReadIdentities) ? $"experts/{consent.Code}" : null, consent.WithdrawnOn!.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))),
        ];
        return Outcome.Done<IReadOnlyList<Movement>>([.. all.OrderByDescending(movement => movement.At).Take(Shown)]);
    }
}
