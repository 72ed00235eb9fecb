using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

public sealed record DiscardLiteratureRequest(Guid Operation, Guid FileId);

/// <summary>Throws away a file of which nothing was taken.</summary>
public sealed class DiscardLiterature(ConsultDbContext db, FileStore files)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DiscardLiteratureRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        string? hash = null;
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var file = await db.Set<LiteratureFile>().FirstOrDefaultAsync(found => found.Id == request.FileId && found.StudyId == access.StudyId, cancellation);
            if (file is null) return Outcome.NotFound;
            if (file.TakenAt is not null) return Outcome.Refused<LiteratureTexts>("LiteratureWasTaken");
            hash = file.Sha256;
            db.Remove(file);
            return Nothing.Value;
        }, cancellation);
        if (hash is not null && !await db.Set<LiteratureFile>().AnyAsync(file => file.Sha256 == hash, cancellation)) files.Delete(hash);
        return outcome;
    }
}
