using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents.Pictures;
using FluxUs.Consult.Foundation.Files;
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
        if (request.Alternative.French.Trim().Length == 0) return Outcome.Refused<FichesTexts>("LogoNeedsWords", nameof(request.Alternative));
        string? hash = null;
        if (request.Content is { } content)
        {
            var bytes = await Read(content, cancellation);
            if (bytes.Length > StudyLogo.LimitBytes) return Outcome.Refused<FichesTexts>("LogoTooLarge", "Logo", StudyLogo.LimitBytes / 1024);
            if (PictureHead.Of(bytes) is not { } head || !IsWhole(bytes, head)) return Outcome.Refused<FichesTexts>("LogoIsNoPicture", "Logo");
            var stored = await files.Store(new MemoryStream(bytes, writable: false), "logo", cancellation);
            if (!stored.IsRead) return Outcome.Refused<FichesTexts>("LogoIsNoPicture", "Logo");
            hash = stored.Value.Hash;
        }

        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var study = await db.Set<Study>().FirstAsync(found => found.Id == access.StudyId, cancellation);
            db.Expect(study, request.Version);
            if (hash is null && study.Logo.Length == 0) return Outcome.Refused<FichesTexts>("LogoMissing", "Logo");
            var before = study.Logo;
            study.Bear(hash ?? before, request.Alternative);
            if (before.Length > 0 && before != study.Logo) erased.Erase(before);
            return Nothing.Value;
        }, cancellation);
        if (!outcome.IsDone && hash is not null && !await db.Set<Study>().AnyAsync(study => study.Logo == hash, cancellation)) files.Delete(hash);
        return outcome;
    }

    // One byte more than the limit tells that it is over.
    private static async Task<byte[]> Read(Stream content, CancellationToken cancellation)
    {
        var buffer = new byte[StudyLogo.LimitBytes + 1];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return buffer[..length];
    }

    // A JPEG is not decoded here; its frame was read, and it must end.
    private static bool IsWhole(byte[] bytes, PictureHead head) => head.Kind == PictureKind.Png
        ? PngPixels.Read(bytes, head, 1600, _ => { }) is not null
        : bytes.AsSpan(bytes.Length / 2).IndexOf((ReadOnlySpan<byte>)[0xff, 0xd9]) >= 0;
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
