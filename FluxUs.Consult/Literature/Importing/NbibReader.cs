using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>References as PubMed writes them (MEDLINE display format: a tag of up to four letters, a dash in column five, continuations indented by six).</summary>
internal static partial class NbibReader
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
            if (match.Success)
            {
                var tag = match.Groups["tag"].Value;
                if (tag == "PMID" && record?.First("PMID") is not null)
                {
                    Add(record, collector);
                    record = null;
                }

                record ??= new TaggedRecord(number);
                record.Add(tag, line[match.Length..], number);
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                if (record is not null)
                    Add(record, collector);
                record = null;
                outside = 0;
            }
            else if (record is not null)
            {
                record.Continue(line);
            }
            else if (outside++ == 0)
            {
                collector.Notes.Dropped(ImportPlace.Line(number), FilesTexts.LineOutsideEntry, line.Trim());
            }
        }

        if (record is not null)
            Add(record, collector);
        return collector.Finish(FileKind.Nbib);
    }

    private static void Add(TaggedRecord record, ReferenceCollector collector)
    {
        var notes = collector.Begin();
        if (record.First("TI", "BTI", "AB", "FAU", "AU") is null)
        {
            notes.Dropped(ImportPlace.Line(record.Line), FilesTexts.EntryEmpty);
            collector.Drop(notes);
            return;
        }

        if (record.HasTooMany)
            notes.Dropped(ImportPlace.Line(record.Line), FilesTexts.EntryTooLong);
        collector.Add(ToItem(record, notes), null, record.Line, notes);
    }

    private static CslItem ToItem(TaggedRecord record, ImportNotes notes)
    {
        var kinds = record.All("PT");
        var isBook = record.First("BTI") is not null;
        var title = record.First("TI");
        var authors = record.All("FAU") is { Count: > 0 } full ? full : record.All("AU");
        var serials = record.All("IS").Select(value => value.Split(' ')[0]).Distinct(StringComparer.Ordinal).ToList();
        var places = record.All("LID", "AID");
        List<CslName> people = [.. ListedNames.Parse(authors) ?? [], .. record.All("CN").Select(body => new CslName { Literal = body })];
        return new CslItem
        {
            Type = isBook ? title is null ? "book" : "chapter"
                : kinds.Contains("Preprint") ? "article"
                : kinds.Contains("News") || kinds.Contains("Newspaper Article") ? "article-newspaper" : "article-journal",
            Title = (title ?? record.First("BTI"))?.TrimEnd('.'),
            Author = people.Count > 0 ? people : null,
            Editor = ListedNames.Parse(record.All("FED") is { Count: > 0 } editors ? editors : record.All("ED")),
            ContainerTitle = record.First("JT") ?? (title is null ? null : record.First("BTI")) ?? record.First("TA"),
            ContainerTitleShort = record.First("TA"),
            CollectionTitle = record.First("CTI"),
            Publisher = record.First("PB"),
            PublisherPlace = record.First("PL"),
            Issued = record.First("DP", "DEP") is { } date ? CslRest.Date(date, ImportPlace.Line(record.LineOf("DP", "DEP")), notes) : null,
            Volume = record.First("VI"),
            Issue = record.First("IP"),
            Page = record.First("PG") is { } pages ? WholePages(pages) : null,
            Edition = record.First("EN"),
            Doi = places.Where(value => value.EndsWith("[doi]", StringComparison.OrdinalIgnoreCase)).Select(Identifiers.Doi).FirstOrDefault(),
            Isbn = record.First("ISBN")?.Split(' ')[0],
            Issn = serials.Count > 0 ? string.Join(", ", serials) : null,
            Pmid = record.First("PMID"),
            Pmcid = record.First("PMC"),
            Abstract = record.First("AB"),
            Language = LanguageCode.Of(record.First("LA")),
            Keyword = string.Join(", ", record.All("OT", "MH").Select(word => word.Trim('*')).Distinct(StringComparer.Ordinal)) is { Length: > 0 } words ? words : null,
            Genre = kinds.FirstOrDefault(kind => kind is "Review" or "Systematic Review" or "Meta-Analysis" or "Editorial" or "Letter" or "Comment"),
            Source = "PubMed",
            Rest = CslRest.Custom(record.Tags.Where(tag => tag.Tag is "AD" or "GR" or "SO" or "CI" && tag.Value.Length > 0)
                .GroupBy(tag => tag.Tag, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => string.Join("\n", group.Select(tag => tag.Value).Distinct(StringComparer.Ordinal)), StringComparer.Ordinal)),
        };
    }

    /// <summary>PubMed shortens "1234-1239" to "1234-9".</summary>
    private static string WholePages(string pages)
    {
        var match = ShortPages().Match(pages);
        if (!match.Success || match.Groups["end"].Length >= match.Groups["start"].Length)
            return pages;
        var start = match.Groups["start"].Value;
        return $"{start}-{start[..^match.Groups["end"].Length]}{match.Groups["end"].Value}";
    }

    [GeneratedRegex(@"^(?<tag>[A-Z][A-Z0-9]{1,4}) {0,3}- ?")]
    private static partial Regex TagLine();

    [GeneratedRegex("^(?<start>[0-9]+)-(?<end>[0-9]+)$")]
    private static partial Regex ShortPages();
}
