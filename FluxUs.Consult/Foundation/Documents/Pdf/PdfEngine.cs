namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>
/// Our own engine: HarfBuzz shapes the text, we break lines, fill pages, tag what is on them and write the file. It
/// keeps nothing between two documents but the typefaces.
/// </summary>
public sealed class PdfEngine : IPdfEngine
{
    public PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Attachment> attachments)
    {
        var session = new PdfSession(document.Details, style, output);
        var pages = PackWriter.LayDocument(session, document, session.Root, "");
        return session.Finish(pages, attachments);
    }

    public PdfReport Render(PackDocument pack, PageStyle style, Stream output)
    {
        var writer = Begin(pack.Front, style, output);
        foreach (var chapter in pack.Chapters) writer.Add(chapter);
        return writer.Finish();
    }

    public IPackWriter Begin(PackFront front, PageStyle style, Stream output) => new PackWriter(front, style, output);
}
