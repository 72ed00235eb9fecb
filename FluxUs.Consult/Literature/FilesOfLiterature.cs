using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>The documents of references, and the lists of references that were brought.</summary>
internal sealed class FilesOfLiterature(ConsultDbContext db) : IKeepsFiles
{
    public async Task<bool> Keeps(string hash, CancellationToken cancellation) =>
        await db.Set<Attachment>().AnyAsync(file => file.Sha256 == hash, cancellation) || await db.Set<LiteratureFile>().AnyAsync(file => file.Sha256 == hash, cancellation);
}
