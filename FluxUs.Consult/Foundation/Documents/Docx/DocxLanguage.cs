namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>Languages as text processors know them: their spelling and their parting of words go by country.</summary>
internal static class DocxLanguage
{
    public static string Of(string tag) => tag switch
    {
        "fr" => "fr-BE",
        "nl" => "nl-BE",
        "en" => "en-GB",
        "de" => "de-DE",
        _ => tag,
    };
}
