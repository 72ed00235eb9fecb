using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

/// <summary>Why this offering: each score is printed on the scale of its own criterion.</summary>
public class PlaceSectionTests
{
    [Fact]
    public async Task Criteria_of_one_scale_are_printed_on_it()
    {
        var figure = await Figure(Line("Emploi", 4, 1, 5, false, 0.5), Line("Climat", 2, 1, 5, false, 1));

        Assert.Equal("Profil sur les critères, de 1 à 5 ; trait : médiane des retenus.", PlainText.Of(figure.Caption));
        Assert.Equal(["4", "2"], Strong(figure));
        Assert.Equal([["Emploi", "4", "3"], ["Climat", "2", "5"]], figure.Twin!.Rows.Select(row => row.Cells.Select(cell => PlainText.Of(cell.Inlines)).ToArray()));
    }

    [Fact]
    public async Task Criteria_of_other_scales_each_say_theirs()
    {
        var figure = await Figure(Line("Emploi", 75, 0, 100, false, null), Line("Délai", 2, 1, 5, true, 0.25));

        Assert.Contains("de sa pire à sa meilleure note", PlainText.Of(figure.Caption), StringComparison.Ordinal);
        Assert.Equal(["75 (0–100)", "2 (5–1)"], Strong(figure));
        Assert.Equal([["Emploi", "75", "sans note", "0–100"], ["Délai", "2", "4", "5–1"]], figure.Twin!.Rows.Select(row => row.Cells.Select(cell => PlainText.Of(cell.Inlines)).ToArray()));
        // Three quarters of each scale are worth as much, whichever way it runs.
        Assert.Single(figure.Drawing!.Shapes.OfType<Bar>().Where(bar => bar.Tint == Tint.Brand).Select(bar => Math.Round(bar.Width, 3)).Distinct());
    }

    [Fact]
    public async Task A_place_that_others_may_still_change_says_so_and_warns()
    {
        await using var test = await TestStudy.Create();
        var composed = await (await FicheStudy.In(test)).Compose();
        ComposedFiche With(int waiting)
        {
            var material = composed.Material with { Place = new PlaceMaterial(3, 20, [], 0.9, waiting, 15, Standing.Retained, "", [Line("Emploi", 4, 1, 5, false, 0.5)]) };
            return new ComposedFiche(FicheComposition.Compose(material, composed.Template, new Printing(material.FicheId, DateTimeOffset.UnixEpoch, null, "")), material, composed.Template);
        }

        var (sure, waiting) = (With(0), With(2));

        Assert.Contains("Calculé sans 2\u00A0candidats qui attendaient des notes", PlainText.Of(waiting.Document), StringComparison.Ordinal);
        Assert.DoesNotContain("Calculé sans", PlainText.Of(sure.Document), StringComparison.Ordinal);
        Assert.Equal(CheckWeight.Warns, Assert.Single(FicheRules.Judge(waiting), check => check.Key == "ScoresAwaited").Weight);
        Assert.DoesNotContain(FicheRules.Judge(sure), check => check.Key == "ScoresAwaited");
    }

    private static PlaceLine Line(string name, decimal value, decimal lowest, decimal highest, bool lowerIsBetter, double? median)
    {
        var worth = (double)((value - lowest) / (highest - lowest));
        var line = new Consult.Priorities.Ranking.ProfileLine("C1", new LocalText(name), new LocalText(name), 1, value, lowest, highest, lowerIsBetter ? 1 - worth : worth, median, ScoreConfidence.High, lowerIsBetter);
        return new PlaceLine(name, line.Worth, line.MedianWorth, line.Value, line.Median, line.Worst, line.Best);
    }

    private static string[] Strong(FigureBlock figure) => [.. figure.Drawing!.Shapes.OfType<Caption>().Where(caption => caption.Strong).Select(caption => caption.Text)];

    private static async Task<FigureBlock> Figure(params PlaceLine[] profile)
    {
        await using var test = await TestStudy.Create();
        var composed = await (await FicheStudy.In(test)).Compose();
        var material = composed.Material with { Place = new PlaceMaterial(3, 20, [], 0.9, 0, 15, Standing.Retained, "", profile) };
        var document = FicheComposition.Compose(material, composed.Template, new Printing(material.FicheId, DateTimeOffset.UnixEpoch, null, ""));
        return document.Blocks.SkipWhile(block => block.Anchor != SectionKeys.Why).OfType<FigureBlock>().First();
    }
}
