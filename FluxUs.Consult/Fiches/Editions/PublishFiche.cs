using System.Security.Cryptography;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

/// <param name="Changes">What changed since the edition before; obligatory from the second on.</param>
public sealed record PublishFicheRequest(Guid Operation, FicheName Fiche, int Version, string Changes);

/// <summary>Publishes an approved fiche: every hard check holds, what was approved is what is printed, and data, labels and
/// bytes are frozen with their number and hash.</summary>
public sealed class PublishFiche(ConsultDbContext db, ComposeFiche compose, CheckFiche check, NameCheck names, IPdfEngine engine, EditionAddresses addresses, TimeProvider time)
{
    internal const int LongestChanges = 2000;

    /// <returns>The id of the edition.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, PublishFicheRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.PublishFiches)) return Outcome.Forbidden;
        var fiche = await db.Fiche(access, request.Fiche).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (fiche is null) return Outcome.NotFound;
        if (await db.Set<DoneOperation>().AnyAsync(done => done.Id == request.Operation && done.ActorId == access.Actor.Id, cancellation))
            return await db.Write<Guid>(access.Actor, request.Operation, () => Task.FromResult<Outcome<Guid>>(Outcome.NotFound), cancellation);
        if (fiche.State != FicheState.Approved) return Outcome.Refused<FichesTexts>("NotApproved");
        if (fiche.Version != request.Version) return Outcome.Changed;
        var number = 1 + await db.Set<Edition>().Where(edition => edition.FicheId == fiche.Id).MaxAsync(edition => (int?)edition.Number, cancellation) ?? 1;
        if (number > 1 && string.IsNullOrWhiteSpace(request.Changes)) return Outcome.Refused<FichesTexts>("ChangesNeeded", nameof(request.Changes));
        if (request.Changes.Length > LongestChanges) return Outcome.Refused<FichesTexts>("ChangesTooLong", nameof(request.Changes), LongestChanges);
        // They stand on the edition's page, for all its readers.
        var named = await names.Run(access, [new CheckedText("", request.Changes)], cancellation);
        if (!named.IsDone) return named.Failure;
        if (named.Value.FoundAny) return Outcome.Refused<FichesTexts>("NameInChanges", nameof(request.Changes));

        var reviewed = await AsReviewed(access, fiche, cancellation);
        if (!reviewed.IsDone) return reviewed.Failure;

        // The clock's second: what a document says of its date is what is printed.
        var at = time.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7(new DateTimeOffset(at, TimeSpan.Zero));
        var printing = new Printing(id, new DateTimeOffset(at, TimeSpan.Zero), number, addresses.Of(id));
        var composed = await compose.Of(access, fiche.Id, null, printing, cancellation);
        if (!composed.IsDone) return composed.Failure;
        var judged = await check.Judge(access, composed.Value, cancellation);
        if (!judged.IsDone) return judged.Failure;
        if (!judged.Value.MayBePublished)
            return Outcome.Refused(judged.Value.Checks.Where(one => one.StopsEdition).Select(one => new Refusal(typeof(FichesTexts), $"Check.{one.Key}", null, one.Arguments)));

        using var pdf = new MemoryStream();
        var report = engine.Render(Paper.Of(composed.Value.Document), composed.Value.Style, pdf, EditionData.Of(composed.Value.Document));
        var bytes = pdf.ToArray();
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var published = await db.Set<Fiche>().FirstAsync(one => one.Id == fiche.Id, cancellation);
            db.Expect(published, request.Version);
            // A withdrawal or another change may have come while the pages were drawn.
            var still = await AsReviewed(access, fiche, cancellation);
            if (!still.IsDone) return still.Failure;
            published.Publish();
            db.Add(new Edition(id, access.StudyId, fiche.Id, number, composed.Value.Material.Audience,
                DocumentJson.Write(composed.Value.Document), DocumentJson.Write(composed.Value.Style), bytes,
                Convert.ToHexStringLower(SHA256.HashData(bytes)), report.Pages, request.Changes, access.Actor.Id, at));
            db.AddRange(composed.Value.Material.Sources.Select(source => new EditionSource { EditionId = id, SourceTextId = source.SourceTextId }));
            return id;
        }, cancellation);
    }

    private async Task<Outcome<Nothing>> AsReviewed(StudyAccess access, Fiche fiche, CancellationToken cancellation)
    {
        var composed = await compose.Of(access, fiche.Id, null, null, cancellation);
        if (!composed.IsDone) return composed.Failure;
        return ReviewedContent.HashOf(composed.Value) == fiche.ReviewedContent ? Nothing.Value : Outcome.Refused<FichesTexts>("ChangedSinceReview");
    }
}
