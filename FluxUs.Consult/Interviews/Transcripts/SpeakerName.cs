using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>What looks like the name of somebody who speaks, and what only looks like it.</summary>
internal static partial class SpeakerName
{
    /// <summary>Names without groups, to be put into larger patterns: up to 60 characters, no colon, no sentence.</summary>
    public const string Pattern = @"[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’·,&/()_-]*(?:[ \u00A0][\p{L}\p{M}\p{N}.'’·,&/()_-]+){0,6}";

    private static readonly FrozenSet<string> Headings = new[]
    {
        "date", "datum", "lieu", "plaats", "place", "note", "notes", "nb", "n.b.", "ps", "p.s.", "titre", "title", "titel",
        "sujet", "objet", "subject", "onderwerp", "durée", "duration", "duur", "participants", "présents", "attendees",
        "deelnemers", "aanwezigen", "langue", "language", "taal", "source", "bron", "fichier", "file", "bestand", "projet",
        "project", "heure", "time", "tijd", "remarque", "remark", "opmerking", "exemple", "example", "voorbeeld",
        "transcript", "transcription", "transcriptie", "recording", "enregistrement", "opname", "http", "https",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Tidy(string name) => Blanks().Replace(name, " ").Trim().Trim('*', '_', '[', ']').Trim();

    /// <summary>Whether a text could be the name before a colon: short, few words, begun by a capital, a digit or one small word.</summary>
    public static bool IsPlausible(string name)
    {
        if (name.Length is 0 or > 60 || Headings.Contains(name))
            return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > 7 || !name.Any(char.IsLetter))
            return false;
        return char.IsUpper(name[0]) || char.IsDigit(name[0]) || words == 1 || !char.IsLower(name[0]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
