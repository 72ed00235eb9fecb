using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>What the settings of a study show.</summary>
public sealed record StudySettings(
    string Slug, LocalText Name, LocalText Description, string Language, LocalText Funder, DateOnly? NextCommittee, bool IsDemonstration, int Version);

public sealed class ReadStudySettings(ConsultDbContext db)
{
    public async Task<Outcome<StudySettings>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        return await db.Set<Study>().AsNoTracking().Where(study => study.Id == access.StudyId)
            .Select(study => new StudySettings(study.Slug, study.Name, study.Description, study.Language, study.Funder, study.NextCommittee, study.IsDemonstration, study.Version))
            .FirstAsync(cancellation);
    }
}
