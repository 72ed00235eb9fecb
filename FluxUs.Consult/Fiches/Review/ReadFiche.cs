using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <summary>A fiche as one reads it on screen: its latest edition once published, else as it stands.</summary>
/// <param name="Document">Null when the edition that would be shown was withdrawn.</param>
/// <param name="Material">What its codes lead back to; null for an edition, which is frozen.</param>
/// <param name="Edition">The edition that is shown; null for a draft.</param>
/// <param name="IsInReview">Whether words and comments are asked for.</param>
public sealed record FicheReading(
    FicheDocument? Document, FicheMaterial? Material, FicheState State, EditionShown? Edition, bool IsInReview, IReadOnlyList<CommentLine> Comments, OpinionMaterial Opinions)
{
    /// <summary>Each member's word in the current round, then what was said before; none beside an edition.</summary>
    public IReadOnlyList<OpinionLine> Words { get; init; } = [];

    /// <summary>How it is, or was, printed.</summary>
    public PageStyle Style { get; init; } = PageStyle.A4;
}

public sealed record EditionShown(Guid Id, int Number, int Pages, long Size, bool IsFlagged, bool MayWithdraw);

public sealed class ReadFiche(ConsultDbContext db, ComposeFiche compose)
{
    /// <summary>A committee member reads a fiche in review, or its latest edition; a draft is the team's alone.</summary>
    public async Task<Outcome<FicheReading>> Run(StudyAccess access, FicheName name, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var fiche = await db.Fiche(access, name).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (fiche is null) return Outcome.NotFound;
        var isTeam = access.May(Permission.ReadStudy);
        var isInReview = fiche.State is FicheState.InReview or FicheState.Approved;
        if (fiche.State == FicheState.Published || (!isInReview && !isTeam)) return await Edition(access, fiche, isTeam, cancellation);

        var composed = await compose.Run(access, name.OfferingCode, name.Language, null, cancellation);
        if (!composed.IsDone) return composed.Failure;
        return new FicheReading(composed.Value.Document, composed.Value.Material, fiche.State, null, isInReview, await Comments(fiche, cancellation), composed.Value.Material.Opinions)
        { Words = await db.OpinionsOn(fiche, cancellation), Style = composed.Value.Style };
    }

    private async Task<Outcome<FicheReading>> Edition(StudyAccess access, Fiche fiche, bool isTeam, CancellationToken cancellation)
    {
        var latest = await db.Set<Edition>().AsNoTracking().Where(edition => edition.FicheId == fiche.Id && (isTeam || edition.Audience != Audience.Team))
            .OrderByDescending(edition => edition.Number)
            .Select(edition => new { edition.Id, edition.Number, edition.Document, edition.PageStyle, edition.Pages, Size = edition.Pdf.Length, edition.FlaggedAt, edition.WithdrawnAt }).FirstOrDefaultAsync(cancellation);
        if (latest is null) return Outcome.NotFound;
        var (isWithdrawn, isFlagged) = (latest.WithdrawnAt is not null, latest is { FlaggedAt: not null, WithdrawnAt: null });
        return new FicheReading(isWithdrawn ? null : DocumentJson.Read(latest.Document), null, fiche.State,
            new EditionShown(latest.Id, latest.Number, latest.Pages, latest.Size, isTeam && isFlagged, isFlagged && access.May(Permission.WithdrawEditions)), false, [], OpinionMaterial.None)
        {
            Style = isWithdrawn ? PageStyle.A4 : DocumentJson.ReadStyle(latest.PageStyle),
        };
    }

    private Task<List<CommentLine>> Comments(Fiche fiche, CancellationToken cancellation) => db.Set<FicheComment>().AsNoTracking()
        .Where(comment => comment.FicheId == fiche.Id && comment.Round == fiche.Round)
        .Join(db.Set<Account>(), comment => comment.WrittenBy, account => account.Id, (comment, account) => new { comment, account.DisplayName })
        .OrderByDescending(both => both.comment.WrittenAt)
        .Select(both => new CommentLine(both.comment.Id, both.comment.SectionKey, both.comment.Text, both.DisplayName, both.comment.WrittenAt, both.comment.ResolvedAt != null, both.comment.Answer))
        .ToListAsync(cancellation);
}
