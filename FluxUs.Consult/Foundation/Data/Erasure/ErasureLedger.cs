using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FluxUs.Consult.Foundation.Data.Erasure;

/// <summary>That something was erased for good. It says which and when, in ids and hashes only.</summary>
/// <param name="Kind">Of the room that erases: "expert", "edition", "file".</param>
/// <param name="Subject">An id, or the SHA-256 of a file.</param>
/// <param name="At">UTC.</param>
public sealed record Erased(string Kind, string Subject, DateTime At);

/// <summary>What was erased, in an append-only file outside the database and its copies: an older copy that is put back is cleaned
/// by it before anyone reads there.</summary>
/// <remarks>One JSON object a line. Each line holds the SHA-256 of the one before with its own content, so that a line that was
/// changed or lost shows; a last line without its end is the trace of a machine that stopped while writing, and counts as unwritten.</remarks>
/// <param name="mustStand">Whether its folder was set apart, so that one that is missing is not taken for an empty ledger.</param>
public sealed class ErasureLedger(string path, bool mustStand = false)
{
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly string Origin = new('0', 64);

    private sealed record Line(string At, string Kind, string Subject, string Hash);

    public string Path => path;

    /// <exception cref="InvalidDataException">A line does not follow from the one before, or the folder is not there.</exception>
    public IReadOnlyList<Erased> Read()
    {
        if (mustStand && !Directory.Exists(System.IO.Path.GetDirectoryName(path)))
            throw new InvalidDataException($"The folder of the erasure ledger, {System.IO.Path.GetDirectoryName(path)} (setting Storage:Ledger), is not there. Mount or make it, put the ledger of your copy into it, then start again.");
        if (!File.Exists(path)) return [];
        using var file = Open();
        return Read(file).Entries;
    }

    /// <summary>Adds what is not in it yet; returns once the disk has it.</summary>
    public void Append(IEnumerable<Erased> erased)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = Open();
        var (entries, last, whole) = Read(file);
        var known = entries.Select(entry => (entry.Kind, entry.Subject)).ToHashSet();
        file.SetLength(whole);
        file.Position = whole;
        foreach (var entry in erased.Where(entry => known.Add((entry.Kind, entry.Subject))))
        {
            var at = entry.At.ToString("O", CultureInfo.InvariantCulture);
            last = HashOf(last, at, entry.Kind, entry.Subject);
            file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Line(at, entry.Kind, entry.Subject, last)) + "\n"));
        }

        file.Flush(flushToDisk: true);
    }

    private (List<Erased> Entries, string Last, long Whole) Read(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var entries = new List<Erased>();
        var last = Origin;
        var number = 0;
        foreach (var text in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            if (Parse(text) is not { } line || line.Hash != HashOf(last, line.At, line.Kind, line.Subject))
                throw new InvalidDataException($"The erasure ledger {path} is damaged at line {number.ToString(CultureInfo.InvariantCulture)}. Put it back from your copy, then start again.");
            entries.Add(new Erased(line.Kind, line.Subject, DateTime.Parse(line.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)));
            last = line.Hash;
        }

        return (entries, last, whole);
    }

    private static Line? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string HashOf(string last, string at, string kind, string subject) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', last, at, kind, subject))));

    // A command may write while the server does.
    private FileStream Open()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
