using System.Globalization;
using System.Text;

namespace FluxUs.Consult.Evidence.Labels;

/// <summary>One word of a text, folded, and where it stands in UTF-16 units.</summary>
public readonly record struct FoldedWord(string Text, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Cuts text into words that compare without case, accents, ligatures and invisible characters.</summary>
public static class FoldedWords
{
    public static List<FoldedWord> Of(string text)
    {
        var words = new List<FoldedWord>();
        var word = new StringBuilder();
        var (start, end) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            // A lone half of a surrogate pair, which no file should hold, is no letter.
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            var category = isWhole ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.OtherNotAssigned;
            if (isWhole && (Rune.IsLetterOrDigit(rune) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                if (word.Length == 0) start = at;
                Fold(rune, word);
                end = at + length;
            }
            else if (category != UnicodeCategory.Format)
            {
                Close();
            }

            at += length;
        }

        Close();
        return words;

        void Close()
        {
            if (word.Length > 0) words.Add(new FoldedWord(word.ToString(), start, end - start));
            word.Clear();
        }
    }

    /// <summary>The folded words with one space between them.</summary>
    public static string Fold(string text) => string.Join(' ', Of(text).Select(word => word.Text));

    private static void Fold(Rune rune, StringBuilder into)
    {
        switch (rune.Value)
        {
            case 'ß' or 'ẞ': into.Append("SS"); return;
            case 'œ' or 'Œ': into.Append("OE"); return;
            case 'æ' or 'Æ': into.Append("AE"); return;
            case 'ø' or 'Ø': into.Append('O'); return;
            case 'ł' or 'Ł': into.Append('L'); return;
            case 'đ' or 'Đ': into.Append('D'); return;
            case 'ı': into.Append('I'); return;
            case < 128: into.Append((char)(rune.Value is >= 'a' and <= 'z' ? rune.Value - 32 : rune.Value)); return;
        }

        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) continue;
            into.Append(Rune.ToUpperInvariant(part).ToString());
        }
    }
}
