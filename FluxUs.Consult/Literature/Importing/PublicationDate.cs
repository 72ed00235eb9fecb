using System.Globalization;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>How sure a date is.</summary>
internal enum DateReading
{
    Exact,

    /// <summary>A year was found after mending letters that stand for digits.</summary>
    Repaired,

    /// <summary>No year in it; kept in words.</summary>
    Unreadable,
}

/// <summary>Dates as bibliographies write them: 2019, 2019///, 2019/05/12/, 2019-05, 2019-05/2019-06, 12 May 2019, 2020 Jan-Feb, c2015, 20O8.</summary>
internal static partial class PublicationDate
{
    private static readonly string[][] Months =
    [
        ["jan", "janv", "janvier", "january", "januari"], ["feb", "fév", "févr", "février", "february", "februari", "fev"],
        ["mar", "mars", "march", "maart", "mrt"], ["apr", "avr", "avril", "april"], ["may", "mai", "mei"],
        ["jun", "juin", "june", "juni"], ["jul", "juil", "juillet", "july", "juli"], ["aug", "août", "august", "augustus", "aout"],
        ["sep", "sept", "septembre", "september"], ["oct", "octobre", "october", "oktober", "okt"],
        ["nov", "novembre", "november"], ["dec", "déc", "décembre", "december"],
    ];

    private static readonly string[][] Seasons =
    [
        ["spring", "printemps", "lente"], ["summer", "été", "zomer"], ["fall", "autumn", "automne", "herfst"], ["winter", "hiver"],
    ];

    public static (CslDate Date, DateReading Reading) Parse(string text)
    {
        text = text.Trim();
        if (text.Length > 200)
            return (CslDate.InWords(text), DateReading.Unreadable);
        if (Iso().Match(text) is { Success: true } iso)
        {
            var from = Parts(iso.Groups["y"], iso.Groups["m"], iso.Groups["d"]);
            var to = iso.Groups["y2"].Success ? Parts(iso.Groups["y2"], iso.Groups["m2"], iso.Groups["d2"]) : null;
            return (new CslDate(from, to), DateReading.Exact);
        }

        if (DayFirst().Match(text) is { Success: true } day)
            return (new CslDate(Parts(day.Groups["y"], day.Groups["m"], day.Groups["d"])), DateReading.Exact);
        if (AnyYear().Match(text) is { Success: true } year)
            return (InWords(text, int.Parse(year.ValueSpan, CultureInfo.InvariantCulture)), DateReading.Exact);
        var mended = FaultyYear().Match(text) is { Success: true } faulty
            ? new string([.. faulty.Value.Select(Digit)])
            : "";
        return AnyYear().IsMatch(mended)
            ? (CslDate.OfYear(int.Parse(mended, CultureInfo.InvariantCulture)), DateReading.Repaired)
            : (CslDate.InWords(text), DateReading.Unreadable);
    }

    /// <summary>The number of a month named in French, Dutch or English, or written as a number; null when it is none.</summary>
    public static int? Month(string word)
    {
        word = word.Trim().TrimEnd('.').ToLowerInvariant();
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is >= 1 and <= 12 ? number : null;
        var index = Array.FindIndex(Months, names => names.Contains(word));
        return index >= 0 ? index + 1 : null;
    }

    private static char Digit(char letter) => letter switch
    {
        'O' or 'o' => '0',
        'l' or 'I' or 'i' => '1',
        'S' => '5',
        'B' => '8',
        _ => letter,
    };

    /// <summary>A year with words around it: month and day, when they are there.</summary>
    private static CslDate InWords(string text, int year)
    {
        int? month = null, day = null, until = null;
        string? season = null;
        foreach (var word in Words().Matches(text).Select(match => match.Value))
        {
            if (char.IsDigit(word[0]))
            {
                if (word.Length <= 2 && month is not null && until is null)
                    day ??= int.Parse(word, CultureInfo.InvariantCulture);
                else if (word.Length <= 2 && month is null)
                    day = int.Parse(word, CultureInfo.InvariantCulture);
            }
            else if (Month(word) is { } found)
            {
                if (month is null)
                    month = found;
                else
                    until ??= found;
            }
            else if (Array.FindIndex(Seasons, names => names.Contains(word.ToLowerInvariant())) is var index and >= 0)
            {
                season = (index + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        List<int> from = month is null ? [year] : day is >= 1 and <= 31 && until is null ? [year, month.Value, day.Value] : [year, month.Value];
        return new CslDate(from, until is { } last ? [year, last] : null, null, season);
    }

    private static List<int> Parts(Group year, Group month, Group day)
    {
        var parts = new List<int> { Number(year) };
        if (!month.Success || Number(month) is < 1 or > 12)
            return parts;
        parts.Add(Number(month));
        if (day.Success && Number(day) is >= 1 and <= 31)
            parts.Add(Number(day));
        return parts;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:-(?<m>[0-9]{2})(?:-(?<d>[0-9]{2}))?)?/(?<y2>[0-9]{4})(?:-(?<m2>[0-9]{2})(?:-(?<d2>[0-9]{2}))?)?$|^(?<y>[0-9]{4})(?:[-/](?<m>[0-9]{1,2})?(?:[-/](?<d>[0-9]{1,2})?)?)?(?:/[^/]*|T.*)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})[-/.](?<m>[0-9]{1,2})[-/.](?<y>[0-9]{4})$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?<![0-9])(?:1[4-9]|20|21)[0-9]{2}(?![0-9])")]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"(?<![\p{L}0-9])[12lI][0-9OolIiSB]{3}(?![\p{L}0-9])")]
    private static partial Regex FaultyYear();

    [GeneratedRegex(@"\p{L}+|[0-9]+")]
    private static partial Regex Words();
}
