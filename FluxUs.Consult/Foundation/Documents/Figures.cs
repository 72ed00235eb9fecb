using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>
/// A picture, what it says for those who do not see it, and the same as a table. Without a drawing the table is shown.
/// </summary>
public sealed record FigureBlock(string Alternative, Drawing? Drawing) : Block
{
    /// <summary>How the same is drawn on screens; null where the drawing serves there as it is.</summary>
    public ScreenDrawings? OnScreen { get; init; }

    public ImmutableArray<Inline> Caption { get; init; } = [];

    public TableBlock? Twin { get; init; }

    /// <summary>Shown where there is no drawing.</summary>
    public Picture? Picture { get; init; }
}

/// <summary>
/// Drawings for screens, whose text must be as large as the text around it: for a column of a page, where it is another than on
/// paper, and for one as narrow as a telephone.
/// </summary>
public sealed record ScreenDrawings(Drawing? Wide, Drawing Narrow);

/// <summary>
/// A photograph or another picture made of pixels: the content of a PNG or JPEG file, and its address on this site for
/// the page on screen. What cannot be read is left out, and its words stay.
/// </summary>
public sealed record Picture(ReadOnlyMemory<byte> Content, string Address = "");

/// <summary>
/// Shapes on a plane of <paramref name="Width"/> by <paramref name="Height"/> units, the origin at the upper left, drawn in order.
/// </summary>
public sealed record Drawing(double Width, double Height, ImmutableArray<Shape> Shapes);

/// <summary>What a colour is for; the page style and the theme say which colour it is.</summary>
public enum Tint { Ink, Soft, Line, Sheet, Brand, Voice, Print, Claim, Measure, Lever, Barrier, Pale, Mid }

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Bar), "bar")]
[JsonDerivedType(typeof(Stroke), "stroke")]
[JsonDerivedType(typeof(Dot), "dot")]
[JsonDerivedType(typeof(Area), "area")]
[JsonDerivedType(typeof(Caption), "caption")]
public abstract record Shape(Tint Tint);

public sealed record Bar(double X, double Y, double Width, double Height, Tint Tint) : Shape(Tint);

public sealed record Stroke(double X1, double Y1, double X2, double Y2, double Thickness, Tint Tint) : Shape(Tint);

/// <summary>A round sign. A hollow one is a ring, the sheet showing through it.</summary>
public sealed record Dot(double X, double Y, double Radius, Tint Tint, bool Hollow = false) : Shape(Tint);

/// <summary>A shape with corners. A hollow one is its outline, the sheet showing through it.</summary>
public sealed record Area(ImmutableArray<Corner> Corners, Tint Tint, bool Hollow = false) : Shape(Tint);

public readonly record struct Corner(double X, double Y);

/// <summary>Words in a drawing; <paramref name="Y"/> is their baseline, <paramref name="X"/> what they are aligned to.</summary>
public sealed record Caption(double X, double Y, string Text, double Size, Tint Tint, ColumnAlignment Alignment = ColumnAlignment.Start, bool Strong = false) : Shape(Tint);
