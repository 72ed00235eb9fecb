using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>
/// Writes a page into the file. All that has a meaning is marked as content of its element, all else as an artifact
/// (ISO 32000-1, 14.6 to 14.8).
/// </summary>
internal sealed class PdfPen(PdfSession session, int page, int structureKey) : IPen
{
    private readonly ContentStream content = new();
    private StructureNode? open;
    private bool inArtifact;
    private string fill = "";

    public int Page => page;

    /// <summary>The key under which the page finds the owners of its content.</summary>
    public int StructureKey => structureKey;

    /// <summary>Who owns what was drawn, in the order of its marks.</summary>
    public List<StructureNode> Owners { get; } = [];

    public List<int> Annotations { get; } = [];

    /// <summary>What was drawn; the pen ends with it.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        Close();
        return content.Bytes;
    }

    public void Strip(IReadOnlyList<string> places, double top, double bottom) { }

    public void Begin(StructureNode owner)
    {
        if (open == owner) return;
        Close();
        content.Add("/"u8).Add(owner.Tag).Add("<</MCID "u8).Number(Owners.Count).Add(">>BDC\n"u8);
        owner.AddContent(page, Owners.Count);
        Owners.Add(owner);
        open = owner;
    }

    public void BeginArtifact()
    {
        if (inArtifact) return;
        Close();
        content.Add("/Artifact BMC\n"u8);
        inArtifact = true;
    }

    public void BeginFooter()
    {
        if (inArtifact) return;
        Close();
        content.Add("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"u8);
        inArtifact = true;
    }

    private void Close()
    {
        if (open is not null || inArtifact) content.Add("EMC\n"u8);
        open = null;
        inArtifact = false;
    }

    public void Fill(string colour)
    {
        if (fill == colour) return;
        content.Colour(colour);
        fill = colour;
    }

    public void Stroke(string colour, double thickness) => content.Colour(colour, stroke: true).Number(thickness).Add("w "u8);

    public void Bar(double left, double lower, double width, double height) =>
        content.Number(left).Number(lower).Number(width).Number(height).Add("re f\n"u8);

    public void Outline(double left, double lower, double width, double height) =>
        content.Number(left).Number(lower).Number(width).Number(height).Add("re S\n"u8);

    public void Move(double x, double y) => content.Number(x).Number(y).Add("m "u8);

    public void Line(double x, double y) => content.Number(x).Number(y).Add("l "u8);

    public void Curve(double x1, double y1, double x2, double y2, double x, double y) =>
        content.Number(x1).Number(y1).Number(x2).Number(y2).Number(x).Number(y).Add("c "u8);

    public void Paint(PathPaint paint) => content.Add(paint switch
    {
        PathPaint.Fill => "f\n"u8,
        PathPaint.Stroke => "S\n"u8,
        PathPaint.Outline => "s\n"u8,
        _ => "b\n"u8,
    });

    public void Show(TextPiece text, Segment segment, double x, double y)
    {
        var font = session.Font(text.Shaped.Typeface);
        Fill(text.Style.Colour);
        // A parted word is read as one (ISO 32000-1, 14.9.4).
        if (segment.Read is { } read) content.Add("/Span<</ActualText"u8).Add(PdfText.String(read)).Add(">>BDC\n"u8);
        content.Add("BT/"u8).Add(font.Resource).Add(" "u8).Number(text.Style.Size).Add("Tf 1 0 0 1 "u8).Number(x).Number(y).Add("Tm[<"u8);
        // What the pen owes, in thousandths of the em: the difference of a glyph's advance here to its own width.
        var owed = 0;
        for (var at = segment.First; at < segment.End; at++)
        {
            var glyph = text.Shaped.Glyphs[at];
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

    public void Link(StructureNode link, LinkTarget target, double left, double lower, double right, double upper) =>
        Annotations.Add(session.WriteLink(page, link, target, [left, lower, right, upper]));

    public void Picture(ReadOnlyMemory<byte> content, double left, double lower, double width, double height)
    {
        if (session.Picture(content) is not { } name) return;
        this.content.Add("q "u8).Number(width).Add("0 0 "u8).Number(height).Number(left).Number(lower).Add("cm/"u8).Add(name).Add(" Do Q\n"u8);
    }
}
