using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>References from CSL-JSON: a list of items, one item, or an object with a list named "items" or "references".</summary>
internal static partial class CslJsonReader
{
    private static readonly FrozenSet<string> TextFields = typeof(CslItem).GetProperties()
        .Where(property => property.PropertyType == typeof(string))
        .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).OfType<string>().ToFrozenSet(StringComparer.Ordinal);

    public static FileReading<ImportedLiterature> Read(string text, string fileName)
    {
        var collector = new ReferenceCollector(fileName);
        try
        {
            using var document = JsonDocument.Parse(HalfPairs().Replace(text, "\\ufffd"), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            foreach (var element in Items(document.RootElement))
                Add(element, collector);
        }
        catch (JsonException fault)
        {
            return new ImportRefusal(fileName, fault.LineNumber is { } line ? ImportPlace.Line((int)line + 1) : null, FilesTexts.JsonDamaged, []);
        }

        return collector.Finish(FileKind.CslJson);
    }

    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root.EnumerateArray();
        if (root.ValueKind != JsonValueKind.Object)
            return [];
        foreach (var name in new[] { "items", "references" })
        {
            if (root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
                return list.EnumerateArray();
        }

        return [root];
    }

    private static void Add(JsonElement element, ReferenceCollector collector)
    {
        var notes = collector.Begin();
        if (element.ValueKind != JsonValueKind.Object)
        {
            notes.Dropped(collector.Next(), FilesTexts.JsonNotItem);
            collector.Drop(notes);
            return;
        }

        foreach (var field in element.EnumerateObject())
        {
            if (TextFields.Contains(field.Name) && field.Value.ValueKind != JsonValueKind.Null && CslTextConverter.Text(field.Value) is null)
                notes.Dropped(collector.Next(), FilesTexts.FieldUnreadable, field.Name);
        }

        var item = element.Deserialize<CslItem>(CslJsonWriter.Options)!;
        if (item is { Title: null, Author: null, Editor: null, Doi: null, Url: null, ContainerTitle: null })
        {
            notes.Dropped(collector.Next(item.Id), FilesTexts.JsonNotItem);
            collector.Drop(notes);
            return;
        }

        if (item.Issued is { From.Count: 0, Literal: { } words })
            notes.Repaired(collector.Next(item.Id), FilesTexts.YearUnreadable, words);
        if (string.IsNullOrEmpty(item.Type))
            item = item with { Type = "document" };
        item = item with { Doi = Identifiers.Doi(item.Doi) ?? item.Doi };
        collector.Add(item, Key(item), 1, notes);
    }

    /// <summary>The identifier is a key unless it is a number or the address that Zotero gives an item.</summary>
    private static string? Key(CslItem item)
    {
        if (item.Rest?.GetValueOrDefault("citation-key") is { ValueKind: JsonValueKind.String } key && key.GetString() is { Length: > 0 } named)
            return named;
        return item.Id is { Length: > 0 and <= 80 } id && id.Any(char.IsLetter) && !id.Contains("://", StringComparison.Ordinal) && !id.Any(char.IsWhiteSpace) ? id : null;
    }

    /// <summary>Escapes of half a surrogate pair, which are no text.</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}")]
    private static partial Regex HalfPairs();
}
