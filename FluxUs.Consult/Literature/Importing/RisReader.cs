using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>References from a RIS file, as Reference Manager, Zotero, Embase, Ovid, Scopus and Web of Science write it.</summary>
internal static partial class RisReader
{
    public static FileReading<ImportedLiterature> Read(string text, string fileName)
    {
        var collector = new ReferenceCollector(fileName);
        TaggedRecord? record = null;
        var number = 0;
        var outside = 0;
        foreach (var line in TextLines.Of(text))
        {
            number++;
            var match = TagLine().Match(line);
            if (!match.Success)
            {
                if (record is { Tags.Count: > 0 })
                {
                    if (!string.IsNullOrWhiteSpace(line))
                        record.Continue(line);
                }
                else if (!string.IsNullOrWhiteSpace(line) && outside++ == 0)
                {
                    collector.Notes.Dropped(ImportPlace.Line(number), FilesTexts.LineOutsideEntry, line.Trim());
                }

                continue;
            }

            var tag = match.Groups["tag"].Value;
            var value = line[match.Length..];
            outside = 0;
            if (tag == "TY" && record is not null)
            {
                Add(record, collector, FilesTexts.RisEndMissing);
                record = null;
            }

            if (tag == "ER")
            {
                if (record is not null)
                    Add(record, collector, null);
                record = null;
                continue;
            }

            record ??= new TaggedRecord(number);
            record.Add(tag, value, number);
        }

        if (record is not null)
            Add(record, collector, FilesTexts.RisCutShort);
        return collector.Finish(FileKind.Ris);
    }

    /// <param name="unended">What to tell when the record has no end of its own.</param>
    private static void Add(TaggedRecord record, ReferenceCollector collector, string? unended)
    {
        var notes = collector.Begin();
        var place = ImportPlace.Line(record.Line);
        // Web of Science ends its file with EF.
        if (record.Tags.All(tag => tag.Tag == "EF"))
            return;
        if (!record.Tags.Any(tag => tag.Tag != "TY" && tag.Value.Length > 0))
        {
            notes.Dropped(place, FilesTexts.EntryEmpty);
            collector.Drop(notes);
            return;
        }

        if (unended is not null)
            notes.Repaired(place, unended);
        var id = record.First("ID");
        if (record.HasTooMany)
            notes.Dropped(ImportPlace.Line(record.Line), FilesTexts.EntryTooLong);
        collector.Add(ToItem(record, notes), id is not null && Key().IsMatch(id) ? id : null, record.Line, notes);
    }

    private static CslItem ToItem(TaggedRecord record, ImportNotes notes)
    {
        var written = record.First("TY") ?? "";
        var type = RisTypes.ToCsl(written);
        if (type is null)
        {
            notes.Repaired(ImportPlace.Line(record.Line), FilesTexts.EntryTypeUnknown, written);
            type = "document";
        }

        var used = new HashSet<string>(StringComparer.Ordinal) { "TY", "ID", "ER" };
        var isBook = type is "book" or "pamphlet" or "classic";
        var isPart = type is "chapter" or "paper-conference" or "entry-dictionary" or "entry-encyclopedia";
        var isArticle = type.StartsWith("article", StringComparison.Ordinal);
        var title = First("TI", "T1", "CT") ?? (isBook ? First("BT") : null);
        var container = First("JF") ?? First("T2") ?? First("JO", "BT") ?? First("JA", "J1", "J2");
        var shortContainer = First("JA", "J2", "J1") ?? First("JO", "JI", "J9");
        var url = First("UR") ?? First("L2", "LK");
        var dayText = First("DA");
        if (First("PD") is { } month && record.First("PY") is { Length: 4 } plainYear)
            dayText ??= $"{month} {plainYear}";
        var dateText = First("PY", "Y1") is { } year && Date(year).From.Count > 0 ? Fuller(year, dayText) : dayText ?? First("PY", "Y1");
        var number = First("IS");
        var serial = All("SN");
        // A book's SP is how many pages it has.
        var pageCount = isBook && record.First("EP") is null && First("SP") is { Length: <= 5 } count && count.All(char.IsAsciiDigit) ? count : null;
        // PsycINFO puts everyone that an article cites into one A2.
        var editors = All("ED", "A2");
        var crowds = editors.Where(name => name.Count(character => character == ',') > 2).ToList();
        var item = new CslItem
        {
            Id = record.First("ID"),
            Type = type,
            Title = title ?? (isPart || isArticle ? null : First("T2")),
            TitleShort = First("ST") is { } brief && brief != title ? brief : null,
            Author = ListedNames.Parse(All("AU", "A1")),
            Editor = ListedNames.Parse(editors.Except(crowds)),
            Translator = ListedNames.Parse(All("A4")),
            ContainerTitle = container == title ? null : container,
            ContainerTitleShort = shortContainer != container ? shortContainer : null,
            CollectionTitle = First("T3"),
            Publisher = First("PB", "PU"),
            PublisherPlace = First("CY", "PP", "PI"),
            Issued = dateText is null ? null : CslRest.Date(dateText, ImportPlace.Line(record.LineOf("PY", "Y1", "DA")), notes),
            Accessed = First("Y2") is { } seen && PublicationDate.Parse(seen) is { Reading: DateReading.Exact } accessed ? accessed.Date : null,
            Volume = First("VL"),
            Issue = isArticle || isPart ? number : null,
            Number = isArticle || isPart ? null : number ?? (First("M1") is { Length: <= 20 } reportNumber ? reportNumber : null),
            Page = pageCount is null ? Pages(First("SP"), First("EP"), record, notes) : null,
            NumberOfPages = pageCount,
            Edition = First("ET"),
            Genre = First("M3"),
            EventPlace = type == "paper-conference" ? First("C1") : null,
            Doi = Identifiers.Doi(First("DO")) ?? Identifiers.Doi(First("M3")) ?? Identifiers.DoiOf(url) ?? Identifiers.DoiOf(First("L3")),
            Isbn = Joined([.. serial.Where(value => !IsIssn(value))]),
            Issn = Joined([.. serial.Where(IsIssn)]),
            Url = url,
            Abstract = First("AB", "N2"),
            Language = LanguageCode.Of(First("LA")),
            Keyword = Joined(All("KW")),
            Note = Joined(All("N1", "RN"), "\n"),
            Source = First("DB", "DP"),
        };
        // M1 and M3 mean many things; what they hold is kept below unless it found its place.
        used.Remove("M1");
        var custom = record.Tags.Where(tag => tag.Value.Length > 0 && !used.Contains(tag.Tag))
            .GroupBy(tag => tag.Tag, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => string.Join("\n", group.Select(tag => tag.Value).Distinct(StringComparer.Ordinal)), StringComparer.Ordinal);
        if (crowds.Count > 0)
            custom["A2"] = string.Join("\n", crowds);
        return item with { Rest = CslRest.Custom(custom) };

        string? First(params string[] names)
        {
            used.UnionWith(names);
            return record.First(names);
        }

        List<string> All(params string[] names)
        {
            used.UnionWith(names);
            return record.All(names);
        }
    }

    /// <summary>Eight digits, the last perhaps X (ISO 3297); an ISBN has ten or thirteen.</summary>
    private static bool IsIssn(string text) => text.Count(character => char.IsAsciiDigit(character) || character is 'X' or 'x') == 8;

    private static CslDate Date(string text) => PublicationDate.Parse(text).Date;

    /// <summary>DA often says the day where PY says the year; it is taken when both agree on the year.</summary>
    private static string Fuller(string year, string? day) =>
        day is not null && Date(day) is { From.Count: > 1 } fuller && Date(year) is { From.Count: 1 } plain && fuller.From[0] == plain.From[0] ? day : year;

    private static string? Pages(string? start, string? end, TaggedRecord record, ImportNotes notes)
    {
        if (start is null && end is null)
            return null;
        // Ovid writes "No" to "Specified".
        if (!(start ?? "").Concat(end ?? "").Any(char.IsDigit) && !RomanNumber().IsMatch(start ?? ""))
        {
            notes.Dropped(ImportPlace.Line(record.LineOf("SP", "EP")), FilesTexts.FieldUnreadable, $"{start} {end}".Trim());
            return null;
        }

        start = start?.Replace('–', '-');
        return start is null ? end : end is null || end == start || start.Contains('-', StringComparison.Ordinal) ? start : $"{start}-{end}";
    }

    private static string? Joined(List<string> values, string between = ", ") => values.Count == 0 ? null : string.Join(between, values);

    /// <summary>Two spaces before the dash by the specification; one or none by habit.</summary>
    [GeneratedRegex(@"^[ \t\uFEFF]{0,3}(?<tag>[A-Z][A-Z0-9]) {0,3}-(?: |$)")]
    private static partial Regex TagLine();

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}\p{N}_:.+/-]{2,60}$")]
    private static partial Regex Key();

    [GeneratedRegex("^[ivxlcIVXLC]+$")]
    private static partial Regex RomanNumber();
}
