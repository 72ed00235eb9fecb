using System.Text;

namespace FluxUs.Consult.Tests.Support;

/// <summary>Looks for a text in the raw files of a database, its write-ahead log included, as whoever steals a copy would.</summary>
internal static class DatabaseBytes
{
    public static bool Hold(string root, string text) => Hold(root, Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text));

    public static bool Hold(string root, params byte[][] forms)
    {
        return Directory.EnumerateFiles(root, "consult.db*").Any(file =>
        {
            using var copy = new MemoryStream();
            try
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                stream.CopyTo(copy);
            }
            catch (FileNotFoundException)
            {
                // The write-ahead log goes when its last connection closes: then it holds nothing.
                return false;
            }

            return forms.Any(form => copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(form) >= 0);
        });
    }
}
