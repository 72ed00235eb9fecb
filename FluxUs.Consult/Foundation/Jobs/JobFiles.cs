using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Foundation.Jobs;

/// <summary>What came of jobs, beside the database, for a day.</summary>
public sealed class JobFiles(StorageOptions storage, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(storage.Root, "jobs");

    public FileStream Create(Guid job)
    {
        Directory.CreateDirectory(Folder);
        return new FileStream(PlaceOf(job), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous);
    }

    /// <returns>Null when it is there no more.</returns>
    public FileStream? Open(Guid job)
    {
        try
        {
            return new FileStream(PlaceOf(job), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(Guid job)
    {
        if (Directory.Exists(Folder)) File.Delete(PlaceOf(job));
    }

    public void DeleteOld()
    {
        var oldest = time.GetUtcNow().UtcDateTime - Kept;
        Delete(file => File.GetLastWriteTimeUtc(file) < oldest);
    }

    /// <summary>When something was erased for good that a file may hold.</summary>
    public void DeleteAll() => Delete(_ => true);

    private void Delete(Func<string, bool> which)
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var file in Directory.EnumerateFiles(Folder).Where(which)) File.Delete(file);
    }

    private string PlaceOf(Guid job) => Path.Combine(Folder, job.ToString("N"));
}
