using System.Globalization;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

/// <param name="TypedName">The edition's name typed again by whoever does it: "P01 fr 2".</param>
public sealed record WithdrawEditionRequest(Guid Operation, FicheName Fiche, int Number, string TypedName);

/// <summary>Withdraws an edition that used the words of someone who withdrew: its bytes and its content go for good; that it was,
/// its number, date and SHA-256 stay. A fiche whose last edition it was opens again for the next one.</summary>
public sealed class WithdrawEdition(ConsultDbContext db, JobFiles packs, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, WithdrawEditionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WithdrawEditions)) return Outcome.Forbidden;
        var name = EditionName(request.Fiche, request.Number);
        if (!IsTyped(request.TypedName, name)) return Outcome.Refused<FichesTexts>("EditionNotTyped", nameof(request.TypedName), name);
        var at = time.GetUtcNow().UtcDateTime;
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).FirstOrDefaultAsync(cancellation);
            var edition = fiche is null ? null : await db.Set<Edition>().FirstOrDefaultAsync(found => found.FicheId == fiche.Id && found.Number == request.Number, cancellation);
            if (edition is null) return Outcome.NotFound;
            if (edition.IsWithdrawn) return Outcome.Refused<FichesTexts>("EditionIsWithdrawn");
            if (edition.FlaggedAt is null) return Outcome.Refused<FichesTexts>("EditionNotFlagged");
            await ErasedEditions.Erase(db, edition, at, cancellation);
            db.AfterCommit(_ =>
            {
                packs.DeleteAll();
                return Task.CompletedTask;
            });
            return Nothing.Value;
        }, cancellation);
        // Deleted pages linger in the write-ahead log until it is emptied.
        if (outcome.IsDone) await db.ForgetDeleted(CancellationToken.None);
        return outcome;
    }

    /// <summary>As people name an edition: "P01 fr 2".</summary>
    public static string EditionName(FicheName fiche, int number) => string.Create(CultureInfo.InvariantCulture, $"{fiche.OfferingCode} {fiche.Language} {number}");

    private static bool IsTyped(string typed, string name) =>
        string.Equals(string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), name, StringComparison.OrdinalIgnoreCase);
}
