namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>Where a line may end: a small part of Unicode's line breaking (UAX 14), enough for our three languages.</summary>
internal static class BreakPoints
{
    /// <summary>Spaces at which lines break; no-break spaces are not among them.</summary>
    public static bool IsSpace(char sign) => sign is ' ' or (>= '\u2000' and <= '\u2006') or (>= '\u2008' and <= '\u200b') or '\u205f' or '\u3000';

    /// <summary>Whether a line may end between two neighbours.</summary>
    public static bool Between(char before, char after)
    {
        if (IsSpace(after)) return false;
        if (IsSpace(before)) return true;
        return before switch
        {
            '-' or '\u2010' or '\u2013' => char.IsLetter(after),
            '\u2014' => char.IsLetterOrDigit(after),
            '/' => char.IsLetter(after),
            _ => IsWide(before) && IsWide(after),
        };
    }

    /// <summary>Ideographs, syllables and emoji, between which lines end anywhere.</summary>
    private static bool IsWide(char sign) => sign is (>= '\u2e80' and <= '\u9fff') or (>= '\uac00' and <= '\ud7a3') or (>= '\ud83c' and <= '\ud83e');
}
