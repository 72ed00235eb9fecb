using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <param name="Knowingly">The editor was told what still stands against an edition, and sends it all the same.</param>
public sealed record SendToReviewRequest(Guid Operation, FicheName Fiche, int Version, bool Knowingly = false);

/// <summary>Opens a fiche to the committee. Names of experts are looked for first, and that they were is on record, found or not;
/// they alone refuse it. Whatever else would stop an edition is to be sent knowingly.</summary>
public sealed class SendToReview(ConsultDbContext db, ComposeFiche compose, CheckFiche check, NameCheck names, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, SendToReviewRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        var fiche = await db.Fiche(access, request.Fiche).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (fiche is null) return Outcome.NotFound;
        if (!fiche.IsOpenToWriting) return Outcome.Refused<FichesTexts>("AlreadyInReview");
        if (fiche.Version != request.Version) return Outcome.Changed;
        var composed = await compose.Of(access, fiche.Id, null, null, cancellation);
        if (!composed.IsDone) return composed.Failure;
        var found = await names.Run(access, CheckFiche.Texts(composed.Value), cancellation);
        if (!found.IsDone) return found.Failure;
        var at = time.GetUtcNow().UtcDateTime;
        if (found.Value.FoundAny)
        {
            await db.Write<Nothing>(access.Actor, null, async () =>
            {
                (await db.Set<Fiche>().FirstAsync(one => one.Id == fiche.Id, cancellation)).CheckedForNames(true, at);
                return Nothing.Value;
            }, cancellation);
            return Outcome.Refused<FichesTexts>(found.Value.Hits.Count > 0 ? "NamesFoundWhere" : "NamesFound", null,
                string.Join(", ", found.Value.Hits.Select(hit => composed.Value.Template.Section(hit.Place)?.Heading.ToString() ?? composed.Value.Document.Details.Title).Distinct()));
        }

        if (!request.Knowingly)
        {
            var judged = await check.Judge(access, composed.Value, cancellation);
            if (!judged.IsDone) return judged.Failure;
            if (!judged.Value.MayBePublished) return Outcome.Refused<FichesTexts>("StillStopped");
        }

        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var sent = await db.Set<Fiche>().FirstAsync(one => one.Id == fiche.Id, cancellation);
            db.Expect(sent, request.Version);
            sent.CheckedForNames(false, at);
            sent.SendToReview(ReviewedContent.HashOf(composed.Value), at);
            return Nothing.Value;
        }, cancellation);
    }
}
