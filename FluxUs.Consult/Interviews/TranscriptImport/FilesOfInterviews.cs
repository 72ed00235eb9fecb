using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>The files that were brought to interviews.</summary>
internal sealed class FilesOfInterviews(ConsultDbContext db) : IKeepsFiles
{
    public Task<bool> Keeps(string hash, CancellationToken cancellation) => db.Set<TranscriptFile>().AnyAsync(file => file.Sha256 == hash, cancellation);
}
