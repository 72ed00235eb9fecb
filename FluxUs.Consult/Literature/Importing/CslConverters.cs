using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Texts that programs also write as numbers or as a list of one; anything else reads as nothing.</summary>
internal sealed class CslTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Text(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    internal static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.Array when element.GetArrayLength() == 1 => Text(element[0]),
        JsonValueKind.Array when element.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String) =>
            string.Join(", ", element.EnumerateArray().Select(part => part.GetString())),
        _ => null,
    };
}

internal sealed class CslNamesConverter : JsonConverter<IReadOnlyList<CslName>>
{
    public override IReadOnlyList<CslName>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return document.RootElement.ValueKind == JsonValueKind.String ? [new CslName { Literal = document.RootElement.GetString() }] : null;
        var names = new List<CslName>();
        foreach (var element in document.RootElement.EnumerateArray())
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                names.Add(new CslName { Literal = element.GetString() });
                continue;
            }

            if (element.ValueKind != JsonValueKind.Object)
                continue;
            var name = new CslName
            {
                Family = Part(element, "family"),
                Given = Part(element, "given"),
                NonDroppingParticle = Part(element, "non-dropping-particle"),
                DroppingParticle = Part(element, "dropping-particle"),
                Suffix = Part(element, "suffix"),
                Literal = Part(element, "literal") ?? Part(element, "name"),
            };
            if (name.Key.Length > 0)
                names.Add(name);
        }

        return names.Count > 0 ? names : null;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<CslName> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);

    private static string? Part(JsonElement element, string name) =>
        element.TryGetProperty(name, out var part) && CslTextConverter.Text(part)?.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>CSL dates: date-parts with numbers or texts, raw, literal; and the bare text or number that some programs write.</summary>
internal sealed class CslDateConverter : JsonConverter<CslDate>
{
    public override CslDate? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var element = document.RootElement;
        if (element.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            return PublicationDate.Parse(CslTextConverter.Text(element)!).Date;
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        var season = element.TryGetProperty("season", out var found) ? CslTextConverter.Text(found) : null;
        if (element.TryGetProperty("date-parts", out var parts) && parts.ValueKind == JsonValueKind.Array && parts.GetArrayLength() > 0)
        {
            var from = Parts(parts[0]);
            var to = parts.GetArrayLength() > 1 ? Parts(parts[1]) : null;
            if (from is not null)
                return new CslDate(from, to, null, season);
        }

        foreach (var name in new[] { "raw", "literal" })
        {
            if (element.TryGetProperty(name, out var words) && CslTextConverter.Text(words) is { Length: > 0 } text)
                return name == "raw" ? PublicationDate.Parse(text).Date : CslDate.InWords(text);
        }

        return null;
    }

    public override void Write(Utf8JsonWriter writer, CslDate value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.From.Count > 0)
        {
            writer.WriteStartArray("date-parts");
            foreach (var side in value.To is { Count: > 0 } to ? [value.From, to] : new[] { value.From })
            {
                writer.WriteStartArray();
                foreach (var part in side)
                    writer.WriteNumberValue(part);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        if (value.Literal is not null)
            writer.WriteString("literal", value.Literal);
        if (value.Season is not null)
            writer.WriteString("season", value.Season);
        writer.WriteEndObject();
    }

    private static List<int>? Parts(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return null;
        var parts = new List<int>();
        foreach (var part in element.EnumerateArray().Take(3))
        {
            var text = CslTextConverter.Text(part)?.Trim();
            if (text is null || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                break;
            if ((parts.Count == 1 && number is (< 1 or > 12)) || (parts.Count == 2 && number is (< 1 or > 31)))
                break;
            parts.Add(number);
        }

        return parts.Count > 0 ? parts : null;
    }
}
