using System.Globalization;
using FluxUs.Consult.Evidence.Codebook;
using FluxUs.Consult.Foundation.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FluxUs.Consult.Evidence.Desk;

/// <summary>A stretch of text under the same excerpts.</summary>
/// <param name="Start">UTF-16 units in the whole text.</param>
/// <param name="Excerpts">Those that cover it, the shortest last.</param>
public sealed record DeskRun(int Start, string Text, IReadOnlyList<DeskExcerpt> Excerpts);

/// <summary>The words of one segment, cut where excerpts begin and end. Written by hand, since a page would put white space
/// between the pieces and every offset after it would be wrong.</summary>
public sealed class DeskWords : ComponentBase
{
    [Parameter, EditorRequired] public required DeskSegment Segment { get; set; }

    /// <summary>Of the part; those elsewhere are passed over.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<DeskExcerpt> Excerpts { get; set; }

    /// <summary>The number of the chosen excerpt.</summary>
    [Parameter] public int? Chosen { get; set; }

    /// <summary>Of the text: fr, nl or en.</summary>
    [Parameter] public string? Language { get; set; }

    /// <summary>Where each excerpt begins and ends within a segment.</summary>
    public static IReadOnlyList<DeskRun> Cut(DeskSegment segment, IReadOnlyList<DeskExcerpt> excerpts)
    {
        var end = segment.Start + segment.Text.Length;
        var inside = excerpts.Where(excerpt => excerpt.Start < end && excerpt.End > segment.Start).ToList();
        var places = inside.SelectMany(excerpt => new[] { excerpt.Start, excerpt.End }).Where(place => place > segment.Start && place < end)
            .Append(segment.Start).Append(end).Distinct().Order().ToList();
        var runs = new List<DeskRun>(places.Count);
        for (var index = 0; index + 1 < places.Count; index++)
        {
            var (from, to) = (places[index], places[index + 1]);
            runs.Add(new DeskRun(from, segment.Text[(from - segment.Start)..(to - segment.Start)],
                [.. inside.Where(excerpt => excerpt.Start <= from && excerpt.End >= to).OrderByDescending(excerpt => excerpt.Length)]));
        }

        return runs;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var isChosenShown = false;
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "lang", Language);
        builder.AddAttribute(9, "id", "segment-" + Segment.Order.ToString(CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "data-segment", Segment.Order.ToString(CultureInfo.InvariantCulture));
        foreach (var run in Cut(Segment, Excerpts))
        {
            var isChosen = run.Excerpts.Any(excerpt => excerpt.Number == Chosen);
            builder.OpenElement(3, "span");
            builder.AddAttribute(4, "data-start", run.Start.ToString(CultureInfo.InvariantCulture));
            if (run.Excerpts.Count > 0)
            {
                var top = isChosen ? run.Excerpts.First(excerpt => excerpt.Number == Chosen) : run.Excerpts[^1];
                builder.AddAttribute(5, "class", $"hl {ColourOf(top)}{(isChosen ? " on" : "")}");
                builder.AddAttribute(6, "data-excerpts", string.Join(' ', run.Excerpts.Select(excerpt => excerpt.Number.ToString(CultureInfo.InvariantCulture))));
            }

            if (isChosen && !isChosenShown && run.Excerpts.Any(excerpt => excerpt.Number == Chosen && excerpt.Start == run.Start))
            {
                builder.AddAttribute(7, "id", "chosen");
                isChosenShown = true;
            }

            builder.AddContent(8, PrintableText.AsLong(run.Text, Language ?? ""));
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    /// <summary>The colour of an excerpt is that of its first tag.</summary>
    internal static string? ColourOf(DeskExcerpt excerpt) => excerpt.Tags.Count == 0 ? null : TagStylesheet.ClassOf(excerpt.Tags[0].Code);
}
