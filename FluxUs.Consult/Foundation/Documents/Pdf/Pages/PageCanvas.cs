using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>
/// Draws on one page. All that has a meaning is marked as content of its element, all else as an artifact (ISO 32000-1,
/// 14.6 to 14.8). Points count from the left margin and from the top of the text.
/// </summary>
internal sealed partial class PageCanvas(PdfSession session, int page, List<StructureNode> owners)
{
    private readonly ContentStream content = new();
    private ImmutableArray<Backdrop> standing = [];
    private StructureNode? open;
    private bool inArtifact;
    private string fill = "";

    public List<int> Annotations { get; } = [];

    /// <summary>What was drawn; the canvas ends with it.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        Close();
        return content.Bytes;
    }

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
        if (!inArtifact)
        {
            Close();
            content.Add("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"u8);
            inArtifact = true;
        }
        foreach (var segment in line.Segments)
            if (segment.Piece is TextPiece text) Show(text, segment, session.Left(x + segment.X), y);
    }

    /// <summary>A line; <paramref name="owned"/> is null where it is an artifact.</summary>
    private void Draw(Line line, double x, double baseline, Line? owned)
    {
        var y = session.Up(baseline);
        LinkTarget? target = null;
        StructureNode? link = null;
        var (from, to, size) = (0.0, 0.0, 0.0);
        foreach (var segment in line.Segments)
        {
            var left = session.Left(x + segment.X);
            if (segment.Piece is SignPiece sign) Draw(sign, x + segment.X, baseline);
            if (segment.Piece is not TextPiece text) continue;
            if (owned is null) BeginArtifact();
            else Begin(text.Owner);
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
        Annotations.Add(session.WriteLink(page, link, target, [from, y - (size * 0.25), to, y + (size * 0.85)]));

    private void Show(TextPiece text, Segment segment, double x, double y)
    {
        var font = session.Font(text.Shaped.Typeface);
        Colour(text.Style.Colour);
        // A parted word is read as one (ISO 32000-1, 14.9.4).
        if (segment.Read is { } read) content.Add("/Span<</ActualText"u8).Add(PdfText.String(read)).Add(">>BDC\n"u8);
        content.Add("BT/"u8).Add(font.Resource).Add(" "u8).Number(text.Style.Size).Add("Tf 1 0 0 1 "u8).Number(x).Number(y).Add("Tm[<"u8);
        // What the pen owes, in thousandths of the em: the difference of a glyph's advance here to its own width.
        var owed = 0;
        for (var at = segment.First; at < segment.End; at++)
        {
            var glyph = text.Shaped.Glyphs[at];
            if (glyph.Missing) session.NoteMissing(text.Shaped.Text.Substring(glyph.Start, glyph.Length));
            owed += glyph.OffsetX;
            if (glyph.OffsetY != 0) Rise(glyph.OffsetY * text.Scale);
            if (owed != 0) content.Add(">"u8).Number(-owed * 1000.0 / text.Shaped.Typeface.UnitsPerEm).Add("<"u8);
            content.Code(font.CodeOf(glyph, text.Shaped.Text));
            if (glyph.OffsetY != 0) Rise(0);
            owed = glyph.Advance - font.WidthOf(glyph) - glyph.OffsetX;
        }
        content.Add(">]TJ ET\n"u8);
        if (segment.Read is not null) content.Add("EMC\n"u8);
    }

    private void Rise(double rise) => content.Add(">]TJ "u8).Number(rise).Add("Ts[<"u8);

    private void Draw(SignPiece sign, double x, double baseline)
    {
        BeginArtifact();
        var height = sign.Style.Size * 0.66;
        for (var step = 0; step < 4; step++)
        {
            var left = x + sign.Lead + (step * (sign.StepWidth + sign.StepGap));
            if (step < sign.Level) FillHere(session.Left(left), session.Up(baseline), sign.StepWidth, height, sign.Style.Colour);
            else Outline(left + 0.35, baseline - height + 0.35, sign.StepWidth - 0.7, height - 0.7, 0.7, sign.Style.Colour);
        }
    }

    // Where the handles of a quarter of a circle stand as a Bézier curve, in radiuses.
    private const double QuarterCircle = 0.5523;

    private void Draw(PillMark pill, double top)
    {
        BeginArtifact();
        var (left, upper) = (session.Left(pill.X), session.Up(top + pill.Y));
        var radius = pill.Height / 2;
        var reach = radius * QuarterCircle;
        var (right, lower, middle) = (left + pill.Width, upper - pill.Height, upper - radius);
        content.Colour(pill.Colour, stroke: true).Number(0.7).Add("w "u8);
        content.Number(left + radius).Number(upper).Add("m "u8).Number(right - radius).Number(upper).Add("l "u8);
        Curve(right - radius + reach, upper, right, middle + reach, right, middle);
        Curve(right, middle - reach, right - radius + reach, lower, right - radius, lower);
        content.Number(left + radius).Number(lower).Add("l "u8);
        Curve(left + radius - reach, lower, left, middle - reach, left, middle);
        Curve(left, middle + reach, left + radius - reach, upper, left + radius, upper);
        content.Add("s\n"u8);
    }

    private void Curve(double x1, double y1, double x2, double y2, double x3, double y3) =>
        content.Number(x1).Number(y1).Number(x2).Number(y2).Number(x3).Number(y3).Add("c "u8);

    private void Draw(EvidenceMark sign, double top)
    {
        var half = sign.Size / 2;
        if (sign.Kind == EvidenceKind.Voice)
        {
            Fill(sign.X - half, top + sign.Y - half, sign.Size, sign.Size, session.Style.Colours.Sheet);
            Draw(new PillMark(sign.X - half + 0.5, sign.Y - half + 0.5, sign.Size - 1, sign.Size - 1, session.Style.Colours.Of(sign.Kind)), top);
            return;
        }
        BeginArtifact();
        var (x, y) = (session.Left(sign.X), session.Up(top + sign.Y));
        var points = sign.Kind switch
        {
            EvidenceKind.Print => (ReadOnlySpan<(double X, double Y)>)[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)],
            EvidenceKind.Measure => [(-0.9, 0.7), (0.1, 0.7), (1, 0), (0.1, -0.7), (-0.9, -0.7)],
            _ => [(0, 1), (1, 0), (0, -1), (-1, 0)],
        };
        content.Colour(session.Style.Colours.Of(sign.Kind), stroke: true).Number(1.1).Add("w "u8);
        Colour(session.Style.Colours.Sheet);
        for (var at = 0; at < points.Length; at++) content.Number(x + (points[at].X * half)).Number(y + (points[at].Y * half)).Add(at == 0 ? "m "u8 : "l "u8);
        content.Add("b\n"u8);
    }

    private void Fill(double x, double top, double width, double height, string colour)
    {
        BeginArtifact();
        FillHere(session.Left(x), session.Up(top + height), width, height, colour);
    }

    private void FillHere(double left, double lower, double width, double height, string colour)
    {
        Colour(colour);
        content.Number(left).Number(lower).Number(width).Number(height).Add("re f\n"u8);
    }

    private void Outline(double x, double top, double width, double height, double thickness, string colour) =>
        content.Colour(colour, stroke: true).Number(thickness).Add("w "u8)
            .Number(session.Left(x)).Number(session.Up(top + height)).Number(width).Number(height).Add("re S\n"u8);

    private void Colour(string colour)
    {
        if (fill == colour) return;
        content.Colour(colour);
        fill = colour;
    }

    private void Begin(StructureNode owner)
    {
        if (open == owner) return;
        Close();
        content.Add("/"u8).Add(owner.Tag).Add("<</MCID "u8).Number(owners.Count).Add(">>BDC\n"u8);
        owner.AddContent(page, owners.Count);
        owners.Add(owner);
        open = owner;
    }

    private void BeginArtifact()
    {
        if (inArtifact) return;
        Close();
        content.Add("/Artifact BMC\n"u8);
        inArtifact = true;
    }

    private void Close()
    {
        if (open is not null || inArtifact) content.Add("EMC\n"u8);
        open = null;
        inArtifact = false;
    }
}
