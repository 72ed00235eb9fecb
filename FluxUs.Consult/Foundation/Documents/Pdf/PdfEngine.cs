using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

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

    public PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Attachment> attachments)
    {
        using var first = new MemoryStream();
        var report = Set(document, style, first, attachments);
        if (IsWorthSettingAgain(report, style))
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

    public PagePictures Draw(FicheDocument document, PageStyle style)
    {
        var first = Pictures(document, style);
        return IsWorthSettingAgain(first.Report, style) && Pictures(document, style.Tightened) is var again && again.Report.Pages < first.Report.Pages ? again : first;
    }

    /// <summary>What would end with a few lines on a page of their own is set once more, a little tighter, where that saves the page.</summary>
    private static bool IsWorthSettingAgain(PdfReport report, PageStyle style) =>
        report.Pages is > 1 and <= MostToSetAgain && report.RoomOfPage[^1] > style.TextHeight * (1 - LeastOnLastPage);

    private static PagePictures Pictures(FicheDocument document, PageStyle style)
    {
        var setter = new Typesetter(document.Details, style);
        var (pages, place) = (0, "");
        var drawn = setter.Lay(setter.Compose(document, StructureNode.Document(), ""), () => new SvgPen(setter, pages++, place), pen =>
        {
            var strips = pen.Finish();
            place = pen.Place;
            return strips;
        });
        var pictures = drawn.Select((strips, at) =>
        {
            var foot = new SvgPen(setter, at, "");
            setter.DrawFoot(foot, document.Details.Footer, at + 1, pages);
            return new PagePicture(style.Width, style.Height, strips, foot.FinishFoot());
        });
        return new([.. pictures], setter.Report(Enumerable.Range(0, pages).ToDictionary(at => at)));
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
