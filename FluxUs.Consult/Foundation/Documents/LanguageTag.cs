namespace FluxUs.Consult.Foundation.Documents;

/// <summary>Tags of languages as BCP 47 forms them: letters and digits in parts of one to eight, joined by hyphens.</summary>
internal static class LanguageTag
{
    /// <summary>The tag, or null where it is none: a reader's software refuses a file with a malformed one.</summary>
    public static string? OrNull(string? tag) =>
        tag is { Length: >= 2 and <= 35 } && char.IsAsciiLetter(tag[0]) && tag.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) ? tag : null;
}
