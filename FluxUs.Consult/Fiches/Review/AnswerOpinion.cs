using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <param name="MemberId">Whose opinion.</param>
/// <param name="GivenAt">When the opinion was given that the person read: a later one is another.</param>
/// <param name="Version">Of the answer that is corrected; 0 for the first.</param>
/// <param name="Settlement">Null when none was chosen.</param>
public sealed record AnswerOpinionRequest(Guid Operation, FicheName Fiche, Guid MemberId, DateTime GivenAt, int Version, Settlement? Settlement, string Words);

/// <summary>Answers what a member of the committee said last of a fiche, or corrects that answer. The member reads it and may change the
/// opinion; the answer counts for nothing by itself. It names no expert who may not be named, as little as what goes to review.</summary>
public sealed class AnswerOpinion(ConsultDbContext db, NameCheck names, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, AnswerOpinionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        var refusals = new List<Refusal>();
        if (request.Settlement is null) refusals.Add(new Refusal(typeof(FichesTexts), "AnswerNeedsSettlement", nameof(request.Settlement)));
        if (string.IsNullOrWhiteSpace(request.Words)) refusals.Add(new Refusal(typeof(FichesTexts), "AnswerNeedsWords", nameof(request.Words)));
        if (refusals.Count > 0 || request.Settlement is not { } settlement) return Outcome.Refused(refusals);
        var found = await names.Run(access, [new CheckedText("", request.Words)], cancellation);
        if (!found.IsDone) return found.Failure;
        if (found.Value.FoundAny)
            return Outcome.Refused<FichesTexts>(found.Value.Hits.Count > 0 ? "AnswerNamesWhom" : "AnswerNames", nameof(request.Words),
                string.Join(", ", found.Value.Hits.Select(hit => request.Words.Substring(hit.Start, hit.Length)).Distinct()));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).FirstOrDefaultAsync(cancellation);
            if (fiche is null) return Outcome.NotFound;
            var opinion = await db.LatestWords().FirstOrDefaultAsync(word => word.FicheId == fiche.Id && word.AccountId == request.MemberId, cancellation);
            if (opinion is null) return Outcome.NotFound;
            if (opinion.At != request.GivenAt) return Outcome.Refused<FichesTexts>("OpinionGivenAgain");
            if (opinion.Reason.Length == 0) return Outcome.Refused<FichesTexts>("OpinionHasNoReason");
            var at = time.GetUtcNow().UtcDateTime;
            var present = await db.Set<OpinionAnswer>().FirstOrDefaultAsync(
                answer => answer.FicheId == fiche.Id && answer.Round == opinion.Round && answer.MemberId == opinion.AccountId && answer.GivenAt == opinion.At, cancellation);
            if (present is null)
            {
                db.Add(new OpinionAnswer(opinion, settlement, request.Words, access.Actor.Id, at));
            }
            else
            {
                db.Expect(present, request.Version);
                present.Correct(settlement, request.Words, access.Actor.Id, at);
            }

            return Nothing.Value;
        }, cancellation);
    }
}
