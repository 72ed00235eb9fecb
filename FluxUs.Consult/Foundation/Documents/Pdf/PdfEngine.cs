using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>
/// Our own engine: HarfBuzz shapes the text, we break lines, fill pages, tag what is on them and write the file. It
/// keeps nothing between two documents but the typefaces.
/// </summary>
public sealed class PdfEngine : IPdfEngine
{
    public PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Attachment> attachments)
    {
        var fitted = FittedDocument.Of(document, style, StructureNode.Document);
        var session = new PdfSession(document.Details, fitted.Style, output, fitted.Node);
        return session.Finish(session.Lay(fitted.Slabs, fitted.Style, document.Details.Footer), attachments) with { Over = fitted.Over };
    }

    public PagePictures Draw(FicheDocument document, PageStyle style)
    {
        var fitted = FittedDocument.Of(document, style, StructureNode.Document);
        var setter = new Typesetter(document.Details, fitted.Style);
        var (pages, place) = (0, "");
        var drawn = setter.Lay(fitted.Slabs, () => new SvgPen(setter, pages++, place), pen =>
        {
            var strips = pen.Finish();
            place = pen.Place;
            return strips;
        });
        var pictures = drawn.Select((strips, at) =>
        {
            var foot = new SvgPen(setter, at, "");
            setter.DrawFoot(foot, document.Details.Footer, at + 1, pages);
            return new PagePicture(fitted.Style.Width, fitted.Style.Height, strips, foot.FinishFoot());
        });
        return new([.. pictures], setter.Report(Enumerable.Range(0, pages).ToDictionary(at => at)) with { Over = fitted.Over });
    }

    public PdfReport Render(PackDocument pack, PageStyle style, Stream output)
    {
        var writer = Begin(pack.Front, style, output);
        foreach (var chapter in pack.Chapters) writer.Add(chapter);
        return writer.Finish();
    }

    public IPackWriter Begin(PackFront front, PageStyle style, Stream output) => new PackWriter(front, style, output);
}
