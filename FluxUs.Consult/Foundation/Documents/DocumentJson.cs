using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>How a document is stored: JSON that reads back as the same document.</summary>
public static class DocumentJson
{
    // Deeper than any document of ours (limits of the Markdown reader); what is deeper is refused, not read.
    private const int MaxDepth = 256;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = MaxDepth,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        AllowOutOfOrderMetadataProperties = true,
    };

    public static string Write(FicheDocument document) => JsonSerializer.Serialize(document, Options);

    /// <exception cref="JsonException">The text is not a document.</exception>
    public static FicheDocument Read(string json) =>
        JsonSerializer.Deserialize<FicheDocument>(json, Options) ?? throw new JsonException("An empty document.");

    public static string Write(PageStyle style) => JsonSerializer.Serialize(style, Options);

    /// <exception cref="JsonException">The text is not a page style.</exception>
    public static PageStyle ReadStyle(string json) =>
        JsonSerializer.Deserialize<PageStyle>(json, Options) ?? throw new JsonException("An empty page style.");
}
