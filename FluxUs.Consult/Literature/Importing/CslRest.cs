using System.Text.Json;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>What the readers of other formats than CSL share: fields without a counterpart, and dates with their notes.</summary>
internal static class CslRest
{
    /// <summary>The fields as the "custom" object of CSL-JSON, or null when there are none.</summary>
    public static Dictionary<string, JsonElement>? Custom(IReadOnlyDictionary<string, string> fields) => fields.Count == 0
        ? null
        : new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["custom"] = JsonSerializer.SerializeToElement(fields) };

    public static CslDate Date(string text, ImportPlace place, ImportNotes notes)
    {
        var (date, reading) = PublicationDate.Parse(text);
        if (reading == DateReading.Repaired)
            notes.Repaired(place, FilesTexts.YearRepaired, text, FilesTexts.Number(date.From[0]));
        else if (reading == DateReading.Unreadable)
            notes.Repaired(place, FilesTexts.YearUnreadable, text);
        return date;
    }
}
