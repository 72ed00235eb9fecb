using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <param name="Answer">What is answered; may be empty.</param>
public sealed record ResolveCommentRequest(Guid Operation, Guid CommentId, string Answer = "");

/// <summary>Marks a comment as dealt with; it stays on record.</summary>
public sealed class ResolveComment(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ResolveCommentRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        if (request.Answer.Trim().Length > CommentFiche.MaximumLength) return Outcome.Refused<FichesTexts>("CommentTooLong", nameof(request.Answer), CommentFiche.MaximumLength);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var comment = await db.Set<FicheComment>()
                .Where(found => found.Id == request.CommentId && db.Set<Fiche>().Any(fiche => fiche.Id == found.FicheId && fiche.StudyId == access.StudyId))
                .FirstOrDefaultAsync(cancellation);
            if (comment is null) return Outcome.NotFound;
            if (comment.ResolvedAt is null) comment.Resolve(access.Actor.Id, time.GetUtcNow().UtcDateTime, request.Answer);
            return Nothing.Value;
        }, cancellation);
    }
}
