namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>
/// Our own engine: HarfBuzz shapes the text, we break lines, fill pages, tag what is on them and write the file. It
/// keeps nothing between two documents but the typefaces.
/// </summary>
public sealed class PdfEngine : IPdfEngine
{
    // A last page with less on it than this share is not worth a sheet.
    private const double LeastOnLastPage = 0.25;

    // What is longer is no fiche, and no reader counts its pages.
    private const int MostToSetAgain = 8;

    /// <summary>What would end with a few lines on a page of their own is set once more, a little tighter, where that saves the page.</summary>
    public PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Attachment> attachments)
    {
        using var first = new MemoryStream();
        var report = Set(document, style, first, attachments);
        if (report.Pages is > 1 and <= MostToSetAgain && report.RoomOfPage[^1] > style.TextHeight * (1 - LeastOnLastPage))
        {
            using var tighter = new MemoryStream();
            var again = Set(document, style.Tightened, tighter, attachments);
            if (again.Pages < report.Pages)
            {
                tighter.WriteTo(output);
                return again;
            }
        }

        first.WriteTo(output);
        return report;
    }

    private static PdfReport Set(FicheDocument document, PageStyle style, Stream output, ReadOnlySpan<Attachment> attachments)
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
