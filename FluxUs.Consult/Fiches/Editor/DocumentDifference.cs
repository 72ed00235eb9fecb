using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Editor;

public enum FigureChange { New, Gone, Changed }

/// <param name="Place">The heads of its row and column; one of them alone in a table of two columns.</param>
public sealed record ChangedCell(string Place, string From, string To);

/// <summary>A figure or table that is not the same in both documents.</summary>
/// <param name="Cells">What changed of its table; empty where its rows or columns are others.</param>
public sealed record ComparedFigure(string Name, FigureChange Change, IReadOnlyList<ChangedCell> Cells);

/// <param name="Heading">Of the section, in the language of the fiche; empty for what stands before the first.</param>
/// <param name="From">Its prose and statements; figures and tables are told apart.</param>
public sealed record ComparedSection(string Heading, string From, string To, IReadOnlyList<ComparedFigure> Figures);

/// <summary>What differs between two documents of one fiche, by section: words as words, figures by what changed in them.</summary>
public static partial class DocumentDifference
{
    /// <returns>The sections that differ, in the order in which they are printed; those that are gone come last.</returns>
    public static IReadOnlyList<ComparedSection> Of(FicheDocument before, FicheDocument after)
    {
        var (old, young) = (Sections(before), Sections(after));
        return [.. young.Select(section => Compared(old.GetValueOrDefault(section.Key), section.Value)).Concat(old.Where(section => !young.ContainsKey(section.Key)).Select(section => Compared(section.Value, null)))
            .Where(section => section.From != section.To || section.Figures.Count > 0)];
    }

    private static ComparedSection Compared(Section? from, Section? to) =>
        new((to ?? from)!.Heading, from?.Text ?? "", to?.Text ?? "", [.. Compared(from?.Figures ?? [], to?.Figures ?? [])]);

    private static IEnumerable<ComparedFigure> Compared(List<NamedTable> from, List<NamedTable> to)
    {
        // Of several with one name, those that say the same are the same; the others follow each other. What has no namesake is
        // the one of its kind whose caption changed.
        var left = from.ToList();
        var open = to.Where(figure => Take(left, found => found.Key == figure.Key && found.Says == figure.Says) is null).ToList();
        var namesakes = open.ConvertAll(figure => Take(left, found => found.Key == figure.Key));
        foreach (var (figure, namesake) in open.Zip(namesakes))
        {
            if ((namesake ?? Take(left, found => found.IsKinOf(figure))) is not { } was) yield return new ComparedFigure(figure.Name, FigureChange.New, []);
            else yield return new ComparedFigure(figure.Name, FigureChange.Changed, [.. Cells(was.Table, figure.Table)]);
        }

        foreach (var figure in left) yield return new ComparedFigure(figure.Name, FigureChange.Gone, []);
    }

    private static NamedTable? Take(List<NamedTable> left, Predicate<NamedTable> which)
    {
        var taken = left.Find(which);
        if (taken is not null) left.Remove(taken);
        return taken;
    }

    private static IEnumerable<ChangedCell> Cells(TableBlock? from, TableBlock? to)
    {
        if (from is null || to is null || !Heads(from).SequenceEqual(Heads(to))) yield break;
        for (var row = 0; row < to.Rows.Length; row++)
        {
            for (var column = 1; column < to.Columns.Length; column++)
            {
                var (was, now) = (Said(from.Rows[row].Cells[column]), Said(to.Rows[row].Cells[column]));
                if (was == now) continue;
                var head = Said(to.Rows[row].Cells[0]);
                yield return new ChangedCell(to.Columns.Length > 2 ? $"{head}, {Said(to.Columns[column].Head)}" : head, was, now);
            }
        }
    }

    private static IEnumerable<string> Heads(TableBlock table) => [.. table.Columns.Select(column => Said(column.Head)), .. table.Rows.Select(row => Said(row.Cells[0]))];

    private static string Said(Phrase phrase) => PlainText.Of(phrase.Inlines).Trim();

    // Sources carry the address and the date of their edition, which always differ and say nothing. That sources share a line,
    // because their labels say the same, is not told either: what is said of them decides it, not the fiche.
    private static OrderedDictionary<string, Section> Sections(FicheDocument document)
    {
        var sections = new OrderedDictionary<string, Section>();
        var (key, heading) = (SectionKeys.KeyMessages, "");
        foreach (var block in document.Blocks.Where(block => block is not HeadBlock))
        {
            if (block is HeadingBlock { Level: 2, Anchor: { } anchor } title)
            {
                (key, heading) = (anchor, PlainText.Of(title.Inlines));
                continue;
            }

            // Editions of before bands had a block of their own hold it as a figure.
            if (key == SectionKeys.Sources || block is BandBlock or FigureBlock { Anchor: "band" }) continue;
            if (!sections.TryGetValue(key, out var section)) sections.Add(key, section = new Section(heading));
            switch (block)
            {
                case FigureBlock figure: section.Figures.Add(new NamedTable(NameOf(figure.Caption, figure.Alternative), figure.Anchor, figure.Twin, PlainText.Of([figure]))); break;
                case TableBlock table: section.Figures.Add(new NamedTable(NameOf(table.Caption, Said(table.Columns[0].Head)), table.Anchor, table, PlainText.Of([table]))); break;
                default: section.Add(Prose(block)); break;
            }
        }

        return sections;
    }

    // What a recommendation rests on is told by its findings, which the sources list.
    private static string Prose(Block block) => PlainText.Of([block is RecommendationBlock measure ? measure with { Evidence = [], EvidenceTitle = "" } : block]);

    private static string NameOf(ImmutableArray<Inline> caption, string otherwise) => PlainText.IsBlank(caption) ? otherwise : PlainText.Of(caption).Trim();

    private sealed record NamedTable(string Name, string? Anchor, TableBlock? Table, string Says)
    {
        /// <summary>The name without its numbers, which may have changed with the figure.</summary>
        public string Key { get; } = Digits().Replace(Name, "");

        /// <summary>The same place, or the same rows under another caption.</summary>
        public bool IsKinOf(NamedTable other) => Anchor is not null || other.Anchor is not null
            ? Anchor == other.Anchor
            : Table is { Columns.Length: > 0 } own && other.Table is { Columns.Length: > 0 } its && Said(own.Columns[0].Head) == Said(its.Columns[0].Head)
                && own.Rows.Any(row => its.Rows.Any(found => Said(found.Cells[0]) == Said(row.Cells[0])));
    }

    private sealed record Section(string Heading)
    {
        public string Text { get; private set; } = "";

        public List<NamedTable> Figures { get; } = [];

        public void Add(string text) => Text = Text.Length == 0 ? text : Text + "\n" + text;
    }

    [GeneratedRegex(@"\p{Nd}+")]
    private static partial Regex Digits();
}
