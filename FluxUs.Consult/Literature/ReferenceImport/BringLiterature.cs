using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <param name="FileName">As the person's machine calls it; only shown, never a path.</param>
public sealed record BringLiteratureRequest(Guid Operation, string FileName, Stream Content);

/// <summary>Keeps a file of references so that its preview can be read; nothing of it is in the study yet.</summary>
public sealed class BringLiterature(ConsultDbContext db, FileStore files, TimeProvider time)
{
    /// <returns>The id of the file.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, BringLiteratureRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        var fileName = Path.GetFileName(request.FileName.Replace('\\', '/'));
        var stored = await files.Store(request.Content, fileName, cancellation);
        if (!stored.IsRead) return ReadLiterature.Refuse(stored.Refusal);

        var outcome = await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var file = new LiteratureFile(access.StudyId, fileName, stored.Value.Hash, stored.Value.Size, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            var read = await ReadLiterature.Of(db, access.StudyId, files, file, cancellation);
            if (!read.IsDone) return read.Failure;
            db.Add(file);
            return file.Id;
        }, cancellation);

        // The same content may have been brought before, here or in another study.
        if (!outcome.IsDone && !await db.Set<LiteratureFile>().AnyAsync(file => file.Sha256 == stored.Value.Hash, cancellation)) files.Delete(stored.Value.Hash);
        return outcome;
    }
}
