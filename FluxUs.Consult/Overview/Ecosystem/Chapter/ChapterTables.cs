using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Overview.Ecosystem.Tables;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem.Chapter;

/// <summary>The sections of the chapter, each a heading and a table; one with nothing to show is left out.</summary>
internal sealed class ChapterTables(EcosystemWords words, EcosystemContents contents)
{
    public EcosystemWords Words => words;

    /// <summary>The picture for those who do not see it.</summary>
    public string Alternative() => words.Picture(contents.Offerings, contents.Flows.Count) + " " + string.Join(' ', contents.Flows.Select(flow =>
        words.Say("FlowInWords", Named(flow), words.Measure(flow.Measure), flow.Offerings.Count == 0 ? words.Say("NothingPlaced") : string.Join(", ", flow.Offerings.Select(offering => $"{InWords(offering)} {offering.Circularity}".TrimEnd())))));

    /// <summary>The picture as a table: flows in the rows, levels in the columns.</summary>
    public TableBlock Placed() => new(
        [Head("Flow"), .. Rungs.All.Select(rung => new TableColumn(words.Say($"Rung.{rung}")))],
        [.. contents.Flows.Select(flow => new TableRow([Named(flow), .. Rungs.All.Select(rung => (Phrase)string.Join(", ", flow.Offerings.Where(offering => offering.Rung == rung).Select(InWords)))]))])
    {
        RowHeads = true,
    };

    public IEnumerable<Block> Quantities() => Section("Table.Quantities", new TableBlock(
        [Head("FlowOrOffering"), Head("Measured"), Head("Quantity", ColumnAlignment.End), Head("Year", ColumnAlignment.End), Head("Source")],
        [.. QuantityLines.Of(contents, [], new EcosystemFilter()).SelectMany(line => line.Group is null
            ? [new TableRow([Named(line.Flow!), words.Say("NotMeasured"), "", "", ""])]
            : line.Group.Figures.Select(figure => new TableRow(
            [
                line.Flow is { } flow ? Named(flow) : line.Offering is { } offering ? $"{offering.Code} {offering.Label.In(words.Language)}" : words.Say("WholeStudy"),
                line.Group.IsDisputed ? $"{figure.Label.In(words.Language)} ({words.Say("SourcesDisagree")})" : figure.Label.In(words.Language),
                $"{Formatting.Number(figure.Value, 3, words.Culture)}\u00A0{figure.Unit.In(words.Language)}",
                figure.Year?.ToString(CultureInfo.InvariantCulture) ?? words.Say("YearUnknown"),
                Told(figure.Source, figure.SourceNote, figure.Locator),
            ])))])
    {
        RowHeads = true,
    });

    public IEnumerable<Block> Offerings() => Section("Table.Offerings", new TableBlock(
        [Head("Code"), Head("Offering"), Head("Flow"), Head("CircularityHead"), Head("Choice")],
        [.. contents.Offerings.Select(offering => new TableRow(
        [
            offering.Code, offering.Name.In(words.Language), string.Join(", ", offering.FlowCodes.Select(code => Named(contents.Flows.First(flow => flow.Code == code)))),
            offering.Circularity.Length == 0 ? words.Say("RungMeans.OffLadder") : offering.Circularity,
            offering.IsRetained ? new Phrase([new Strong([words.Say("RetainedOne")])]) : words.Say("OneNotRetained"),
        ]))])
    {
        RowHeads = true,
    });

    /// <summary>Stages at which enough sources see something; of fewer than a small cell the number is not told.</summary>
    public IEnumerable<Block> Stages(IReadOnlyList<StageLine> stages)
    {
        var told = stages.Where(line => Math.Max(line.Count.Levers, line.Count.Obstacles) >= LabelRule.SmallCell).ToList();
        return Section("WhereTheLoopLeaks", new TableBlock(
            [Head("Stage"), Head("Offering"), Head("LeversHead", ColumnAlignment.End), Head("ObstaclesHead", ColumnAlignment.End)],
            [.. told.Select(line => new TableRow([line.Stage.Name.In(words.Language), $"{line.Offering.Code} {line.Offering.Label.In(words.Language)}", Number("+", line.Count.Levers), Number("−", line.Count.Obstacles)]))])
        {
            RowHeads = true,
            Caption = [words.Say("SmallCellNote", LabelRule.SmallCell)],
        });
    }

    public IEnumerable<Block> Organisations(IReadOnlyList<OrganisationRow> rows) => Section("Table.Organisations", new TableBlock(
        [Head("Organisation"), Head("Kind"), Head("RolesHead")],
        [.. rows.Select(row => new TableRow([row.Name, row.Kind.In(words.Language), string.Join(" · ", row.Roles.Select(role => $"{role.Role.In(words.Language)} ({role.FlowName?.In(words.Language) ?? role.OfferingCode})"))]))])
    {
        RowHeads = true,
    });

    public IEnumerable<Block> Programmes(IReadOnlyList<ProgrammeRow> rows)
    {
        if (rows.Count == 0) yield break;
        yield return new HeadingBlock(2, [words.Say("Table.Programmes")]);
        foreach (var row in rows)
        {
            yield return new HeadingBlock(3, [row.Contents.Name.In(words.Language)]);
            yield return new ParagraphBlock([row.Contents.Purpose.In(words.Language) + " ", .. Told(row.Source, row.Source is null && row.Contents.SourceNote.Length > 0 ? $"({row.Contents.SourceNote})" : row.Contents.SourceNote, row.Contents.Locator).Inlines]);
            yield return new GridBlock(
            [
                new(words.Say("WhoLeads"), [row.Contents.Lead.In(words.Language)]), new(words.Say("Budget"), [ProgrammeWords.Budget(row.Contents.Budget, words.Culture)]),
                new(words.Say("Period"), [ProgrammeWords.Period(row.Contents.FirstYear, row.Contents.LastYear, words.Culture)]),
                new(words.Say("AtWorkIn"), [string.Join(", ", row.Flows.Select(flow => flow.Name.In(words.Language)).Concat(row.Offerings.Select(offering => offering.Code)))]),
            ]);
        }
    }

    /// <summary>The documents behind the figures and programmes, by their codes.</summary>
    public IEnumerable<Block> Documents(IEnumerable<Source?> documents)
    {
        var cited = documents.OfType<Source>().DistinctBy(source => source.Id).OrderBy(source => source.Code.Length).ThenBy(source => source.Code, StringComparer.Ordinal).ToList();
        if (cited.Count == 0) yield break;
        yield return new HeadingBlock(2, [words.Say("ChapterSources")]);
        yield return new ListBlock(false, [.. cited.Select(source => new ListEntry([new ParagraphBlock([new CodeReference(source.Code), " " + source.Title])]))]);
    }

    private IEnumerable<Block> Section(string title, TableBlock table) => table.Rows.IsEmpty ? [] : [new HeadingBlock(2, [words.Say(title)]), table];

    private TableColumn Head(string key, ColumnAlignment alignment = ColumnAlignment.Start) => new(words.Say(key), alignment);

    private string Named(EcosystemFlow flow) => flow.Name.In(words.Language);

    private string InWords(EcosystemOffering offering) => offering.IsRetained ? $"{offering.Code} {words.Say("RetainedOne")}" : offering.Code;

    private string Number(string sign, int count) => count == 0 ? "0" : count < LabelRule.SmallCell ? words.Say("FewerThan", LabelRule.SmallCell) : sign + Formatting.Number(count, words.Culture);

    private Phrase Told(Source? source, string note, string locator)
    {
        var place = locator.Length > 0 ? ",\u00A0" + locator.Replace(' ', '\u00A0') : "";
        return source is not null ? new Phrase([new CodeReference(source.Code), place]) : note.Length > 0 ? note + place : words.Say("NoSource");
    }
}
