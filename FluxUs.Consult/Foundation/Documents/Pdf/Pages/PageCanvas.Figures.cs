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
        var scale = mark.Scale;
        Begin(mark.Owner, setter.Left(mark.X), setter.Up(top + mark.Y + (mark.Drawing.Height * scale)), mark.Drawing.Width * scale, mark.Drawing.Height * scale);
        foreach (var shape in mark.Drawing.Shapes)
        {
            var colour = setter.Style.Colours.Of(shape.Tint);
            switch (shape)
            {
                case Bar bar:
                    FillHere(setter.Left(mark.X + (bar.X * scale)), setter.Up(top + mark.Y + ((bar.Y + bar.Height) * scale)), bar.Width * scale, bar.Height * scale, colour);
                    break;
                case Stroke stroke:
                    pen.Stroke(colour, stroke.Thickness * scale);
                    pen.Move(setter.Left(mark.X + (stroke.X1 * scale)), setter.Up(top + mark.Y + (stroke.Y1 * scale)));
                    pen.Line(setter.Left(mark.X + (stroke.X2 * scale)), setter.Up(top + mark.Y + (stroke.Y2 * scale)));
                    pen.Paint(PathPaint.Stroke);
                    break;
                case Dot dot:
                    Edge(dot.Hollow, colour, scale);
                    Circle(setter.Left(mark.X + (dot.X * scale)), setter.Up(top + mark.Y + (dot.Y * scale)), (dot.Hollow ? dot.Radius - (Outlined / 2) : dot.Radius) * scale);
                    pen.Paint(dot.Hollow ? PathPaint.FillAndOutline : PathPaint.Fill);
                    break;
                case Area area:
                    Edge(area.Hollow, colour, scale);
                    for (var at = 0; at < area.Corners.Length; at++)
                        Corner(setter.Left(mark.X + (area.Corners[at].X * scale)), setter.Up(top + mark.Y + (area.Corners[at].Y * scale)), at == 0);
                    if (area.Corners.Length > 0) pen.Paint(area.Hollow ? PathPaint.FillAndOutline : PathPaint.Fill);
                    break;
                case Caption caption: Draw(caption, mark, top, colour); break;
            }
        }
    }

    // Thickness of the edge of a hollow shape, in units of its drawing.
    private const double Outlined = 1.5;

    private void Edge(bool hollow, string colour, double scale)
    {
        pen.Fill(hollow ? setter.Style.Colours.Sheet : colour);
        if (hollow) pen.Stroke(colour, Outlined * scale);
    }

    private void Circle(double x, double y, double radius)
    {
        var reach = radius * QuarterCircle;
        pen.Move(x + radius, y);
        pen.Curve(x + radius, y + reach, x + reach, y + radius, x, y + radius);
        pen.Curve(x - reach, y + radius, x - radius, y + reach, x - radius, y);
        pen.Curve(x - radius, y - reach, x - reach, y - radius, x, y - radius);
        pen.Curve(x + reach, y - radius, x + radius, y - reach, x + radius, y);
    }

    private void Draw(Caption caption, DrawingMark mark, double top, string colour)
    {
        var style = setter.Type.Cell with { Size = caption.Size * mark.Scale, Colour = colour, Strong = caption.Strong };
        var pieces = Shaper.Shape(PrintableText.Of(caption.Text, setter.Details.Language), style.Typeface, setter.Details.Language)
            .Select(shaped => (Piece)new TextPiece(shaped, style, mark.Owner ?? StructureNode.Document())).ToList();
        foreach (var line in LineBreaker.Break(pieces, double.MaxValue))
        {
            var shift = caption.Alignment switch { ColumnAlignment.End => line.Width, ColumnAlignment.Centre => line.Width / 2, _ => 0 };
            foreach (var segment in line.Segments)
                Show((TextPiece)segment.Piece, segment, setter.Left(mark.X + (caption.X * mark.Scale) - shift + segment.X), setter.Up(top + mark.Y + (caption.Y * mark.Scale)));
        }
    }

    /// <summary>A picture that turns out to be damaged leaves its place empty, and what it says stays.</summary>
    private void Draw(PictureMark mark, double top)
    {
        var (left, lower) = (setter.Left(mark.X), setter.Up(top + mark.Height));
        Begin(mark.Owner, left, lower, mark.Width, mark.Height);
        pen.Picture(mark.Content, left, lower, mark.Width, mark.Height);
    }

    /// <summary>Begins a figure and says where it stands on its page (ISO 32000-1, 14.8.5.4.3); one without words is an artifact.</summary>
    private void Begin(StructureNode? figure, double left, double lower, double width, double height)
    {
        if (figure is null)
        {
            pen.BeginArtifact();
            return;
        }
        pen.Begin(figure);
        var box = new[] { left, lower, left + width, lower + height };
        figure.Attributes = $"<</O/Layout/Placement/Block/BBox[{string.Join(' ', box.Select(PdfText.Number))}]>>";
    }
}
