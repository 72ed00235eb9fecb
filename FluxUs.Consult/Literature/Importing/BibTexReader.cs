using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>References from a BibTeX or biblatex file. Fields without a CSL counterpart are kept under "custom".</summary>
internal static partial class BibTexReader
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["article"] = "article-journal",
        ["book"] = "book",
        ["mvbook"] = "book",
        ["collection"] = "book",
        ["mvcollection"] = "book",
        ["proceedings"] = "book",
        ["mvproceedings"] = "book",
        ["reference"] = "book",
        ["mvreference"] = "book",
        ["manual"] = "book",
        ["booklet"] = "pamphlet",
        ["inbook"] = "chapter",
        ["bookinbook"] = "chapter",
        ["suppbook"] = "chapter",
        ["incollection"] = "chapter",
        ["suppcollection"] = "chapter",
        ["inreference"] = "entry-encyclopedia",
        ["inproceedings"] = "paper-conference",
        ["conference"] = "paper-conference",
        ["mastersthesis"] = "thesis",
        ["phdthesis"] = "thesis",
        ["thesis"] = "thesis",
        ["techreport"] = "report",
        ["report"] = "report",
        ["unpublished"] = "manuscript",
        ["misc"] = "document",
        ["online"] = "webpage",
        ["electronic"] = "webpage",
        ["www"] = "webpage",
        ["webpage"] = "webpage",
        ["patent"] = "patent",
        ["software"] = "software",
        ["dataset"] = "dataset",
        ["periodical"] = "periodical",
        ["suppperiodical"] = "article-journal",
        ["standard"] = "standard",
        ["legislation"] = "legislation",
        ["jurisdiction"] = "legal_case",
        ["legal"] = "treaty",
        ["video"] = "motion_picture",
        ["movie"] = "motion_picture",
        ["audio"] = "song",
        ["music"] = "song",
        ["image"] = "graphic",
        ["artwork"] = "graphic",
        ["letter"] = "personal_communication",
        ["performance"] = "performance",
        ["review"] = "review",
        ["commentary"] = "article",
        ["newspaper"] = "article-newspaper",
        ["magazine"] = "article-magazine",
        ["set"] = "document",
        ["xdata"] = "document",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Fields that have a place in CSL, or only serve the program that wrote the file.</summary>
    private static readonly FrozenSet<string> Known = new[]
    {
        "title", "subtitle", "titleaddon", "shorttitle", "author", "editor", "translator", "journal", "journaltitle", "shortjournal",
        "booktitle", "booksubtitle", "maintitle", "series", "publisher", "school", "institution", "organization", "address", "location",
        "year", "month", "day", "date", "urldate", "volume", "number", "issue", "pages", "pagetotal", "page_count", "numpages", "edition", "chapter", "type", "eventtitle",
        "venue", "doi", "isbn", "issn", "pmid", "pmcid", "url", "abstract", "language", "langid", "keywords", "keyword", "note", "annote",
        "annotation", "howpublished", "crossref", "xref", "entrysubtype", "version",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What an entry takes from the one it refers to (biblatex manual, appendix B), apart from the title.</summary>
    private static readonly string[] Inherited =
        ["editor", "publisher", "year", "date", "month", "address", "location", "series", "isbn", "issn", "volume", "organization", "eventtitle", "venue"];

    public static FileReading<ImportedLiterature> Read(string text, string fileName)
    {
        var collector = new ReferenceCollector(fileName);
        var scanner = new BibTexScanner(text);
        var entries = new List<(BibTexEntry Entry, ImportNotes Notes)>();
        var notes = collector.Begin();
        while (scanner.Next(notes) is { } entry)
        {
            entries.Add((entry, notes));
            if (entries.Count > ReferenceCollector.MostReferences)
                break;
            notes = collector.Begin();
        }

        var byKey = entries.Where(pair => pair.Entry.Key is not null)
            .DistinctBy(pair => pair.Entry.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(pair => pair.Entry.Key!, pair => pair.Entry, StringComparer.OrdinalIgnoreCase);
        foreach (var (entry, entryNotes) in entries)
        {
            if (entry.Fields.Count == 0)
            {
                collector.Drop(entryNotes);
                continue;
            }

            if (entry.Key is null)
                entryNotes.Information(ImportPlace.Line(entry.Line), FilesTexts.EntryKeyMissing);
            collector.Add(ToItem(entry, WithParent(entry, byKey, entryNotes), entryNotes), entry.Key, entry.Line, entryNotes);
        }

        collector.Notes.AddRange(notes.ToList());
        return collector.Finish(FileKind.BibTex);
    }

    private static Dictionary<string, string> WithParent(BibTexEntry entry, Dictionary<string, BibTexEntry> byKey, ImportNotes notes)
    {
        var fields = new Dictionary<string, string>(entry.Fields, StringComparer.Ordinal);
        if (!fields.TryGetValue("crossref", out var name))
            return fields;
        if (!byKey.TryGetValue(name.Trim(), out var parent) || parent == entry)
        {
            notes.Information(ImportPlace.Line(entry.Line), FilesTexts.ParentMissing, name.Trim());
            return fields;
        }

        foreach (var field in Inherited)
        {
            if (parent.Fields.TryGetValue(field, out var value))
                fields.TryAdd(field, value);
        }

        if ((parent.Fields.GetValueOrDefault("booktitle") ?? parent.Fields.GetValueOrDefault("title")) is { } title)
            fields.TryAdd(entry.Type == "article" ? "journal" : "booktitle", title);
        return fields;
    }

    private static CslItem ToItem(BibTexEntry entry, Dictionary<string, string> fields, ImportNotes notes)
    {
        var place = ImportPlace.Line(entry.Line);
        var url = Verbatim("url") ?? UrlIn(fields.GetValueOrDefault("howpublished"));
        if (!Types.TryGetValue(entry.Type, out var type))
        {
            notes.Repaired(place, FilesTexts.EntryTypeUnknown, entry.Type);
            type = "document";
        }

        type = (entry.Type, Text("entrysubtype")) switch
        {
            ("article", "newspaper") => "article-newspaper",
            ("article", "magazine") => "article-magazine",
            ("misc", _) when url is not null => "webpage",
            _ => type,
        };
        var isArticle = type.StartsWith("article", StringComparison.Ordinal);
        var isReport = type is "report" or "patent" or "standard" or "legislation" or "manuscript" or "document" or "webpage";
        var number = Text("number");
        var custom = fields.Where(field => !Known.Contains(field.Key)).ToDictionary(field => field.Key, field => Line(field.Value), StringComparer.Ordinal);
        if (Text("howpublished") is { } how && UrlIn(how) is null)
            custom["howpublished"] = how;
        if (Text("version") is { } version)
            custom["version"] = version;
        return new CslItem
        {
            Id = entry.Key,
            Type = type,
            Title = Joined("title", "subtitle") is { } title ? Text("titleaddon") is { } more ? $"{title}. {more}" : title : null,
            TitleShort = Text("shorttitle"),
            Author = Names("author"),
            Editor = Names("editor"),
            Translator = Names("translator"),
            ContainerTitle = Text("journal") ?? Text("journaltitle") ?? Joined("booktitle", "booksubtitle") ?? Text("maintitle"),
            ContainerTitleShort = Text("shortjournal"),
            CollectionTitle = Text("series"),
            Publisher = Text("publisher") ?? Text("institution") ?? Text("school") ?? Text("organization"),
            PublisherPlace = Text("address") ?? Text("location"),
            Issued = Issued(fields, place, notes),
            Accessed = Text("urldate") is { } seen ? PublicationDate.Parse(seen).Date : null,
            Volume = Text("volume"),
            Issue = Text("issue") ?? (isArticle ? number : null),
            Number = isArticle ? null : isReport || !fields.ContainsKey("series") ? number : null,
            Page = Text("pages") is { } pages ? Dashes().Replace(pages, "-") : null,
            NumberOfPages = Text("pagetotal") ?? Text("page_count") ?? Text("numpages"),
            Edition = Text("edition"),
            ChapterNumber = Text("chapter"),
            Genre = Genre(Text("type") ?? entry.Type) ?? Text("type"),
            EventTitle = Text("eventtitle"),
            EventPlace = Text("venue"),
            Doi = Identifiers.Doi(Verbatim("doi")) ?? Identifiers.DoiOf(url),
            Isbn = Text("isbn"),
            Issn = Text("issn"),
            Pmid = Text("pmid"),
            Pmcid = Text("pmcid"),
            Url = url,
            Abstract = Paragraphs("abstract"),
            Language = LanguageCode.Of(Text("language") ?? Text("langid")),
            Keyword = Text("keywords") ?? Text("keyword"),
            Note = Paragraphs("note") is { } note && UrlIn(note) is null ? note : Paragraphs("annote") ?? Paragraphs("annotation") ?? Paragraphs("note"),
            Rest = CslRest.Custom(custom),
        };

        string? Text(string name) => fields.TryGetValue(name, out var value) && Line(value) is { Length: > 0 } line ? line : null;

        string? Verbatim(string name) => fields.TryGetValue(name, out var value) && LatexText.Verbatim(value) is { Length: > 0 } line ? line : null;

        string? Joined(string name, string sub) => Text(name) is { } main ? Text(sub) is { } rest ? $"{main}: {rest}" : main : null;

        string? Paragraphs(string name) => fields.TryGetValue(name, out var value)
            && string.Join("\n\n", BlankLine().Split(value).Select(Line).Where(line => line.Length > 0)) is { Length: > 0 } text ? text : null;

        List<CslName>? Names(string name) =>
            fields.TryGetValue(name, out var value) && BibTexNames.Parse(value) is { Count: > 0 } names ? names : null;
    }

    /// <summary>What the types of theses and reports are called (biblatex manual, section 4.9.2.13).</summary>
    private static string? Genre(string type) => type switch
    {
        "phdthesis" => "PhD thesis",
        "mastersthesis" or "mathesis" => "Master's thesis",
        "bathesis" => "Bachelor's thesis",
        "candthesis" => "Candidate thesis",
        "resreport" => "Research report",
        _ => null,
    };

    private static CslDate? Issued(Dictionary<string, string> fields, ImportPlace place, ImportNotes notes)
    {
        var text = Line(fields.GetValueOrDefault("date") ?? fields.GetValueOrDefault("year") ?? "");
        if (text.Length == 0)
            return null;
        var date = CslRest.Date(text, place, notes);
        if (date.From.Count != 1 || date.To is not null || !fields.TryGetValue("month", out var month))
            return date;
        var words = Line(month).Split([' ', '\u00A0', '-', '–', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Select(PublicationDate.Month).OfType<int>().FirstOrDefault() is var number && number == 0)
            return date;
        var day = words.Concat([Line(fields.GetValueOrDefault("day") ?? "")])
            .Where(word => PublicationDate.Month(word) != number || word.Length == 0)
            .Select(word => int.TryParse(word.TrimEnd('.', ','), out var value) ? value : 0).FirstOrDefault(value => value is >= 1 and <= 31);
        return date with { From = day > 0 ? [date.From[0], number, day] : [date.From[0], number] };
    }

    private static string? UrlIn(string? text) =>
        text is not null && Url().Match(text) is { Success: true } found ? LatexText.Verbatim(found.Value) : null;

    private static string Line(string latex) => Blanks().Replace(LatexText.ToUnicode(latex), " ").Trim();

    [GeneratedRegex(@"[ \t\n]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\s*[-–—]+\s*")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"https?://[^\s{}]+")]
    private static partial Regex Url();
}
