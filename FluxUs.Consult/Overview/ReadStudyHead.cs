using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>What the study's home says under its title.</summary>
public sealed record StudyHead(LocalText Name, int Offerings, DateOnly? NextCommittee);

public sealed class ReadStudyHead(ConsultDbContext db)
{
    public async Task<Outcome<StudyHead>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var study = await db.Set<Study>().AsNoTracking().SingleAsync(study => study.Id == access.StudyId, cancellation);
        var offerings = await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId, cancellation);
        return new StudyHead(study.Name, offerings, study.NextCommittee);
    }
}
