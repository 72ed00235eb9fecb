using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

internal static class FindingReferences
{
    /// <summary>Words that stand where a citation key does in an address, and so cannot be one.</summary>
    private static readonly string[] Reserved = ["import", "export", "new"];

    /// <summary>The reference with this citation key in this study, to be changed; null when there is none.</summary>
    public static Task<Reference?> FindReference(this ConsultDbContext db, StudyAccess access, string key, CancellationToken cancellation) =>
        db.Set<Reference>().Include(reference => reference.Offerings)
            .FirstOrDefaultAsync(reference => reference.StudyId == access.StudyId && reference.CitationKey == key, cancellation);

    /// <summary>Gives keys that no reference of the study has.</summary>
    public static async Task<CitationKeys> FreeKeys(this ConsultDbContext db, Guid studyId, CancellationToken cancellation) =>
        new(Reserved.Concat(await db.Set<Reference>().Where(reference => reference.StudyId == studyId).Select(reference => reference.CitationKey).ToListAsync(cancellation)));
}
