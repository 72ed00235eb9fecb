using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents.Pictures;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Templates;

/// <param name="Content">Of a PNG or JPEG file; null to change the words of the logo that is there.</param>
/// <param name="Alternative">What the logo shows or says, for those who do not see it.</param>
public sealed record KeepLogoRequest(Guid Operation, int Version, Stream? Content, LocalText Alternative);

/// <summary>Gives the study a logo, which looks may print. What a file is, its content says, never its name. It stands in the head of
/// fiches, as the name of the study does, so no review becomes void by it.</summary>
public sealed class KeepLogo(ConsultDbContext db, FileStore files, ErasedFiles erased)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, KeepLogoRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        if (request.Alternative.Own(access.Language).Trim().Length == 0) return Outcome.Refused<FichesTexts>("LogoNeedsWords", nameof(request.Alternative));
        if (Languages.All.Any(language => request.Alternative.Own(language.Code).Length > LongestAttribute.Line))
            return Outcome.Refused<DataTexts>("TextTooLong", nameof(request.Alternative), LongestAttribute.Line);
        byte[]? picture = null;
        if (request.Content is { } content)
        {
            var bytes = await Read(content, cancellation);
            if (bytes.Length > StudyLogo.LimitBytes) return Outcome.Refused<FichesTexts>("LogoTooLarge", "Logo", StudyLogo.LimitBytes / 1024);
            picture = Bare(bytes);
            if (picture is null) return Outcome.Refused<FichesTexts>("LogoIsNoPicture", "Logo");
        }

        string? stored = null;
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var study = await db.Set<Study>().FirstAsync(found => found.Id == access.StudyId, cancellation);
            // Before anything is stored: no other act can keep the same picture meanwhile.
            if (study.Version != request.Version) return Outcome.Changed;
            db.Expect(study, request.Version);
            if (picture is null && study.Logo.Length == 0) return Outcome.Refused<FichesTexts>("LogoMissing", "Logo");
            var before = study.Logo;
            if (picture is not null) stored = (await files.Store(new MemoryStream(picture, writable: false), "logo", cancellation)).Value!.Hash;
            study.Bear(stored ?? before, request.Alternative);
            if (before.Length > 0 && before != study.Logo) erased.Erase(before);
            return Nothing.Value;
        }, cancellation);
        if (!outcome.IsDone && stored is not null) await erased.Delete(stored, cancellation);
        return outcome;
    }

    // One byte more than the limit tells that it is over.
    private static async Task<byte[]> Read(Stream content, CancellationToken cancellation)
    {
        var buffer = new byte[StudyLogo.LimitBytes + 1];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer[..length];
    }

    // It goes into public documents, so without what a camera wrote of itself. A JPEG is not decoded here; its frame was read, and it must end.
    private static byte[]? Bare(byte[] bytes) =>
        PictureHead.Of(bytes) is { } head && BarePicture.Of(bytes, head.Kind) is { } bare && (head.Kind == PictureKind.Jpeg || PngPixels.Read(bare, head, 1600, _ => { }) is not null) ? bare : null;
}

public sealed record RemoveLogoRequest(Guid Operation, int Version);

/// <summary>Takes the logo from the study; editions that were published with it keep it.</summary>
public sealed class RemoveLogo(ConsultDbContext db, ErasedFiles erased)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveLogoRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var study = await db.Set<Study>().FirstAsync(found => found.Id == access.StudyId, cancellation);
            db.Expect(study, request.Version);
            if (study.Logo.Length > 0) erased.Erase(study.Logo);
            study.Bear("", new LocalText(""));
            return Nothing.Value;
        }, cancellation);
    }
}
