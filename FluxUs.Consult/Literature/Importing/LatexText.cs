using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>
/// LaTeX as it stands in bibliographies to plain Unicode: accents, special letters, dashes, quotation marks; commands of
/// form fall away and keep their words; what is not known stays as it is written. One pass, whatever the nesting.
/// </summary>
internal static class LatexText
{
    private static readonly FrozenDictionary<char, char> Accents = new Dictionary<char, char>
    {
        ['\''] = '\u0301',
        ['`'] = '\u0300',
        ['^'] = '\u0302',
        ['"'] = '\u0308',
        ['~'] = '\u0303',
        ['='] = '\u0304',
        ['.'] = '\u0307',
        ['c'] = '\u0327',
        ['v'] = '\u030C',
        ['u'] = '\u0306',
        ['H'] = '\u030B',
        ['k'] = '\u0328',
        ['r'] = '\u030A',
        ['d'] = '\u0323',
        ['b'] = '\u0331',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ss"] = "ß",
        ["o"] = "ø",
        ["O"] = "Ø",
        ["l"] = "ł",
        ["L"] = "Ł",
        ["ae"] = "æ",
        ["AE"] = "Æ",
        ["oe"] = "œ",
        ["OE"] = "Œ",
        ["aa"] = "å",
        ["AA"] = "Å",
        ["i"] = "ı",
        ["j"] = "ȷ",
        ["dh"] = "ð",
        ["DH"] = "Ð",
        ["th"] = "þ",
        ["TH"] = "Þ",
        ["dj"] = "đ",
        ["DJ"] = "Đ",
        ["S"] = "§",
        ["P"] = "¶",
        ["dots"] = "…",
        ["ldots"] = "…",
        ["textellipsis"] = "…",
        ["euro"] = "€",
        ["texteuro"] = "€",
        ["EUR"] = "€",
        ["pounds"] = "£",
        ["textsterling"] = "£",
        ["copyright"] = "©",
        ["textcopyright"] = "©",
        ["textregistered"] = "®",
        ["texttrademark"] = "™",
        ["textdegree"] = "°",
        ["degree"] = "°",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textquoteleft"] = "‘",
        ["textquoteright"] = "’",
        ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”",
        ["guillemotleft"] = "«",
        ["guillemotright"] = "»",
        ["og"] = "« ",
        ["fg"] = " »",
        ["textbackslash"] = "\\",
        ["textasciitilde"] = "~",
        ["textasciicircum"] = "^",
        ["textbar"] = "|",
        ["textless"] = "<",
        ["textgreater"] = ">",
        ["textunderscore"] = "_",
        ["textperiodcentered"] = "·",
        ["cdot"] = "·",
        ["textmu"] = "µ",
        ["times"] = "×",
        ["pm"] = "±",
        ["le"] = "≤",
        ["leq"] = "≤",
        ["ge"] = "≥",
        ["geq"] = "≥",
        ["approx"] = "≈",
        ["sim"] = "∼",
        ["rightarrow"] = "→",
        ["to"] = "→",
        ["infty"] = "∞",
        ["TeX"] = "TeX",
        ["LaTeX"] = "LaTeX",
        ["alpha"] = "α",
        ["beta"] = "β",
        ["gamma"] = "γ",
        ["delta"] = "δ",
        ["Delta"] = "Δ",
        ["epsilon"] = "ε",
        ["lambda"] = "λ",
        ["mu"] = "μ",
        ["pi"] = "π",
        ["sigma"] = "σ",
        ["Sigma"] = "Σ",
        ["omega"] = "ω",
        ["Omega"] = "Ω",
        ["theta"] = "θ",
        ["phi"] = "φ",
        ["tau"] = "τ",
        ["rho"] = "ρ",
        ["textonehalf"] = "½",
        ["slash"] = "/",
        ["quad"] = " ",
        ["newline"] = " ",
        ["par"] = "\n",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Commands of form that take no argument, as in <c>{\em word}</c>.</summary>
    private static readonly FrozenSet<string> Form = new[]
    {
        "em", "it", "bf", "rm", "sf", "sl", "sc", "tt", "textit", "textbf", "emph", "textrm", "textsc", "textsf", "texttt", "textsl", "textup",
        "textnormal", "mbox", "hbox", "text", "mathrm", "mathit", "mathbf", "ensuremath", "url", "path", "enquote", "textsuperscript", "textsubscript",
        "uppercase", "lowercase", "MakeUppercase", "MakeLowercase", "protect", "relax", "noopsort", "bibinfo", "small", "large", "itshape", "bfseries", "normalfont",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Special = SearchValues.Create("\\{}~$`'-");

    public static string ToUnicode(string latex)
    {
        if (latex.AsSpan().IndexOfAny(Special) < 0)
            return latex;
        var text = new StringBuilder(latex.Length);
        var isMath = false;
        for (var i = 0; i < latex.Length;)
        {
            var character = latex[i];
            var next = i + 1 < latex.Length ? latex[i + 1] : '\0';
            switch (character)
            {
                case '\\':
                    i = Command(latex, i, text);
                    continue;
                case '$':
                    isMath = !isMath;
                    break;
                case '{' or '}':
                    break;
                case '_' or '^' when isMath && Raised(latex, i, text) is var behind and > 0:
                    i = behind;
                    continue;
                case '~':
                    text.Append('\u00A0');
                    break;
                case '`' when next == '`':
                    text.Append('“');
                    i++;
                    break;
                case '\'' when next == '\'':
                    text.Append('”');
                    i++;
                    break;
                case '-' when next == '-':
                    var isLong = i + 2 < latex.Length && latex[i + 2] == '-';
                    text.Append(isLong ? '—' : '–');
                    i += isLong ? 2 : 1;
                    break;
                default:
                    text.Append(character);
                    break;
            }

            i++;
        }

        return text.ToString();
    }

    /// <summary>Addresses and identifiers, where a dash is a dash: only escapes and braces go.</summary>
    public static string Verbatim(string latex)
    {
        var text = new StringBuilder(latex.Length);
        latex = latex.Trim().Replace("\\url", "", StringComparison.Ordinal).Replace("\\textasciitilde", "~", StringComparison.Ordinal);
        for (var i = 0; i < latex.Length; i++)
        {
            if (latex[i] is '{' or '}' || (latex[i] == '\\' && i + 1 < latex.Length && !char.IsAsciiLetterOrDigit(latex[i + 1])))
                continue;
            text.Append(latex[i]);
        }

        return text.ToString().Trim();
    }

    /// <summary>A digit below or above the line, alone or a few in braces; -1 when it is something else.</summary>
    private static int Raised(string latex, int at, StringBuilder text)
    {
        var digits = latex[at] == '_' ? "₀₁₂₃₄₅₆₇₈₉" : "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var isGroup = at + 1 < latex.Length && latex[at + 1] == '{';
        var start = at + (isGroup ? 2 : 1);
        var end = start;
        while (end < latex.Length && char.IsAsciiDigit(latex[end]) && (isGroup || end == start))
            end++;
        if (end == start || (isGroup && (end >= latex.Length || latex[end] != '}')))
            return -1;
        foreach (var digit in latex.AsSpan(start, end - start))
            text.Append(digits[digit - '0']);
        return isGroup ? end + 1 : end;
    }

    private static int Command(string latex, int start, StringBuilder text)
    {
        var i = start + 1;
        if (i >= latex.Length)
        {
            text.Append('\\');
            return i;
        }

        if (!char.IsAsciiLetter(latex[i]))
            return Symbol(latex, i, text);
        while (i < latex.Length && char.IsAsciiLetter(latex[i]))
            i++;
        var name = latex[(start + 1)..i];
        if (name.Length == 1 && Accents.TryGetValue(name[0], out var mark) && !Signs.ContainsKey(name) && Accent(latex, i, mark, text) is var behind and > 0)
            return behind;
        if (name == "t" && i < latex.Length)
            return i;
        if (name == "href" && i < latex.Length && latex[i] == '{' && latex.IndexOf('}', i) is var close and > 0)
            return close + 1;
        if (Signs.TryGetValue(name, out var sign))
            text.Append(sign);
        else if (!Form.Contains(name) && (i >= latex.Length || latex[i] != '{'))
            return AsWritten(latex, start, i, text);
        return SkipBlanksAfterName(latex, i);
    }

    /// <summary>A command that is a sign: an accent on what follows, a line break, or an escaped character.</summary>
    private static int Symbol(string latex, int at, StringBuilder text)
    {
        var sign = latex[at];
        if (Accents.TryGetValue(sign, out var mark) && Accent(latex, at + 1, mark, text) is var behind and > 0)
            return behind;
        if (sign is '\\' or ' ' or '\n' or ',' or ';' or ':' or '!')
            text.Append(sign is '!' ? "" : " ");
        else if (sign is not ('-' or '/' or '(' or ')' or '[' or ']'))
            text.Append(sign);
        return at + 1;
    }

    private static int AsWritten(string latex, int start, int end, StringBuilder text)
    {
        text.Append(latex, start, end - start);
        return end;
    }

    private static int SkipBlanksAfterName(string latex, int at)
    {
        while (at < latex.Length && latex[at] == ' ')
            at++;
        return at;
    }

    /// <summary>Puts a mark on the letter that follows, in braces or not; -1 when there is none.</summary>
    private static int Accent(string latex, int at, char mark, StringBuilder text)
    {
        var open = 0;
        while (at < latex.Length && latex[at] is '{' or ' ' && open < 4)
        {
            open += latex[at] == '{' ? 1 : 0;
            at++;
        }

        if (at >= latex.Length)
            return -1;
        if (latex[at] == '}' && open > 0)
            return at + 1;
        string letter;
        if (latex[at] == '\\' && at + 1 < latex.Length && latex[at + 1] is 'i' or 'j' && (at + 2 >= latex.Length || !char.IsAsciiLetter(latex[at + 2])))
        {
            letter = latex[at + 1] == 'i' ? "i" : "j";
            at += 2;
        }
        else if (char.IsLetter(latex[at]))
        {
            letter = latex[at].ToString();
            at++;
        }
        else
        {
            return -1;
        }

        text.Append((letter + mark).Normalize(NormalizationForm.FormC));
        while (open > 0 && at < latex.Length && latex[at] == '}')
        {
            at++;
            open--;
        }

        return at;
    }
}
