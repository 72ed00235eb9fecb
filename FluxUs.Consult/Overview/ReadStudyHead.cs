using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>What the study's home says under its title.</summary>
/// <param name="RetainedOn">The day on which the committee retained them; null before that.</param>
public sealed record StudyHead(LocalText Name, int Offerings, int Retained, DateOnly? RetainedOn, DateOnly? NextCommittee);

public sealed class ReadStudyHead(ConsultDbContext db, RetainedOfferings retained)
{
    public async Task<Outcome<StudyHead>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var study = await db.Set<Study>().AsNoTracking().SingleAsync(study => study.Id == access.StudyId, cancellation);
        var offerings = await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId, cancellation);
        var kept = await retained.Of(access.StudyId, cancellation);
        return new StudyHead(study.Name, offerings, kept.Offerings.Count, kept.DecidedOn, study.NextCommittee);
    }
}
