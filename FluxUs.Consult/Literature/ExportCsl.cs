using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>The references of a study for other tools: CSL-JSON (csl-data schema 1.0.2), the citation key as the id.</summary>
public sealed class ExportCsl(ConsultDbContext db)
{
    /// <returns>The items in the order of their codes; write them with <see cref="CslJsonWriter.Write"/>.</returns>
    public async Task<Outcome<IReadOnlyList<CslItem>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.Export)) return Outcome.Forbidden;
        var kept = await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == access.StudyId)
            .OrderBy(reference => reference.Code.Length).ThenBy(reference => reference.Code)
            .Select(reference => new { reference.CitationKey, reference.Csl }).ToListAsync(cancellation);
        return kept.ConvertAll(reference => CslJsonWriter.FromJson(reference.Csl) with { Id = reference.CitationKey });
    }
}
