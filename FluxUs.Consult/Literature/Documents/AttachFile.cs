using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <param name="FileName">As the person's machine calls it; only shown, never a path.</param>
public sealed record AttachFileRequest(Guid Operation, string CitationKey, string FileName, Stream Content);

/// <summary>Keeps the PDF of a reference. What a file is, its content says, never its name.</summary>
public sealed class AttachFile(ConsultDbContext db, FileStore files, TimeProvider time)
{
    public const string MediaType = "application/pdf";

    // ISO 32000-1, annex H.3: readers look for the header in the first 1,024 bytes and for the end in the last ones.
    private const int HeadBytes = 1024, TailBytes = 2048;

    /// <returns>The id of the attachment; the same content a second time is the one that is there.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AttachFileRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        if (!await db.Set<Reference>().AnyAsync(found => found.StudyId == access.StudyId && found.CitationKey == request.CitationKey, cancellation)) return Outcome.NotFound;
        var fileName = Path.GetFileName(request.FileName.Replace('\\', '/'));
        var stored = await files.Store(request.Content, fileName, cancellation);
        if (!stored.IsRead) return ReadLiterature.Refuse(stored.Refusal);

        var hash = stored.Value.Hash;
        var outcome = await WhatIsWrong(hash, cancellation) is { } key
            ? Outcome.Refused<LiteratureTexts>(key, "File", fileName)
            : await db.Write<Guid>(access.Actor, request.Operation, async () =>
            {
                var reference = await db.FindReference(access, request.CitationKey, cancellation);
                if (reference is null) return Outcome.NotFound;
                var present = await db.Set<Attachment>().FirstOrDefaultAsync(file => file.ReferenceId == reference.Id && file.Sha256 == hash, cancellation);
                if (present is not null) return present.Id;
                var attachment = new Attachment(reference.Id, fileName, hash, stored.Value.Size, MediaType, time.GetUtcNow().UtcDateTime);
                db.Add(attachment);
                return attachment.Id;
            }, cancellation);
        if (!outcome.IsDone && !await db.Set<Attachment>().AnyAsync(file => file.Sha256 == hash, cancellation)) files.Delete(hash);
        return outcome;
    }

    private async Task<string?> WhatIsWrong(string hash, CancellationToken cancellation)
    {
        await using var content = files.Open(hash)!;
        var head = new byte[Math.Min(HeadBytes, content.Length)];
        await content.ReadExactlyAsync(head, cancellation);
        if (FileRecognition.Recognise(head) != FileKind.Pdf) return "FileIsNoPdf";
        var tail = new byte[Math.Min(TailBytes, content.Length)];
        content.Seek(-tail.Length, SeekOrigin.End);
        await content.ReadExactlyAsync(tail, cancellation);
        return Encoding.Latin1.GetString(tail).Contains("%%EOF", StringComparison.Ordinal) ? null : "PdfIsCut";
    }
}

public sealed record DetachFileRequest(Guid Operation, string CitationKey, Guid FileId);

/// <summary>Takes a file from a reference; its content goes when nothing else holds it.</summary>
public sealed class DetachFile(ConsultDbContext db, FileStore files)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DetachFileRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        string? hash = null;
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var reference = await db.FindReference(access, request.CitationKey, cancellation);
            var file = reference is null ? null : await db.Set<Attachment>().FirstOrDefaultAsync(found => found.Id == request.FileId && found.ReferenceId == reference.Id, cancellation);
            if (file is null) return Outcome.NotFound;
            hash = file.Sha256;
            db.Remove(file);
            return Nothing.Value;
        }, cancellation);
        if (hash is not null && !await db.Set<Attachment>().AnyAsync(file => file.Sha256 == hash, cancellation)) files.Delete(hash);
        return outcome;
    }
}

/// <param name="DownloadName">Names itself usefully: "D-07-dupont2020reemploi.pdf".</param>
public sealed record OpenedFile(string Sha256, string MediaType, string DownloadName);

/// <summary>Says what to send of an attachment, to whoever may read the reference.</summary>
public sealed class OpenAttachment(ConsultDbContext db)
{
    public async Task<Outcome<OpenedFile>> Run(StudyAccess access, string citationKey, Guid fileId, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadReferences)) return Outcome.Forbidden;
        var found = await db.Set<Attachment>().AsNoTracking().Where(file => file.Id == fileId)
            .Join(db.Set<Reference>(), file => file.ReferenceId, reference => reference.Id, (file, reference) => new { file, reference })
            .Where(pair => pair.reference.StudyId == access.StudyId && pair.reference.CitationKey == citationKey)
            .Select(pair => new { pair.file.Sha256, pair.file.MediaType, pair.reference.Code, pair.reference.CitationKey }).FirstOrDefaultAsync(cancellation);
        return found is null ? Outcome.NotFound : new OpenedFile(found.Sha256, found.MediaType, string.Create(CultureInfo.InvariantCulture, $"{found.Code}-{found.CitationKey}.pdf"));
    }
}
