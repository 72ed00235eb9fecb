using System.Collections.Immutable;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using FluxUs.Consult.Foundation.Ui;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>Why this offering: its place and what was decided, said in words, and its profile over the criteria beside the median
/// of the retained.</summary>
internal static class PlaceSection
{
    public static IEnumerable<Block> Of(FicheMaterial material, FicheWords words, FicheProse prose)
    {
        if (material.Place is not { } place) yield break;
        var said = string.Join(' ', Sentences(place, words));
        var own = prose.Line(SectionKeys.Why);
        if (said.Length > 0 || !own.IsEmpty)
            yield return new ParagraphBlock([.. said.Length > 0 ? (ImmutableArray<Inline>)[said, " "] : [], .. own]);
        var scored = place.Profile.Where(line => line.Worth is not null).ToList();
        if (scored.Count == 0) yield break;
        var profile = new CriteriaProfile([.. place.Profile.Select(line => new CriterionScore(line.Name, (double?)line.Value, (double?)line.Median) { Worst = (double)line.Worst, Best = (double)line.Best })])
        {
            Title = words.Say("Why.ProfileOf", material.OfferingCode),
            Language = words.Language,
            TableTitle = words.Say("AsTable"),
            SubjectWord = material.OfferingCode,
            ReferenceWord = words.Say("Why.Median"),
            CriterionWord = words.Say("Why.Criterion"),
            MissingWord = words.Say("Why.Missing"),
            ScaleWord = words.Say("Why.Scale"),
        };
        yield return new FigureBlock(profile.Alternative(), Strip(place.Profile, words)) { OnScreen = profile.OnScreen(), Caption = [Said(place.Profile, words)], Twin = profile.Table() };
    }

    private static IEnumerable<string> Sentences(PlaceMaterial place, FicheWords words)
    {
        if (place.Rank is { } rank) yield return words.Say("Why.Place", rank, place.Of);
        if (place.TiedWith.Count > 0) yield return words.Say("Why.Tied", string.Join(", ", place.TiedWith));
        if (place.Share is { } share)
        {
            yield return words.Say("Why.Share", place.RetainedCount, Formatting.Number((int)Math.Round(share * 100), words.Culture));
            if (place.MayStillEnter > 0) yield return words.Count("Why.Waiting", place.MayStillEnter);
        }

        var (key, reason) = place.Standing switch
        {
            Standing.RetainedByVote => ("Why.RetainedByVote", place.Reason),
            Standing.RetainedAgainst => ("Why.RetainedAgainst", place.Reason),
            Standing.NotRetained => ("Why.NotRetained", ""),
            Standing.NotRetainedAgainst => ("Why.NotRetainedAgainst", place.Reason),
            _ => ("", ""),
        };
        if (key.Length > 0) yield return reason.Length > 0 ? $"{words.Say(key)} {reason}" : words.Say(key);
    }

    private static string Said(IReadOnlyList<PlaceLine> lines, FicheWords words) => HaveOneScale(lines)
        ? words.Say("Why.Caption", Score(lines[0].Worst, words), Score(lines[0].Best, words))
        : words.Say("Why.CaptionOwnScales");

    private static bool HaveOneScale(IReadOnlyList<PlaceLine> lines) => lines.Select(line => (line.Worst, line.Best)).Distinct().Count() == 1;

    private static string Score(decimal value, FicheWords words) => Formatting.Number(value, value == Math.Floor(value) ? 0 : 1, words.Culture);

    // Page 1 has no room for a row a criterion: the criteria stand side by side, a bar each over its own scale and the median across it.
    private static Drawing Strip(IReadOnlyList<PlaceLine> lines, FicheWords words)
    {
        const double width = FicheComposition.PaperWidth, top = 26, high = 9, size = 10, gap = 12;
        var step = (width + gap) / lines.Count;
        var shapes = ImmutableArray.CreateBuilder<Shape>();
        for (var at = 0; at < lines.Count; at++)
        {
            var (line, x, wide) = (lines[at], at * step, step - gap);
            var names = ChartText.Lines(line.Name, size, wide, 2);
            for (var row = 0; row < names.Count; row++) shapes.Add(new Caption(x, 9 + (row * 11), names[row], size, Tint.Ink));
            shapes.Add(new Bar(x, top, wide, high, Tint.Pale));
            if (line.Worth is { } worth) shapes.Add(new Bar(x, top, Math.Max(1, wide * worth), high, Tint.Brand));
            if (line.MedianWorth is { } median) shapes.Add(new Stroke(x + (wide * median), top - 3, x + (wide * median), top + high + 3, 2, Tint.Ink));
            var value = line.Value is { } known ? Score(known, words) : "–";
            if (!HaveOneScale(lines)) value += $" ({Score(line.Worst, words)}–{Score(line.Best, words)})";
            shapes.Add(new Caption(x, top + high + 13, value, size, Tint.Ink, Strong: true));
        }

        return new Drawing(width, top + high + 16, shapes.ToImmutable());
    }
}
