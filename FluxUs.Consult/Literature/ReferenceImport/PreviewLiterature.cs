using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>What a file of references would bring.</summary>
public sealed record LiteraturePreview(
    Guid FileId, string FileName, FileKind Kind, IReadOnlyList<LiteratureEntry> Entries, IReadOnlyList<ImportNote> OtherNotes,
    IReadOnlyList<ReferenceOfferingChoice> Offerings, bool IsTaken)
{
    public int New => Entries.Count(entry => entry.Known is null);
}

public sealed class PreviewLiterature(ConsultDbContext db, FileStore files)
{
    public async Task<Outcome<LiteraturePreview>> Run(StudyAccess access, Guid fileId, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        var file = await db.Set<LiteratureFile>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == fileId && found.StudyId == access.StudyId, cancellation);
        if (file is null) return Outcome.NotFound;
        var read = await ReadLiterature.Of(db, access.StudyId, files, file, cancellation);
        if (!read.IsDone) return read.Failure;
        return new LiteraturePreview(
            file.Id, file.FileName, read.Value.Kind, read.Value.Entries, read.Value.OtherNotes, await ReferenceOfferingChoice.Of(db, access, cancellation), file.TakenAt is not null);
    }
}
