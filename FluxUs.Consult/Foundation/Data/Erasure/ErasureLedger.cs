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
/// changed or lost shows; a last line without its end is the trace of a machine that stopped while writing, and counts as unwritten.
/// The database keeps where it last stood, so that a ledger that was cut short or replaced by an older one shows too.</remarks>
/// <param name="mustStand">Whether its folder was set apart, so that one that is missing is not taken for an empty ledger.</param>
/// <param name="lost">Setting <c>Storage:LedgerLost</c>: the hash of the last line of a ledger of which there is no copy.</param>
public sealed class ErasureLedger(string path, bool mustStand = false, string lost = "")
{
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private sealed record Line(string At, string Kind, string Subject, string Hash);

    public string Path => path;

    /// <param name="expected">Where the database knows it to have stood; null where it knows nothing of it yet.</param>
    /// <exception cref="InvalidDataException">A line does not follow from the one before, the folder is not there, or the ledger ends before
    /// what the database knows of it, or is another.</exception>
    public IReadOnlyList<Erased> Read(LedgerHead? expected = null)
    {
        if (mustStand && !Directory.Exists(System.IO.Path.GetDirectoryName(path)))
            throw new InvalidDataException($"The folder of the erasure ledger, {System.IO.Path.GetDirectoryName(path)} (setting Storage:Ledger), is not there. Mount or make it, put the ledger of your copy into it, then start again.");
        if (!File.Exists(path))
        {
            Compare(new Content([], [], 0), expected);
            return [];
        }

        using var file = Open();
        var content = Read(file);
        Compare(content, expected);
        return content.Entries;
    }

    /// <summary>Where it stands.</summary>
    public LedgerHead Head()
    {
        if (!File.Exists(path)) return LedgerHead.Empty;
        using var file = Open();
        return Read(file).Head;
    }

    /// <summary>Adds what is not in it yet; returns once the disk has it.</summary>
    /// <returns>Where it stands now.</returns>
    public LedgerHead Append(IEnumerable<Erased> erased, LedgerHead? expected = null)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = Open();
        var content = Read(file);
        Compare(content, expected);
        var (count, last) = content.Head;
        var known = content.Entries.Select(entry => (entry.Kind, entry.Subject)).ToHashSet();
        file.SetLength(content.Whole);
        file.Position = content.Whole;
        foreach (var entry in erased.Where(entry => known.Add((entry.Kind, entry.Subject))))
        {
            var at = entry.At.ToString("O", CultureInfo.InvariantCulture);
            last = HashOf(last, at, entry.Kind, entry.Subject);
            count++;
            file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Line(at, entry.Kind, entry.Subject, last)) + "\n"));
        }

        file.Flush(flushToDisk: true);
        return new LedgerHead(count, last);
    }

    /// <param name="Hashes">Of each line.</param>
    /// <param name="Whole">Bytes of whole lines.</param>
    private sealed record Content(List<Erased> Entries, List<string> Hashes, long Whole)
    {
        public LedgerHead Head => Hashes is [.., var last] ? new(Hashes.Count, last) : LedgerHead.Empty;
    }

    private void Compare(Content content, LedgerHead? expected)
    {
        if (expected is not { Count: > 0 } || expected.Hash == lost) return;
        var isShorter = content.Hashes.Count < expected.Count;
        if (!isShorter && content.Hashes[expected.Count - 1] == expected.Hash) return;
        var (has, had) = (content.Hashes.Count.ToString(CultureInfo.InvariantCulture), expected.Count.ToString(CultureInfo.InvariantCulture));
        var what = isShorter ? $"has {has} lines where the database knows of {had}: it was cut short or replaced by an older one" : $"is another than the database knows: its line {had} is not the same";
        throw new InvalidDataException(
            $"The erasure ledger {path} {what}. Put the newest of its copies in its place, then start again. If there is none, set Storage:LedgerLost to {expected.Hash} for one start: "
            + "the ledger is then written again from what the database knows as erased, and no copy of the database older than this one may be put back any more.");
    }

    private Content Read(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var entries = new List<Erased>();
        var hashes = new List<string>();
        var last = LedgerHead.Empty.Hash;
        var number = 0;
        foreach (var text in Encoding.UTF8.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            number++;
            if (Parse(text) is not { } line || line.Hash != HashOf(last, line.At, line.Kind, line.Subject))
                throw new InvalidDataException($"The erasure ledger {path} is damaged at line {number.ToString(CultureInfo.InvariantCulture)}. Put it back from your copy, then start again.");
            entries.Add(new Erased(line.Kind, line.Subject, DateTime.Parse(line.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)));
            hashes.Add(last = line.Hash);
        }

        return new Content(entries, hashes, whole);
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
