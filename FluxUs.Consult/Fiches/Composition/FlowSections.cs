using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>The flow today: its quantities, and where along the value chain the loop leaks.</summary>
internal static class FlowSections
{
    public static IEnumerable<Block> Today(FicheMaterial material, FicheWords words)
    {
        // Where prose tells figures, it has chosen those that matter; a table would only repeat them.
        var shown = material.Quantities.Where(quantity => quantity.IsShown).ToList();
        if (shown.Count > 0 && !IsTold(material)) yield return Quantities(shown, words);
        if (material.Stages.Any(stage => stage.Levers + stage.Obstacles > 0)) yield return Chain(material.Stages, words);
    }

    /// <summary>Whether the editor's prose tells of figures, by pointing at them or at who gives them.</summary>
    public static bool IsTold(FicheMaterial material) => material.ProseOf(SectionKeys.FlowToday) is var text
        && (text.Contains("[@number:", StringComparison.Ordinal) || text.Contains("[@source:", StringComparison.Ordinal));

    private static TableBlock Quantities(List<QuantityMaterial> quantities, FicheWords words) => new(
        [new(words.Say("QuantityWord")), new(words.Say("ValueWord"), ColumnAlignment.End), new(words.Say("YearWord"), ColumnAlignment.End), new(words.Say("SourceWord"))],
        [.. quantities.Select(quantity => new TableRow(
        [
            quantity.Label.In(words.Language), words.Quantity(quantity), quantity.Year?.ToString(CultureInfo.InvariantCulture) ?? words.Say("YearUnknown"), Source(quantity, words),
        ]))])
    {
        Caption = [words.Say("QuantitiesCaption")],
        RowHeads = true,
    };

    private static Phrase Source(QuantityMaterial quantity, FicheWords words)
    {
        var locator = quantity.Locator.Length > 0 ? ", " + quantity.Locator : "";
        return quantity.SourceCode.Length > 0 ? new Phrase([new CodeReference(quantity.SourceCode), locator])
            : quantity.SourceNote.Length > 0 ? quantity.SourceNote + locator : words.Say("SourceUnknown");
    }

    private static FigureBlock Chain(IReadOnlyList<StageMaterial> stages, FicheWords words)
    {
        var most = stages.Max(stage => Math.Max(stage.Levers, stage.Obstacles));
        var worst = stages.MaxBy(stage => stage.Obstacles)!;
        var alternative = worst.Obstacles == 0
            ? words.Say("ChainAlternativeOpen", stages.Count)
            : words.Say("ChainAlternative", stages.Count, worst.Name.In(words.Language), worst.Obstacles);
        var chain = new ValueChain([.. stages.Select(stage => new ChainStage(stage.Name.In(words.Language), stage.Levers, stage.Obstacles))])
        {
            Title = words.Say("ChainCaption"),
            Language = words.Language,
            StageWord = words.Say("StageWord"),
            LeversWord = words.Say("LeversWord"),
            ObstaclesWord = words.Say("ObstaclesWord"),
            TableTitle = words.Say("AsTable"),
        };
        return new FigureBlock(alternative, Draw(stages, most, words))
        {
            OnScreen = chain.OnScreen(),
            Caption = [words.Say("ChainCaption")],
            Twin = chain.Table(),
        };
    }

    private static string Signed(string sign, int count) => count == 0 ? "0" : sign + count.ToString(CultureInfo.InvariantCulture);

    // Levers above the line, obstacles below; the longest bar takes the whole height of its half.
    private static Drawing Draw(IReadOnlyList<StageMaterial> stages, int most, FicheWords words)
    {
        const double width = FicheComposition.PaperWidth, left = 64, top = 26, half = 21, size = 10;
        var (middle, step) = (top + half, (width - left) / stages.Count);
        var shapes = ImmutableArray.CreateBuilder<Shape>();
        shapes.Add(new Caption(left - 8, middle - 8, words.Say("LeversWord"), size, Tint.Soft, ColumnAlignment.End));
        shapes.Add(new Caption(left - 8, middle + 14, words.Say("ObstaclesWord"), size, Tint.Soft, ColumnAlignment.End));
        for (var at = 0; at < stages.Count; at++)
        {
            var (stage, x) = (stages[at], left + (at * step));
            // A name takes two lines at most; what is longer is cut and stands whole in the table.
            var lines = ChartText.Lines(stage.Name.In(words.Language), size, step - 6, 2);
            for (var line = 0; line < lines.Count; line++) shapes.Add(new Caption(x, 9 + (line * 11.5), lines[line], size, Tint.Ink));
            var (up, down) = (half * stage.Levers / most, half * stage.Obstacles / most);
            if (up > 0) shapes.Add(new Bar(x, middle - up, step * 0.62, up, Tint.Lever));
            if (down > 0) shapes.Add(new Bar(x, middle, step * 0.62, down, Tint.Barrier));
            shapes.Add(new Caption(x + (step * 0.66), middle - 4, Signed("+", stage.Levers), size, Tint.Lever, Strong: true));
            shapes.Add(new Caption(x + (step * 0.66), middle + 11, Signed("−", stage.Obstacles), size, Tint.Barrier, Strong: true));
        }

        shapes.Add(new Stroke(left, middle, width, middle, 1.2, Tint.Ink));
        return new Drawing(width, middle + half + 4, shapes.ToImmutable());
    }
}
