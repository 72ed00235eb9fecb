using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>The files of references that wait for a decision, the newest first.</summary>
public sealed class ListWaitingLiterature(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<WaitingLiterature>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        return await db.Set<LiteratureFile>().AsNoTracking().Where(file => file.StudyId == access.StudyId && file.TakenAt == null)
            .OrderByDescending(file => file.BroughtAt).Select(file => new WaitingLiterature(file.Id, file.FileName, file.Size, file.BroughtAt)).ToListAsync(cancellation);
    }
}
