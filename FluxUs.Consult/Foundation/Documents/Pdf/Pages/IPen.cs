using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>How a path is put on the page.</summary>
internal enum PathPaint
{
    Fill,
    Stroke,
    /// <summary>Closed, its outline drawn.</summary>
    Outline,
    /// <summary>Closed, filled, its outline drawn.</summary>
    FillAndOutline,
}

/// <summary>
/// What one page is drawn with: into a file, or as a picture. Points count from the left and lower edges of the page;
/// colours are <c>#rrggbb</c>.
/// </summary>
internal interface IPen
{
    /// <summary>Tells its page from the others of the document.</summary>
    int Page { get; }

    /// <summary>A strip of the page follows, from one height down to another, where these named places begin.</summary>
    void Strip(IReadOnlyList<string> places, double top, double bottom);

    /// <summary>What follows is content of an element.</summary>
    void Begin(StructureNode owner);

    /// <summary>What follows has no meaning of its own.</summary>
    void BeginArtifact();

    /// <summary>What follows stands at the foot of the page.</summary>
    void BeginFooter();

    /// <summary>The colour of what is filled from now on.</summary>
    void Fill(string colour);

    /// <summary>The colour and thickness of what is outlined from now on.</summary>
    void Stroke(string colour, double thickness);

    /// <summary>A filled rectangle.</summary>
    void Bar(double left, double lower, double width, double height);

    /// <summary>The outline of a rectangle.</summary>
    void Outline(double left, double lower, double width, double height);

    void Move(double x, double y);

    void Line(double x, double y);

    /// <summary>A Bézier curve with its two handles.</summary>
    void Curve(double x1, double y1, double x2, double y2, double x, double y);

    /// <summary>Ends the path.</summary>
    void Paint(PathPaint paint);

    /// <summary>Words from <paramref name="x"/> on the baseline <paramref name="y"/>.</summary>
    void Show(TextPiece text, Segment segment, double x, double y);

    /// <summary>A link over words that were shown.</summary>
    void Link(StructureNode link, LinkTarget target, double left, double lower, double right, double upper);

    /// <summary>A picture made of pixels; one that cannot be read leaves its place empty.</summary>
    void Picture(ReadOnlyMemory<byte> content, double left, double lower, double width, double height);
}
