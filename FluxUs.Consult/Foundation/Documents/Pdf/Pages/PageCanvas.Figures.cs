using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <content>Drawings and pictures, each the content of its figure.</content>
internal sealed partial class PageCanvas
{
    private void Draw(DrawingMark mark, double top)
    {
        Begin(mark.Owner);
        var scale = mark.Scale;
        var (left, lower) = (session.Left(mark.X), session.Up(top + mark.Y + (mark.Drawing.Height * scale)));
        SetBox(mark.Owner, left, lower, mark.Drawing.Width * scale, mark.Drawing.Height * scale);
        foreach (var shape in mark.Drawing.Shapes)
        {
            var colour = session.Style.Colours.Of(shape.Tint);
            switch (shape)
            {
                case Bar bar:
                    FillHere(session.Left(mark.X + (bar.X * scale)), session.Up(top + mark.Y + ((bar.Y + bar.Height) * scale)), bar.Width * scale, bar.Height * scale, colour);
                    break;
                case Stroke stroke:
                    content.Colour(colour, stroke: true).Number(stroke.Thickness * scale).Add("w "u8)
                        .Number(session.Left(mark.X + (stroke.X1 * scale))).Number(session.Up(top + mark.Y + (stroke.Y1 * scale))).Add("m "u8)
                        .Number(session.Left(mark.X + (stroke.X2 * scale))).Number(session.Up(top + mark.Y + (stroke.Y2 * scale))).Add("l S\n"u8);
                    break;
                case Dot dot:
                    Edge(dot.Hollow, colour, scale);
                    Circle(session.Left(mark.X + (dot.X * scale)), session.Up(top + mark.Y + (dot.Y * scale)), (dot.Hollow ? dot.Radius - (Outlined / 2) : dot.Radius) * scale);
                    content.Add(dot.Hollow ? "b\n"u8 : "f\n"u8);
                    break;
                case Area area:
                    Edge(area.Hollow, colour, scale);
                    for (var at = 0; at < area.Corners.Length; at++)
                        content.Number(session.Left(mark.X + (area.Corners[at].X * scale))).Number(session.Up(top + mark.Y + (area.Corners[at].Y * scale))).Add(at == 0 ? "m "u8 : "l "u8);
                    if (area.Corners.Length > 0) content.Add(area.Hollow ? "b\n"u8 : "f\n"u8);
                    break;
                case Caption caption: Draw(caption, mark, top, colour); break;
            }
        }
    }

    // Thickness of the edge of a hollow shape, in units of its drawing.
    private const double Outlined = 1.5;

    private void Edge(bool hollow, string colour, double scale)
    {
        Colour(hollow ? session.Style.Colours.Sheet : colour);
        if (hollow) content.Colour(colour, stroke: true).Number(Outlined * scale).Add("w "u8);
    }

    private void Circle(double x, double y, double radius)
    {
        var reach = radius * QuarterCircle;
        content.Number(x + radius).Number(y).Add("m "u8);
        Curve(x + radius, y + reach, x + reach, y + radius, x, y + radius);
        Curve(x - reach, y + radius, x - radius, y + reach, x - radius, y);
        Curve(x - radius, y - reach, x - reach, y - radius, x, y - radius);
        Curve(x + reach, y - radius, x + radius, y - reach, x + radius, y);
    }

    private void Draw(Caption caption, DrawingMark mark, double top, string colour)
    {
        var style = session.Type.Cell with { Size = caption.Size * mark.Scale, Colour = colour, Strong = caption.Strong };
        var pieces = Shaper.Shape(PrintableText.Of(caption.Text, session.Details.Language), style.Typeface, session.Details.Language)
            .Select(shaped => (Piece)new TextPiece(shaped, style, mark.Owner)).ToList();
        foreach (var line in LineBreaker.Break(pieces, double.MaxValue))
        {
            var shift = caption.Alignment switch { ColumnAlignment.End => line.Width, ColumnAlignment.Centre => line.Width / 2, _ => 0 };
            foreach (var segment in line.Segments)
                Show((TextPiece)segment.Piece, segment, session.Left(mark.X + (caption.X * mark.Scale) - shift + segment.X), session.Up(top + mark.Y + (caption.Y * mark.Scale)));
        }
    }

    /// <summary>A picture that turns out to be damaged leaves its place empty, and what it says stays.</summary>
    private void Draw(PictureMark mark, double top)
    {
        Begin(mark.Owner);
        var (left, lower) = (session.Left(mark.X), session.Up(top + mark.Height));
        SetBox(mark.Owner, left, lower, mark.Width, mark.Height);
        if (session.Picture(mark.Content) is not { } name) return;
        content.Add("q "u8).Number(mark.Width).Add("0 0 "u8).Number(mark.Height).Number(left).Number(lower).Add("cm/"u8).Add(name).Add(" Do Q\n"u8);
    }

    /// <summary>Where a figure stands on its page (ISO 32000-1, 14.8.5.4.3).</summary>
    private static void SetBox(StructureNode figure, double left, double lower, double width, double height)
    {
        var box = new[] { left, lower, left + width, lower + height };
        figure.Attributes = $"<</O/Layout/Placement/Block/BBox[{string.Join(' ', box.Select(PdfText.Number))}]>>";
    }
}
