using System.Globalization;
using System.Xml.Linq;
using FluxUs.Consult.Foundation.Documents.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>
/// Puts drawings into the text as groups of shapes (ECMA-376, DrawingML; the group is Microsoft's wordprocessingGroup of 2010, [MS-ODRAWXML] 2.22): they
/// stay sharp at any size, their words can be searched and edited. Each has its words for those who do not see it.
/// </summary>
internal sealed class DocxDrawings(PageStyle style, string language, Func<uint> number)
{
    // English Metric Units (ECMA-376, part 1, 20.1.2.1).
    private const double UnitsPerPoint = 12_700;

    // Shapes without any height are lost by some readers.
    private const long Thinnest = 128;

    // Text stands in a box of one line, whose baseline is so many sizes below its top.
    private const double Leading = 1.25, Baseline = 0.98;

    private static readonly XNamespace Wml = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private static readonly XNamespace Placed = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Group = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    private static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    /// <summary>As large as in print, at most as wide as the text.</summary>
    public W.Run Of(Drawing drawing, string alternative)
    {
        var scale = Math.Min(0.8, Math.Min(style.TextWidth / drawing.Width, style.TextHeight * 0.9 / drawing.Height));
        var (width, height) = (Length(drawing.Width * scale), Length(drawing.Height * scale));
        var id = number();
        var group = new XElement(Group + "wgp", new XElement(Group + "cNvGrpSpPr"),
            new XElement(Group + "grpSpPr", new XElement(A + "xfrm",
                At("off", 0, 0), Extent("ext", width, height), At("chOff", 0, 0), Extent("chExt", width, height))),
            Shapes(drawing, scale));
        var inline = new XElement(Placed + "inline", new XAttribute("distT", 0), new XAttribute("distB", 0), new XAttribute("distL", 0), new XAttribute("distR", 0),
            Extent(Placed + "extent", width, height),
            new XElement(Placed + "docPr", new XAttribute("id", id), new XAttribute("name", Name(id)), new XAttribute("descr", Plain(alternative))),
            new XElement(Placed + "cNvGraphicFramePr"),
            new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", Group.NamespaceName), group)));
        var run = new XElement(Wml + "r", new XAttribute(XNamespace.Xmlns + "w", Wml),
            new XElement(Compatibility + "AlternateContent", new XAttribute(XNamespace.Xmlns + "mc", Compatibility),
                new XElement(Compatibility + "Choice", new XAttribute(XNamespace.Xmlns + "wpg", Group), new XAttribute("Requires", "wpg"),
                    new XElement(Wml + "drawing", new XAttribute(XNamespace.Xmlns + "wp", Placed), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "wps", Wps), inline)),
                // Programs of before 2010 have its words.
                new XElement(Compatibility + "Fallback", new XElement(Wml + "t", Plain(alternative)))));
        return new W.Run(run.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>Neighbours that look alike become one shape: a hatched bar, or the modules of a code.</summary>
    private IEnumerable<XElement> Shapes(Drawing drawing, double scale)
    {
        for (var at = 0; at < drawing.Shapes.Length;)
        {
            var first = drawing.Shapes[at];
            var count = 1;
            while (at + count < drawing.Shapes.Length && Joins(first, drawing.Shapes[at + count])) count++;
            var alike = drawing.Shapes.Slice(at, count);
            at += count;
            var colour = style.Colours.Of(first.Tint);
            switch (first)
            {
                case Bar:
                    yield return Path([.. alike.Cast<Bar>().Select(bar => new[]
                    {
                        new Corner(bar.X, bar.Y), new(bar.X + bar.Width, bar.Y), new(bar.X + bar.Width, bar.Y + bar.Height), new(bar.X, bar.Y + bar.Height),
                    })], scale, Filled(colour), NoLine());
                    break;
                case Stroke stroke:
                    yield return Path([.. alike.Cast<Stroke>().Select(one => new[] { new Corner(one.X1, one.Y1), new(one.X2, one.Y2) })], scale, null, Line(colour, stroke.Thickness * scale));
                    break;
                case Area area:
                    yield return Path([area.Corners.ToArray()], scale, Filled(area.Hollow ? style.Colours.Sheet : colour), area.Hollow ? Line(colour, Outline * scale) : NoLine());
                    break;
                case Dot dot: yield return Round(dot, scale, colour); break;
                case Caption caption: yield return Text(caption, scale, colour); break;
            }
        }
    }

    // Thickness of the edge of a hollow shape, in units of its drawing.
    private const double Outline = 1.5;

    private static bool Joins(Shape first, Shape next) => (first, next) switch
    {
        (Bar one, Bar other) => one.Tint == other.Tint,
        (Stroke one, Stroke other) => one.Tint == other.Tint && one.Thickness == other.Thickness,
        _ => false,
    };

    /// <summary>One shape of several paths; without a fill they are lines, else each closes.</summary>
    private XElement Path(Corner[][] paths, double scale, XElement? fill, XElement line)
    {
        var corners = paths.SelectMany(path => path).ToList();
        if (corners.Count == 0) corners.Add(default);
        var (left, top) = (Length(corners.Min(corner => corner.X) * scale), Length(corners.Min(corner => corner.Y) * scale));
        var width = Math.Max(Thinnest, Length(corners.Max(corner => corner.X) * scale) - left);
        var height = Math.Max(Thinnest, Length(corners.Max(corner => corner.Y) * scale) - top);
        XElement Point(Corner corner) => At("pt", Length(corner.X * scale) - left, Length(corner.Y * scale) - top);
        var drawn = new XElement(A + "path", new XAttribute("w", width), new XAttribute("h", height), fill is null ? new XAttribute("fill", "none") : null,
            paths.Where(path => path.Length > 0).Select(path => new object?[]
            {
                new XElement(A + "moveTo", Point(path[0])), path.Skip(1).Select(corner => new XElement(A + "lnTo", Point(corner))), fill is null ? null : new XElement(A + "close"),
            }));
        var geometry = new XElement(A + "custGeom", new XElement(A + "avLst"), new XElement(A + "gdLst"), new XElement(A + "ahLst"), new XElement(A + "cxnLst"),
            new XElement(A + "rect", new XAttribute("l", "0"), new XAttribute("t", "0"), new XAttribute("r", "r"), new XAttribute("b", "b")), new XElement(A + "pathLst", drawn));
        return Made(left, top, width, height, geometry, fill ?? NoFill(), line);
    }

    private XElement Round(Dot dot, double scale, string colour)
    {
        var radius = (dot.Hollow ? dot.Radius - (Outline / 2) : dot.Radius) * scale;
        var size = Length(2 * radius);
        return Made(Length((dot.X * scale) - radius), Length((dot.Y * scale) - radius), size, size, Preset("ellipse"),
            Filled(dot.Hollow ? style.Colours.Sheet : colour), dot.Hollow ? Line(colour, Outline * scale) : NoLine());
    }

    /// <summary>A line of words in a box without edges, wider than they are: another typeface may stand in for ours.</summary>
    private XElement Text(Caption caption, double scale, string colour)
    {
        var size = caption.Size * scale;
        var width = (ChartText.Width(caption.Text, caption.Size, caption.Strong) * scale * 1.4) + 4;
        var shift = caption.Alignment switch { ColumnAlignment.End => width, ColumnAlignment.Centre => width / 2, _ => 0 };
        var (align, points) = (caption.Alignment switch { ColumnAlignment.End => "right", ColumnAlignment.Centre => "center", _ => "left" }, Math.Round(size * 2).ToString(CultureInfo.InvariantCulture));
        var paragraph = new XElement(Wml + "p",
            new XElement(Wml + "pPr",
                new XElement(Wml + "spacing", Of("before", "0"), Of("after", "0"), Of("line", Math.Round(size * Leading * 20).ToString(CultureInfo.InvariantCulture)), Of("lineRule", "exact")),
                new XElement(Wml + "jc", Of("val", align))),
            new XElement(Wml + "r",
                new XElement(Wml + "rPr",
                    new XElement(Wml + "rFonts", Of("ascii", style.Labels), Of("hAnsi", style.Labels), Of("cs", style.Labels)), caption.Strong ? new XElement(Wml + "b") : null,
                    new XElement(Wml + "color", Of("val", colour[1..])), new XElement(Wml + "sz", Of("val", points))),
                new XElement(Wml + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Plain(caption.Text))));
        var shape = Made(Length((caption.X * scale) - shift), Length((caption.Y * scale) - (Baseline * size)), Length(width), Length(size * Leading), Preset("rect"), NoFill(), NoLine());
        shape.Element(Wps + "bodyPr")!.AddBeforeSelf(new XElement(Wps + "txbx", new XElement(Wml + "txbxContent", paragraph)));
        return shape;

        static XAttribute Of(string name, string value) => new(Wml + name, value);
    }

    private XElement Made(long left, long top, long width, long height, XElement geometry, XElement fill, XElement line)
    {
        var id = number();
        return new XElement(Wps + "wsp",
            new XElement(Wps + "cNvPr", new XAttribute("id", id), new XAttribute("name", Name(id))), new XElement(Wps + "cNvSpPr"),
            new XElement(Wps + "spPr", new XElement(A + "xfrm", At("off", left, top), Extent("ext", width, height)), geometry, fill, line),
            new XElement(Wps + "bodyPr", new XAttribute("wrap", "none"), new XAttribute("lIns", 0), new XAttribute("tIns", 0), new XAttribute("rIns", 0), new XAttribute("bIns", 0), new XElement(A + "noAutofit")));
    }

    private static string Name(uint id) => FormattableString.Invariant($"drawing{id}");

    private static XElement Preset(string name) => new(A + "prstGeom", new XAttribute("prst", name), new XElement(A + "avLst"));

    private static XElement Filled(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour[1..])));

    private static XElement NoFill() => new(A + "noFill");

    private static XElement NoLine() => new(A + "ln", NoFill());

    private static XElement Line(string colour, double points) => new(A + "ln", new XAttribute("w", Length(points)), Filled(colour));

    private static XElement At(string name, long x, long y) => new(A + name, new XAttribute("x", x), new XAttribute("y", y));

    private static XElement Extent(XName name, long width, long height) => new(name.Namespace == XNamespace.None ? A + name.LocalName : name, new XAttribute("cx", width), new XAttribute("cy", height));

    private static long Length(double points) => (long)Math.Round(points * UnitsPerPoint);

    private string Plain(string text) => PrintableText.Of(text, language);
}
