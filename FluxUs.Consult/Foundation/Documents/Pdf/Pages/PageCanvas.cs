using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>
/// Draws slabs on one page with its pen: says what belongs to which element, and what is there for the eye alone. Points
/// count from the left margin and from the top of the text.
/// </summary>
internal sealed partial class PageCanvas(Typesetter setter, IPen pen)
{
    private ImmutableArray<Backdrop> standing = [];

    /// <summary>Draws a slab whose top is at <paramref name="top"/>; a repeated one has no place in the structure.</summary>
    public void Draw(Slab slab, double top, double before, bool repeated)
    {
        foreach (var backdrop in slab.Backdrops)
        {
            // Also behind the space above where it goes on, and half a point longer, so that no light shows between.
            var above = standing.Contains(backdrop, ReferenceEqualityComparer.Instance) ? before : 0;
            Fill(backdrop.X, top - above, backdrop.Width, slab.Height + above + 0.5, backdrop.Colour);
        }
        standing = slab.Backdrops;
        foreach (var mark in slab.Marks)
        {
            switch (mark)
            {
                case LineMark line: Draw(line.Line, line.X, top + line.Y, repeated ? null : line.Line); break;
                case BoxMark box: Fill(box.X, top + box.Y, box.Width, box.Height, box.Colour); break;
                case PillMark pill: Draw(pill, top); break;
                case EvidenceMark sign: Draw(sign, top); break;
                case DrawingMark drawing: Draw(drawing, top); break;
                case PictureMark picture: Draw(picture, top); break;
            }
        }
    }

    /// <summary>Words at the foot of the page, on a baseline measured from its lower edge.</summary>
    public void DrawFooter(Line line, double x, double y)
    {
        pen.BeginFooter();
        foreach (var segment in line.Segments)
            if (segment.Piece is TextPiece text) Show(text, segment, setter.Left(x + segment.X), y);
    }

    /// <summary>A line; <paramref name="owned"/> is null where it is an artifact.</summary>
    private void Draw(Line line, double x, double baseline, Line? owned)
    {
        var y = setter.Up(baseline);
        LinkTarget? target = null;
        StructureNode? link = null;
        var (from, to, size) = (0.0, 0.0, 0.0);
        foreach (var segment in line.Segments)
        {
            var left = setter.Left(x + segment.X);
            if (segment.Piece is SignPiece sign) Draw(sign, x + segment.X, baseline, owned is not null);
            if (segment.Piece is not TextPiece text) continue;
            if (owned is null) pen.BeginArtifact();
            else pen.Begin(text.Owner);
            var width = text.WidthOf(segment.First, segment.End);
            if (text.Style.Underlined) FillHere(left, y - (text.Style.Size * 0.16), width, 0.45, text.Style.Colour);
            Show(text, segment, left, y);
            if (owned is null) continue;
            if (target is not null && text.Link != target) AddLink(target, link!, from, to, y, size);
            if (text.Link is not null && text.Link != target) (from, to, link) = (left, left, LinkOf(text.Owner));
            target = text.Link;
            // Words from right to left come in the order in which they are read.
            (from, to, size) = (Math.Min(from, left), Math.Max(to, left + width), text.Style.Size);
        }
        if (target is not null) AddLink(target, link!, from, to, y, size);
    }

    private static StructureNode LinkOf(StructureNode node)
    {
        while (node.Tag != "Link" && node.Parent is not null) node = node.Parent;
        return node;
    }

    private void AddLink(LinkTarget target, StructureNode link, double from, double to, double y, double size) =>
        pen.Link(link, target, from, y - (size * 0.25), to, y + (size * 0.85));

    private void Show(TextPiece text, Segment segment, double x, double y)
    {
        for (var at = segment.First; at < segment.End; at++)
        {
            var glyph = text.Shaped.Glyphs[at];
            if (glyph.Missing) setter.NoteMissing(text.Shaped.Text.Substring(glyph.Start, glyph.Length));
        }
        pen.Show(text, segment, x, y);
    }

    private void Draw(SignPiece sign, double x, double baseline, bool owned)
    {
        if (owned && sign.Owner.ActualText is not null) pen.Begin(sign.Owner);
        else pen.BeginArtifact();
        var height = sign.Style.Size * 0.66;
        for (var step = 0; step < 4; step++)
        {
            var left = x + sign.Lead + (step * (sign.StepWidth + sign.StepGap));
            if (step < sign.Level) FillHere(setter.Left(left), setter.Up(baseline), sign.StepWidth, height, sign.Style.Colour);
            else Outline(left + 0.35, baseline - height + 0.35, sign.StepWidth - 0.7, height - 0.7, 0.7, sign.Style.Colour);
        }
    }

    // Where the handles of a quarter of a circle stand as a Bézier curve, in radiuses.
    private const double QuarterCircle = 0.5523;

    private void Draw(PillMark pill, double top)
    {
        pen.BeginArtifact();
        var (left, upper) = (setter.Left(pill.X), setter.Up(top + pill.Y));
        var radius = pill.Height / 2;
        var reach = radius * QuarterCircle;
        var (right, lower, middle) = (left + pill.Width, upper - pill.Height, upper - radius);
        pen.Stroke(pill.Colour, 0.7);
        pen.Move(left + radius, upper);
        pen.Line(right - radius, upper);
        pen.Curve(right - radius + reach, upper, right, middle + reach, right, middle);
        pen.Curve(right, middle - reach, right - radius + reach, lower, right - radius, lower);
        pen.Line(left + radius, lower);
        pen.Curve(left + radius - reach, lower, left, middle - reach, left, middle);
        pen.Curve(left, middle + reach, left + radius - reach, upper, left + radius, upper);
        pen.Paint(PathPaint.Outline);
    }

    private void Draw(EvidenceMark sign, double top)
    {
        var half = sign.Size / 2;
        if (sign.Kind == EvidenceKind.Voice)
        {
            Fill(sign.X - half, top + sign.Y - half, sign.Size, sign.Size, setter.Style.Colours.Sheet);
            Draw(new PillMark(sign.X - half + 0.5, sign.Y - half + 0.5, sign.Size - 1, sign.Size - 1, setter.Style.Colours.Of(sign.Kind)), top);
            return;
        }
        pen.BeginArtifact();
        var (x, y) = (setter.Left(sign.X), setter.Up(top + sign.Y));
        var points = sign.Kind switch
        {
            EvidenceKind.Print => (ReadOnlySpan<(double X, double Y)>)[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)],
            EvidenceKind.Measure => [(-0.9, 0.7), (0.1, 0.7), (1, 0), (0.1, -0.7), (-0.9, -0.7)],
            _ => [(0, 1), (1, 0), (0, -1), (-1, 0)],
        };
        pen.Stroke(setter.Style.Colours.Of(sign.Kind), 1.1);
        pen.Fill(setter.Style.Colours.Sheet);
        for (var at = 0; at < points.Length; at++) Corner(x + (points[at].X * half), y + (points[at].Y * half), at == 0);
        pen.Paint(PathPaint.FillAndOutline);
    }

    private void Fill(double x, double top, double width, double height, string colour)
    {
        pen.BeginArtifact();
        FillHere(setter.Left(x), setter.Up(top + height), width, height, colour);
    }

    private void FillHere(double left, double lower, double width, double height, string colour)
    {
        pen.Fill(colour);
        pen.Bar(left, lower, width, height);
    }

    private void Outline(double x, double top, double width, double height, double thickness, string colour)
    {
        pen.Stroke(colour, thickness);
        pen.Outline(setter.Left(x), setter.Up(top + height), width, height);
    }

    private void Corner(double x, double y, bool first)
    {
        if (first) pen.Move(x, y);
        else pen.Line(x, y);
    }
}
