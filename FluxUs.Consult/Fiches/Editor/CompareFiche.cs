using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editor;

/// <param name="From">The number of the older edition.</param>
/// <param name="To">The number of the newer one; null for the fiche as it stands.</param>
/// <param name="Sections">Those that differ, in the order in which they are printed.</param>
/// <param name="Editions">The numbers that there are to compare, as far as they were not withdrawn.</param>
public sealed record FicheComparison(LocalText OfferingName, int From, int? To, IReadOnlyList<ComparedSection> Sections, IReadOnlyList<int> Editions);

/// <summary>What changed between an edition and a later one, or the fiche as it stands.</summary>
public sealed class CompareFiche(ConsultDbContext db, ComposeFiche compose)
{
    /// <param name="from">Null for the last edition before.</param>
    /// <param name="to">Null for the fiche as it stands; with no number at all, the last two editions where nothing was written since.</param>
    public async Task<Outcome<FicheComparison>> Run(StudyAccess access, FicheName name, int? from, int? to, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var fiche = await db.Fiche(access, name).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (fiche is null) return Outcome.NotFound;
        var editions = await db.Set<Edition>().AsNoTracking().Where(edition => edition.FicheId == fiche.Id && edition.WithdrawnAt == null)
            .OrderBy(edition => edition.Number).Select(edition => edition.Number).ToListAsync(cancellation);
        var older = from ?? editions.LastOrDefault(number => to is null || number < to);
        if (!editions.Contains(older) || (to is { } wanted && !editions.Contains(wanted))) return Outcome.NotFound;
        var before = await Edition(fiche.Id, older, cancellation);
        FicheDocument after;
        if (to is { } number)
        {
            after = await Edition(fiche.Id, number, cancellation);
        }
        else
        {
            var composed = await compose.Of(access, fiche.Id, null, null, cancellation);
            if (!composed.IsDone) return composed.Failure;
            after = composed.Value.Document;
        }

        var differences = DocumentDifference.Of(before, after);
        // Nothing was written since the last edition: what it changed is what there is to see.
        if (from is null && to is null && differences.Count == 0 && editions is [.., var previous, var last])
        {
            (older, to) = (previous, last);
            differences = DocumentDifference.Of(await Edition(fiche.Id, previous, cancellation), before);
        }

        var offering = await db.Set<Offering>().AsNoTracking().Where(found => found.Id == fiche.OfferingId).Select(found => found.Name).FirstAsync(cancellation);
        return new FicheComparison(offering, older, to, differences, editions);
    }

    private async Task<FicheDocument> Edition(Guid ficheId, int number, CancellationToken cancellation) => DocumentJson.Read(
        await db.Set<Edition>().AsNoTracking().Where(edition => edition.FicheId == ficheId && edition.Number == number).Select(edition => edition.Document).FirstAsync(cancellation));
}
