using System.Security.Claims;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

public enum EditionDoor
{
    /// <summary>There is none, or none for this person.</summary>
    Closed,
    /// <summary>It is not for everyone: sign in.</summary>
    AskToSignIn,
    /// <summary>It was withdrawn: there is a page that says so, and no file.</summary>
    Withdrawn,
    Open,
}

/// <param name="Document">The serialised document.</param>
/// <param name="PageStyle">The serialised style it was printed in.</param>
/// <param name="IsFlagged">Whether someone whose words it used withdrew since; told to the team alone.</param>
/// <param name="IsLatest">Whether no later edition of the fiche is open to this reader.</param>
/// <param name="IsMember">Whether the reader is a member of its study; <paramref name="IsTeam"/> leaves the committee out.</param>
/// <param name="MayWithdraw">Whether it is flagged and this reader may withdraw it.</param>
public sealed record EditionDetail(
    Guid Id, string StudySlug, string OfferingCode, LocalText OfferingName, string Language, int Number, Audience Audience, DateTime PublishedAt,
    string Document, string PageStyle, int Pages, long Size, string Sha256, string Changes, bool IsFlagged, bool IsLatest, Guid LatestId, bool IsTeam,
    bool IsMember, bool MayWithdraw, DateTime? WithdrawnAt);

/// <param name="Document">The serialised document, with its <paramref name="PageStyle"/>: as frozen.</param>
public sealed record EditionFile(string FileName, byte[] Pdf, string Sha256, DateTime PublishedAt, string Document, string PageStyle);

/// <summary>A published edition by its permanent address: open to all when its audience is the public; else to members of its
/// study for whom it is meant.</summary>
public sealed class ReadEdition(ConsultDbContext db, StudyDoor door)
{
    public async Task<(EditionDoor Door, EditionDetail? Edition)> Run(ClaimsPrincipal person, Guid id, CancellationToken cancellation)
    {
        var found = await db.Set<Edition>().AsNoTracking().Where(edition => edition.Id == id)
            .Join(db.Set<Fiche>(), edition => edition.FicheId, fiche => fiche.Id, (edition, fiche) => new { edition, fiche })
            .Join(db.Set<Offering>(), both => both.fiche.OfferingId, offering => offering.Id, (both, offering) => new { both.edition, both.fiche, offering.Code, offering.Name })
            .Join(db.Set<Study>(), all => all.edition.StudyId, study => study.Id, (all, study) => new
            {
                all.edition.Id,
                all.edition.FicheId,
                study.Slug,
                all.Code,
                all.Name,
                all.fiche.Language,
                all.edition.Number,
                all.edition.Audience,
                all.edition.PublishedAt,
                all.edition.Document,
                all.edition.PageStyle,
                all.edition.Pages,
                Size = all.edition.Pdf.Length,
                all.edition.Sha256,
                all.edition.Changes,
                all.edition.FlaggedAt,
                all.edition.WithdrawnAt,
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null) return (EditionDoor.Closed, null);
        var access = await door.Enter(person, found.Slug, cancellation);
        var isTeam = access?.May(Permission.ReadStudy) == true;
        var opening = Opening(found.Audience, person, access);
        if (opening != EditionDoor.Open) return (opening, null);
        var latest = await db.Set<Edition>().AsNoTracking()
            .Where(edition => edition.FicheId == found.FicheId && (isTeam || edition.Audience == Audience.Public || (access != null && edition.Audience == Audience.Committee)))
            .OrderByDescending(edition => edition.Number).Select(edition => edition.Id).FirstAsync(cancellation);
        return (EditionDoor.Open, new EditionDetail(
            found.Id, found.Slug, found.Code, found.Name, found.Language, found.Number, found.Audience, found.PublishedAt, found.Document, found.PageStyle, found.Pages, found.Size,
            found.Sha256, found.Changes, isTeam && found is { FlaggedAt: not null, WithdrawnAt: null }, latest == found.Id, latest, isTeam,
            access is not null, found is { FlaggedAt: not null, WithdrawnAt: null } && access?.May(Permission.WithdrawEditions) == true, found.WithdrawnAt));
    }

    public async Task<(EditionDoor Door, EditionFile? File)> RunFile(ClaimsPrincipal person, Guid id, CancellationToken cancellation)
    {
        var found = await db.Set<Edition>().AsNoTracking().Where(edition => edition.Id == id)
            .Join(db.Set<Fiche>(), edition => edition.FicheId, fiche => fiche.Id, (edition, fiche) => new { edition, fiche.Language, fiche.OfferingId })
            .Join(db.Set<Offering>(), both => both.OfferingId, offering => offering.Id, (both, offering) => new { both.edition, both.Language, offering.Code, offering.Name })
            .Join(db.Set<Study>(), all => all.edition.StudyId, study => study.Id, (all, study) => new { all.edition, all.Language, all.Code, all.Name, study.Slug })
            .FirstOrDefaultAsync(cancellation);
        if (found is null) return (EditionDoor.Closed, null);
        var opening = Opening(found.edition.Audience, person, await door.Enter(person, found.Slug, cancellation));
        if (opening == EditionDoor.Open && found.edition.IsWithdrawn) opening = EditionDoor.Withdrawn;
        return opening != EditionDoor.Open ? (opening, null) : (opening, new EditionFile(
            FileNames.Edition(found.Code, found.Name, found.Language, found.edition.Number), found.edition.Pdf, found.edition.Sha256, found.edition.PublishedAt,
            found.edition.Document, found.edition.PageStyle));
    }

    private static EditionDoor Opening(Audience audience, ClaimsPrincipal person, StudyAccess? access) => audience switch
    {
        Audience.Public => EditionDoor.Open,
        _ when access is not null && (audience == Audience.Committee || access.May(Permission.ReadStudy)) => EditionDoor.Open,
        _ => person.Identity?.IsAuthenticated == true ? EditionDoor.Closed : EditionDoor.AskToSignIn,
    };
}
