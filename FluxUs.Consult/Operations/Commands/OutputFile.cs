namespace FluxUs.Consult.Operations.Commands;

/// <summary>A file that a command writes: it is there whole, or as it was before.</summary>
internal static class OutputFile
{
    /// <param name="write">Writes the content; false leaves everything as it was.</param>
    /// <returns>What <paramref name="write"/> gave.</returns>
    public static async Task<bool> Write(string path, Func<Stream, Task<bool>> write, CancellationToken cancellation)
    {
        var whole = Path.GetFullPath(path);
        var unfinished = Path.Combine(Path.GetDirectoryName(whole)!, $".{Path.GetFileName(whole)}.{Guid.NewGuid():N}.unfinished");
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous))
            {
                if (!await write(stream)) return false;
                await stream.FlushAsync(cancellation);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, whole, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
