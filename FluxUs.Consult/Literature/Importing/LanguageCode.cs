namespace FluxUs.Consult.Literature.Importing;

/// <summary>Languages as bibliographies name them, as the two letters of ISO 639-1 where they are known.</summary>
internal static class LanguageCode
{
    public static string? Of(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" => null,
        "eng" or "english" or "anglais" or "engels" or "british" or "american" or "ukenglish" or "usenglish" => "en",
        "fre" or "fra" or "french" or "français" or "francais" or "frans" => "fr",
        "dut" or "nld" or "dutch" or "nederlands" or "néerlandais" or "flemish" => "nl",
        "ger" or "deu" or "german" or "deutsch" or "allemand" or "duits" or "ngerman" => "de",
        "spa" or "spanish" or "español" => "es",
        "ita" or "italian" or "italiano" => "it",
        "por" or "portuguese" => "pt",
        _ => text.Trim(),
    };
}
