using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>How a part of a chart is filled; each can be told from the others in grey.</summary>
internal enum Fill { Open, Pale, Hatched, Mid, Full }

/// <summary>The plane on which a chart puts its shapes, as high as they need.</summary>
internal sealed class ChartSheet(double width)
{
    public const double Size = 11.5;
    public const double Leading = 14;

    private const double Thin = 0.9;
    private const double HatchGap = 4.5;

    private readonly ImmutableArray<Shape>.Builder shapes = ImmutableArray.CreateBuilder<Shape>();
    private double bottom;

    public double Width => width;

    public Drawing Done() => new(width, Math.Max(bottom, 1), shapes.ToImmutable());

    /// <summary>Makes the sheet at least as high.</summary>
    public void Reach(double y) => bottom = Math.Max(bottom, y);

    public void Bar(double x, double y, double wide, double high, Tint tint)
    {
        shapes.Add(new Bar(x, y, wide, high, tint));
        Reach(y + high);
    }

    public void Stroke(double x1, double y1, double x2, double y2, Tint tint, double thickness = Thin)
    {
        shapes.Add(new Stroke(x1, y1, x2, y2, thickness, tint));
        Reach(Math.Max(y1, y2) + (thickness / 2));
    }

    public void Dashes(double x, double y1, double y2, Tint tint)
    {
        for (var y = y1; y < y2; y += 6) Stroke(x, y, x, Math.Min(y + 3.5, y2), tint, 1.4);
    }

    public void Dot(double x, double y, double radius, Tint tint, bool hollow = false)
    {
        shapes.Add(new Dot(x, y, radius, tint, hollow));
        Reach(y + radius);
    }

    public void Area(Tint tint, bool hollow, params ReadOnlySpan<Corner> corners)
    {
        shapes.Add(new Area([.. corners], tint, hollow));
        foreach (var corner in corners) Reach(corner.Y + 1);
    }

    /// <summary>A square on its corner.</summary>
    public void Diamond(double x, double y, double radius, Tint tint) =>
        Area(tint, false, new(x, y - radius), new(x + radius, y), new(x, y + radius), new(x - radius, y));

    /// <summary>Words on one line; <paramref name="y"/> is their baseline.</summary>
    public void Text(double x, double y, string text, Tint tint = Tint.Ink, ColumnAlignment alignment = ColumnAlignment.Start, bool strong = false, double size = Size)
    {
        if (text.Length == 0) return;
        shapes.Add(new Caption(x, y, text, size, tint, alignment, strong));
        Reach(y + (size * 0.3));
    }

    /// <summary>Words around a point, moved so that they stay on the sheet.</summary>
    public void TextAround(double x, double y, string text, Tint tint = Tint.Ink, bool strong = false, double size = Size)
    {
        var half = ChartText.Width(text, size, strong) / 2;
        Text(Math.Clamp(x, Math.Min(half, width / 2), Math.Max(width - half, width / 2)), y, text, tint, ColumnAlignment.Centre, strong, size);
    }

    /// <summary>A rectangle with its edge, filled in one of the ways that read in grey.</summary>
    public void Box(double x, double y, double wide, double high, Fill fill, Tint edge = Tint.Ink)
    {
        var tint = fill switch { Fill.Pale => Tint.Pale, Fill.Mid => Tint.Mid, Fill.Full => edge, _ => Tint.Sheet };
        Bar(x, y, wide, high, tint);
        if (fill == Fill.Hatched) Hatch(x, y, wide, high, edge);
        if (fill == Fill.Full) return;
        Stroke(x, y, x + wide, y, edge);
        Stroke(x + wide, y, x + wide, y + high, edge);
        Stroke(x + wide, y + high, x, y + high, edge);
        Stroke(x, y + high, x, y, edge);
    }

    /// <summary>Slanting lines, cut at the edges of a rectangle.</summary>
    private void Hatch(double x, double y, double wide, double high, Tint tint)
    {
        for (var along = HatchGap; along < wide + high; along += HatchGap)
        {
            // From the upper edge, or where that has ended from the right one, down to the left.
            var (x1, y1) = along <= wide ? (x + along, y) : (x + wide, y + along - wide);
            var (x2, y2) = along <= high ? (x, y + along) : (x + along - high, y + high);
            Stroke(x1, y1, x2, y2, tint);
        }
    }

    /// <summary>Signs with their words beside each other, on further lines where they do not fit; returns the lower edge.</summary>
    public double Legend(double y, IEnumerable<(Action<double, double> Sign, string Words)> entries)
    {
        const double SignWidth = 18, Gap = 16;
        var x = 0.0;
        foreach (var (sign, words) in entries)
        {
            if (words.Length == 0) continue;
            var line = ChartText.Lines(words, Size, width - SignWidth, 1)[0];
            var wide = SignWidth + ChartText.Width(line, Size);
            if (x > 0 && x + wide > width)
            {
                x = 0;
                y += Leading + 2;
            }
            sign(x, y);
            Text(x + SignWidth, y + 4, line, Tint.Soft);
            x += wide + Gap;
        }
        return y + Leading;
    }
}
