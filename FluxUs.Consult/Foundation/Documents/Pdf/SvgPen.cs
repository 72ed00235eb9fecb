using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;
using FluxUs.Consult.Foundation.Documents.Pictures;

namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>
/// Draws a page as SVG elements (SVG 2): what has a place in the file has the same place here. What stands in a figure
/// or a sign is silent behind its words.
/// </summary>
/// <param name="place">In which the page begins.</param>
internal sealed class SvgPen(Typesetter setter, int page, string place) : IPen
{
    private readonly List<PageStrip> strips = [];
    private readonly List<string> pieces = [];
    private readonly StringBuilder svg = new(16_384);
    private readonly StringBuilder path = new();
    private (string Place, double Top, double Bottom) strip = (place, -1, 0);
    private StructureNode? owner;
    private string? language;
    private LinkTarget? link;
    private bool inFigure;
    private bool isArtifact;
    private bool hasBars;
    private string fill = "";
    private string stroke = "";

    public int Page => page;

    /// <summary>The place in which the page ends.</summary>
    public string Place => strip.Place;

    /// <summary>What was drawn; the pen ends with it.</summary>
    public ImmutableArray<PageStrip> Finish()
    {
        Cut();
        return [.. strips];
    }

    /// <summary>What was drawn without strips.</summary>
    public string FinishFoot()
    {
        CloseAll();
        return svg.ToString();
    }

    public void Strip(IReadOnlyList<string> places, double top, double bottom)
    {
        var (upper, lower) = (setter.Style.Height - top, setter.Style.Height - bottom);
        if (strip.Top < 0) strip = (places.Count > 0 ? places[0] : strip.Place, upper, lower);
        else if (places.Count == 0) strip.Bottom = lower;
        else
        {
            Cut();
            strip = (places[0], upper, lower);
        }
    }

    private void Cut()
    {
        CloseAll();
        pieces.Add(svg.ToString());
        svg.Clear();
        if (strip.Top >= 0) strips.Add(new PageStrip(strip.Place, strip.Top, strip.Bottom) { Pieces = [.. pieces] });
        pieces.Clear();
    }

    public void Begin(StructureNode owner)
    {
        isArtifact = false;
        if (this.owner == owner) return;
        CloseFigure();
        this.owner = owner;
        language = LanguageOf(owner);
        if ((owner.Alternative ?? owner.ActualText) is not { } words) return;
        CloseAll();
        this.owner = owner;
        inFigure = true;
        svg.Append("<g role=\"img\" aria-label=\"").Append(Encoded(PrintableText.Of(words, language ?? setter.Details.Language))).Append("\">");
    }

    public void BeginArtifact()
    {
        CloseFigure();
        isArtifact = true;
    }

    public void BeginFooter()
    {
        CloseFigure();
        isArtifact = false;
    }

    private void CloseFigure()
    {
        if (!inFigure) return;
        CloseAll();
    }

    private void CloseAll()
    {
        EndBars();
        CloseLink();
        if (inFigure) svg.Append("</g>");
        inFigure = false;
        owner = null;
    }

    private void CloseLink()
    {
        if (link is null) return;
        svg.Append("</a>");
        link = null;
    }

    /// <summary>The language of what an element holds, null where it is that of the document.</summary>
    private string? LanguageOf(StructureNode? node)
    {
        while (node is { Language: null }) node = node.Parent;
        return node?.Language is { } tag && tag != setter.Details.Language ? tag : null;
    }

    public void Fill(string colour)
    {
        if (fill == colour) return;
        EndBars();
        fill = colour;
    }

    public void Stroke(string colour, double thickness) =>
        stroke = $" stroke=\"{Encoded(colour)}\" stroke-width=\"{Text(thickness)}\"";

    /// <summary>Bars of one colour in a row become one path, so that no light shows between those that touch.</summary>
    public void Bar(double left, double lower, double width, double height)
    {
        Rectangle(left, lower, width, height);
        hasBars = true;
    }

    private void Rectangle(double left, double lower, double width, double height)
    {
        Point('M', left, lower + height);
        path.Append('h');
        Add(path, width);
        path.Append('v');
        Add(path, height);
        path.Append('h');
        Add(path, -width);
        path.Append('z');
    }

    private void EndBars()
    {
        if (!hasBars) return;
        hasBars = false;
        End(fill, "");
    }

    public void Outline(double left, double lower, double width, double height)
    {
        EndBars();
        Rectangle(left, lower, width, height);
        End("none", stroke);
    }

    public void Move(double x, double y)
    {
        EndBars();
        Point('M', x, y);
    }

    public void Line(double x, double y) => Point('L', x, y);

    public void Curve(double x1, double y1, double x2, double y2, double x, double y)
    {
        Point('C', x1, y1);
        Point(' ', x2, y2);
        Point(' ', x, y);
    }

    public void Paint(PathPaint paint)
    {
        if (paint is not PathPaint.Stroke) path.Append('z');
        End(paint is PathPaint.Fill or PathPaint.FillAndOutline ? fill : "none", paint == PathPaint.Fill ? "" : stroke);
    }

    private void End(string filled, string outlined)
    {
        svg.Append("<path d=\"").Append(path).Append("\" fill=\"").Append(Encoded(filled)).Append('"').Append(outlined).Append("/>");
        path.Clear();
    }

    private void Point(char command, double x, double y)
    {
        path.Append(command);
        Add(path, x);
        path.Append(' ');
        Add(path, setter.Style.Height - y);
    }

    public void Show(TextPiece text, Segment segment, double x, double y)
    {
        EndBars();
        var width = text.WidthOf(segment.First, segment.End);
        var glyphs = text.Shaped.Glyphs;
        var words = text.Shaped.Text[glyphs[segment.First].Start..(glyphs[segment.End - 1].Start + glyphs[segment.End - 1].Length)];
        Follow(isArtifact ? null : text.Link);
        var typeface = text.Shaped.Typeface;
        svg.Append("<text x=\"");
        Add(svg, x);
        svg.Append("\" y=\"");
        Add(svg, setter.Style.Height - y);
        svg.Append("\" font-size=\"");
        Add(svg, text.Style.Size);
        svg.Append('"');
        if (typeface.IsSerif) svg.Append(" class=\"serif\"");
        if (typeface.IsStrong) svg.Append(" font-weight=\"600\"");
        if (typeface.ItalicAngle != 0) svg.Append(" font-style=\"italic\"");
        if (width > 0 && !string.IsNullOrWhiteSpace(words))
        {
            svg.Append(" textLength=\"");
            Add(svg, width);
            svg.Append('"');
        }
        if (language is not null && !isArtifact) svg.Append(" lang=\"").Append(Encoded(language)).Append('"');
        if (isArtifact) svg.Append(" aria-hidden=\"true\"");
        // The box stands for the sign, which can still be read.
        if (glyphs[segment.First].Missing) svg.Append(" opacity=\"0\"");
        svg.Append(" fill=\"").Append(Encoded(text.Style.Colour)).Append("\">");
        if (words.EndsWith(PrintableText.SoftHyphen)) svg.Append(Encoded(words[..^1])).Append("<tspan aria-hidden=\"true\">").Append(Hyphen).Append("</tspan>");
        else svg.Append(Encoded(words));
        svg.Append("</text>");
        if (!glyphs[segment.First].Missing) return;
        var size = text.Style.Size;
        for (var at = segment.First; at < segment.End; at++, x += width / (segment.End - segment.First))
            Boxed(x + (size * 0.1), y, (width / (segment.End - segment.First)) - (size * 0.2), size * 0.6, text.Style.Colour);
    }

    // What a parted word ends with on its line.
    private const char Hyphen = '\u2010';

    private void Boxed(double left, double lower, double width, double height, string colour)
    {
        var outline = stroke;
        Stroke(colour, 0.6);
        Outline(left, lower, width, height);
        stroke = outline;
    }

    private void Follow(LinkTarget? target)
    {
        if (target == link) return;
        CloseLink();
        if (target is null || inFigure) return;
        pieces.Add(svg.ToString());
        pieces.Add(target.IsPlace ? "#" + target.Address : target.Address);
        svg.Clear();
        link = target;
    }

    /// <summary>Words are within their link already.</summary>
    public void Link(StructureNode link, LinkTarget target, double left, double lower, double right, double upper) { }

    public void Picture(ReadOnlyMemory<byte> content, double left, double lower, double width, double height)
    {
        if (PictureHead.Of(content.Span) is not { } head) return;
        EndBars();
        svg.Append("<image x=\"");
        Add(svg, left);
        svg.Append("\" y=\"");
        Add(svg, setter.Style.Height - lower - height);
        svg.Append("\" width=\"");
        Add(svg, width);
        svg.Append("\" height=\"");
        Add(svg, height);
        svg.Append("\" preserveAspectRatio=\"none\" href=\"data:image/").Append(head.Kind == PictureKind.Png ? "png" : "jpeg").Append(";base64,").Append(Convert.ToBase64String(content.Span)).Append("\"/>");
    }

    private static string Encoded(string text) => HtmlWriter.Encoded(text);

    private static string Text(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static void Add(StringBuilder text, double value) => text.Append(CultureInfo.InvariantCulture, $"{Math.Round(value, 2)}");
}
