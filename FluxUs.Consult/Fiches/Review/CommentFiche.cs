using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <param name="Section">The key of the section concerned; empty for the whole fiche.</param>
public sealed record CommentFicheRequest(Guid Operation, FicheName Fiche, string Section, string Text);

/// <summary>Says something of a fiche: the team at any time, the committee once it is in review.</summary>
public sealed class CommentFiche(ConsultDbContext db, FicheTemplates templates, TimeProvider time)
{
    public const int MaximumLength = 4000;

    /// <returns>The id of the comment.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, CommentFicheRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.CommentFiches)) return Outcome.Forbidden;
        if (string.IsNullOrWhiteSpace(request.Text)) return Outcome.Refused<FichesTexts>("CommentNeedsText", nameof(request.Text));
        if (request.Text.Trim().Length > MaximumLength) return Outcome.Refused<FichesTexts>("CommentTooLong", nameof(request.Text), MaximumLength);
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).FirstOrDefaultAsync(cancellation);
            if (fiche is null || (!fiche.IsOpenToCommittee && !access.May(Permission.ReadStudy))) return Outcome.NotFound;
            if (request.Section.Length > 0 && templates.Find(fiche.Template)?.Section(request.Section) is null) return Outcome.Refused<FichesTexts>("SectionUnknown", nameof(request.Section));
            var comment = new FicheComment(fiche.Id, fiche.Round, request.Section, request.Text, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            db.Add(comment);
            return comment.Id;
        }, cancellation);
    }
}
