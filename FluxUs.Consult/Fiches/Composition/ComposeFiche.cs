using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>A fiche as it stands, with what it was made of.</summary>
public sealed record ComposedFiche(FicheDocument Document, FicheMaterial Material, FicheTemplate Template)
{
    public PageStyle Style => Template.StyleFor(Material.Colour);
}

/// <summary>Composes the fiche of an offering as it stands: prose, data and labels for one audience.</summary>
public sealed class ComposeFiche(ConsultDbContext db, GatherMaterial material, FicheTemplates templates)
{
    /// <summary>A committee member gets it only once it is in review, and never more than the committee may read.</summary>
    /// <param name="audience">Null for the one the fiche is meant for.</param>
    public async Task<Outcome<ComposedFiche>> Run(StudyAccess access, string offeringCode, string language, Audience? audience, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var found = await db.Set<Fiche>().AsNoTracking()
            .Where(fiche => fiche.StudyId == access.StudyId && fiche.Language == language)
            .Join(db.Set<Offering>().Where(offering => offering.Code == offeringCode), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new { fiche.Id, fiche.State, fiche.Audience })
            .FirstOrDefaultAsync(cancellation);
        if (found is null) return Outcome.NotFound;
        var isTeam = access.May(Permission.ReadStudy);
        if (!isTeam && found.State is not (FicheState.InReview or FicheState.Approved)) return Outcome.NotFound;
        var readers = audience ?? found.Audience;
        if (!isTeam && readers == Audience.Team) readers = Audience.Committee;
        return await Of(access, found.Id, readers, null, cancellation);
    }

    /// <param name="printing">Null for a draft.</param>
    internal async Task<Outcome<ComposedFiche>> Of(StudyAccess access, Guid ficheId, Audience? audience, Printing? printing, CancellationToken cancellation)
    {
        var gathered = await material.Of(access, ficheId, audience, cancellation);
        if (gathered is null) return Outcome.NotFound;
        if (templates.Find(gathered.Template) is not { } template)
            return TemplateRefusals.NoTemplate(templates);
        var document = FicheComposition.Compose(gathered, template, printing ?? new Printing(gathered.FicheId, new DateTimeOffset(gathered.ChangedAt, TimeSpan.Zero), null, ""));
        return new ComposedFiche(document, gathered, template);
    }
}
