using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FluxUs.Consult.Foundation.Documents.Pictures;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>Puts pictures into the text, each with its words for those who do not see it.</summary>
internal sealed class DocxPictures(MainDocumentPart main, PageStyle style, Func<uint> number)
{
    // English Metric Units (ECMA-376, part 1, 20.1.2.1).
    private const double UnitsPerPoint = 12_700;

    /// <summary>The picture as wide as the text at most, null where it cannot be read.</summary>
    public W.Run? Of(Picture picture, string alternative) => Of(picture, alternative, style.TextWidth, style.TextHeight * 0.6);

    /// <summary>The picture within a width and a height in points.</summary>
    public W.Run? Of(Picture picture, string alternative, double widest, double highest)
    {
        if (PictureHead.Of(picture.Content.Span) is not { } head) return null;
        var own = number();
        var id = FormattableString.Invariant($"picture{own}");
        var part = main.AddImagePart(head.Kind == PictureKind.Png ? ImagePartType.Png : ImagePartType.Jpeg, id);
        using (var content = part.GetStream(FileMode.Create)) content.Write(picture.Content.Span);
        var scale = Math.Min(0.75, Math.Min(widest / head.Width, highest / head.Height)) * UnitsPerPoint;
        var (width, height) = ((long)(head.Width * scale), (long)(head.Height * scale));

        var shape = new P.Picture(
            new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = own, Name = id }, new P.NonVisualPictureDrawingProperties()),
            new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new P.ShapeProperties(new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        var inline = new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties { Id = own, Name = id, Description = alternative },
            new A.Graphic(new A.GraphicData(shape) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new W.Run(new W.Drawing(inline));
    }
}
