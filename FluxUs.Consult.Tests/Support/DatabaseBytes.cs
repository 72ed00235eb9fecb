using System.Text;

namespace FluxUs.Consult.Tests.Support;

/// <summary>Looks for a text in the raw files of a database, its write-ahead log included, as whoever steals a copy would.</summary>
internal static class DatabaseBytes
{
    public static bool Hold(string root, string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)];
        return Directory.EnumerateFiles(root, "consult.db*").Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return forms.Any(form => copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(form) >= 0);
        });
    }
}
