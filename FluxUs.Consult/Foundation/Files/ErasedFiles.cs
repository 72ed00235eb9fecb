using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>Erases files whose rows went: after the act that removed the rows stands, never before, and once more at the next start
/// when the machine stopped in between or an older copy of the folder was put back.</summary>
public sealed class ErasedFiles(ConsultDbContext db, FileStore files, IEnumerable<IKeepsFiles> rooms, TimeProvider time, ILogger<ErasedFiles> log) : IErases
{
    public string Kind => "file";

    public int Order => 9;

    /// <summary>Call it within the writing transaction that removes the rows.</summary>
    public void Erase(string hash)
    {
        db.Record(new Erased(Kind, hash, time.GetUtcNow().UtcDateTime));
        db.AfterCommit(cancellation => Delete(hash, cancellation));
    }

    // No row tells of a file that is gone.
    public Task<IReadOnlyList<Erased>> Known(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Erased>>([]);

    public Task EraseAgain(Erased erased, CancellationToken cancellation) => Delete(erased.Subject, cancellation);

    /// <summary>Erases a file that was stored for an act that did not come to stand, unless a room keeps the same content.</summary>
    public async Task Delete(string hash, CancellationToken cancellation)
    {
        if (!files.Contains(hash)) return;
        foreach (var room in rooms)
        {
            if (await room.Keeps(hash, cancellation)) return;
        }

        try
        {
            files.Delete(hash);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogError(fault, "File {Hash} could not be erased; the next start tries again", hash);
        }
    }
}
