using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Writes references as CSL-JSON, and reads one back.</summary>
public static class CslJsonWriter
{
    internal static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        // The file is JSON, never put into a page; letters with accents stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    /// <summary>A whole file, UTF-8.</summary>
    public static void Write(Stream stream, IEnumerable<CslItem> items) => JsonSerializer.Serialize(stream, items, Options);

    /// <summary>One item on one line, as it is kept.</summary>
    public static string ToJson(CslItem item) => JsonSerializer.Serialize(item, OneLine);

    /// <exception cref="JsonException">Not what <see cref="ToJson"/> wrote.</exception>
    public static CslItem FromJson(string json) => JsonSerializer.Deserialize<CslItem>(json, OneLine)!;
}
