using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Templates;

/// <summary>Says which reviews another look would void: what is approved is what is published, and a look brings its own sections
/// and titles. Band, logo, colour and licence stand in the head and in the address of an edition, and void none.</summary>
public sealed class ReviewsUnderLook(ConsultDbContext db, ComposeFiche compose, FicheTemplates templates)
{
    /// <param name="look">The code of a template; empty for the one that the fiche was made with.</param>
    /// <returns>Such as "P16 (fr)", by code; those that changed since they went to review are void already and left out.</returns>
    internal async Task<IReadOnlyList<string>> VoidedBy(StudyAccess access, string look, CancellationToken cancellation)
    {
        var waiting = await db.Set<Fiche>().AsNoTracking()
            .Where(fiche => fiche.StudyId == access.StudyId && (fiche.State == FicheState.InReview || fiche.State == FicheState.Approved))
            .Select(fiche => new { fiche.Id, fiche.Template, fiche.ReviewedContent }).ToListAsync(cancellation);
        var voided = new List<string>();
        foreach (var fiche in waiting)
        {
            var now = await compose.Of(access, fiche.Id, null, null, cancellation);
            if (!now.IsDone || ReviewedContent.HashOf(now.Value) != fiche.ReviewedContent) continue;
            var material = now.Value.Material with { Template = look.Length > 0 ? look : fiche.Template };
            if (templates.Find(material.Template) is { } template && ReviewedContent.HashOf(now.Value with { Material = material, Template = template }) == fiche.ReviewedContent) continue;
            voided.Add($"{material.OfferingCode} ({material.Language})");
        }

        return [.. voided.Order(StringComparer.Ordinal)];
    }
}
