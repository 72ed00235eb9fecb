namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>
/// Writes drawings as SVG. Colours are classes (<c>tint-brand</c>), so that the theme decides and no style stands in
/// the page.
/// </summary>
internal static class DrawingHtml
{
    public static void Write(HtmlWriter html, Drawing drawing, string alternative) =>
        Write(html, drawing, ("class", drawing.Width < SmallestChart ? "drawing drawing-small" : "drawing"), ("role", "img"), ("aria-label", html.Spoken(alternative)));

    // What is narrower is a sign, such as a code to be scanned, and is not made as wide as a column.
    private const double SmallestChart = 200;

    /// <summary>
    /// One picture drawn twice, of which the theme shows the one that fits; both are silent within the element that has the words.
    /// </summary>
    public static void Write(HtmlWriter html, Drawing wide, Drawing narrow, string alternative)
    {
        html.Open("div", ("role", "img"), ("aria-label", html.Spoken(alternative)));
        Write(html, wide, ("class", "drawing drawing-wide"), ("aria-hidden", "true"));
        Write(html, narrow, ("class", "drawing drawing-narrow"), ("aria-hidden", "true"));
        html.Close();
    }

    private static void Write(HtmlWriter html, Drawing drawing, params ReadOnlySpan<(string, string?)> attributes)
    {
        html.Open("svg", [.. attributes, ("viewBox", $"0 0 {HtmlWriter.Number(drawing.Width)} {HtmlWriter.Number(drawing.Height)}")]);
        foreach (var shape in drawing.Shapes) Write(html, shape);
        html.Close();
    }

    /// <summary>The sign of a kind of evidence: circle, square, diamond, arrow.</summary>
    public static void WriteNode(HtmlWriter html, EvidenceKind kind)
    {
        html.Open("svg", ("class", "node node-" + InlineHtml.KindClass(kind)), ("viewBox", "0 0 20 20"), ("aria-hidden", "true"));
        (string, string?)[] look = [("fill", "white"), ("stroke", "currentColor"), ("stroke-width", "3")];
        switch (kind)
        {
            case EvidenceKind.Voice: html.Open("circle", [("cx", "10"), ("cy", "10"), ("r", "7"), .. look]).Close(); break;
            case EvidenceKind.Print: html.Open("rect", [("x", "3.5"), ("y", "3.5"), ("width", "13"), ("height", "13"), .. look]).Close(); break;
            case EvidenceKind.Measure: html.Open("path", [("d", "M3 4.5h7.5L17 10l-6.5 5.5H3Z"), .. look]).Close(); break;
            default: html.Open("path", [("d", "M10 2.2 17.8 10 10 17.8 2.2 10Z"), .. look]).Close(); break;
        }
        html.Close();
    }

    /// <summary>Thickness of the edge of a hollow shape, in units of the drawing.</summary>
    public const double Outline = 1.5;

    private static (string, string?)[] Look(bool hollow) =>
        hollow ? [("fill", "white"), ("stroke", "currentColor"), ("stroke-width", HtmlWriter.Number(Outline))] : [("fill", "currentColor")];

    private static void Write(HtmlWriter html, Shape shape)
    {
        var tint = "tint-" + shape.Tint.ToString().ToLowerInvariant();
        switch (shape)
        {
            case Bar bar:
                html.Open("rect", ("class", tint), ("fill", "currentColor"), ("x", HtmlWriter.Number(bar.X)), ("y", HtmlWriter.Number(bar.Y)),
                    ("width", HtmlWriter.Number(bar.Width)), ("height", HtmlWriter.Number(bar.Height))).Close();
                break;
            case Stroke stroke:
                html.Open("line", ("class", tint), ("stroke", "currentColor"), ("stroke-width", HtmlWriter.Number(stroke.Thickness)),
                    ("x1", HtmlWriter.Number(stroke.X1)), ("y1", HtmlWriter.Number(stroke.Y1)),
                    ("x2", HtmlWriter.Number(stroke.X2)), ("y2", HtmlWriter.Number(stroke.Y2))).Close();
                break;
            case Dot dot:
                html.Open("circle", [("class", tint), ("cx", HtmlWriter.Number(dot.X)), ("cy", HtmlWriter.Number(dot.Y)),
                    ("r", HtmlWriter.Number(dot.Hollow ? dot.Radius - (Outline / 2) : dot.Radius)), .. Look(dot.Hollow)]).Close();
                break;
            case Area area:
                html.Open("polygon", [("class", tint), ("points", string.Join(' ', area.Corners.Select(corner => $"{HtmlWriter.Number(corner.X)},{HtmlWriter.Number(corner.Y)}"))), .. Look(area.Hollow)]).Close();
                break;
            case Caption caption:
                var anchor = caption.Alignment switch { ColumnAlignment.Centre => "middle", ColumnAlignment.End => "end", _ => null };
                html.Open("text", ("class", tint), ("fill", "currentColor"), ("x", HtmlWriter.Number(caption.X)), ("y", HtmlWriter.Number(caption.Y)),
                    ("font-size", HtmlWriter.Number(caption.Size)), ("font-weight", caption.Strong ? "600" : null), ("text-anchor", anchor))
                    .Text(caption.Text).Close();
                break;
        }
    }
}
