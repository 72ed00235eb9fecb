using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Templates;

/// <param name="Look">The code of the template; the usual one where the study has chosen none.</param>
/// <param name="Problems">Files of the folder that cannot be read, each with its place.</param>
/// <param name="Logo">Null where the study has none.</param>
public sealed record StudyLook(
    string Look, string Colour, string Licence, Logo? Logo, LocalText LogoAlternative, int Version, IReadOnlyList<FicheTemplate> Templates, IReadOnlyList<TemplateProblem> Problems);

/// <summary>How the fiches of a study look, and among what one may choose.</summary>
public sealed class ReadLook(ConsultDbContext db, FicheTemplates templates, StudyLogo logos)
{
    public async Task<Outcome<StudyLook>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        var study = await db.Set<Study>().AsNoTracking().FirstAsync(found => found.Id == access.StudyId, cancellation);
        return new StudyLook(
            study.FicheLook.Length > 0 ? study.FicheLook : FicheTemplates.Default, study.Colour, study.Licence, await logos.Of(study, study.Language, cancellation), study.LogoAlternative,
            study.Version, templates.All, templates.Problems);
    }
}
