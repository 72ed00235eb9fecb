using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Templates;

/// <summary>The logo of a study as documents print it.</summary>
public sealed class StudyLogo(FileStore files)
{
    /// <summary>What is taken, in bytes: the picture stands in every edition.</summary>
    public const int LimitBytes = 100 * 1024;

    /// <param name="language">Of the document: fr, nl or en.</param>
    /// <returns>Null where the study has none, or its file is lost.</returns>
    internal async Task<Logo?> Of(Study study, string language, CancellationToken cancellation)
    {
        if (study.Logo.Length == 0) return null;
        await using var content = files.Open(study.Logo);
        if (content is null) return null;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return new Logo(new Picture(bytes), study.LogoAlternative.In(language));
    }
}

/// <summary>The logos of studies.</summary>
internal sealed class FilesOfLooks(ConsultDbContext db) : IKeepsFiles
{
    public Task<bool> Keeps(string hash, CancellationToken cancellation) => db.Set<Study>().AnyAsync(study => study.Logo == hash, cancellation);
}
