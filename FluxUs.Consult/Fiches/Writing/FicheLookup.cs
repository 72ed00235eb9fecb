using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

/// <summary>Names a fiche as addresses do.</summary>
public sealed record FicheName(string OfferingCode, string Language);

internal static class FicheLookup
{
    /// <summary>The fiche of an offering in a language, of this study alone.</summary>
    public static IQueryable<Fiche> Fiche(this ConsultDbContext db, StudyAccess access, FicheName name) => db.Set<Fiche>()
        .Where(fiche => fiche.StudyId == access.StudyId && fiche.Language == name.Language
            && db.Set<Offering>().Any(offering => offering.Id == fiche.OfferingId && offering.Code == name.OfferingCode));
}
