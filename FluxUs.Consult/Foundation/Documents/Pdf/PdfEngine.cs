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
    private const double LeastOnLastPage = 0.33;

    // What is longer is no fiche, and no reader counts its pages.
    private const int MostToSetAgain = 8;

    // The shares of the spaces that stay when a document is set once more, the mildest first.
    private static readonly double[] TighterSpaces = [0.85, 0.7, 0.55];

    public PdfReport Render(FicheDocument document, PageStyle style, Stream output, params ReadOnlySpan<Attachment> attachments)
    {
        var attached = attachments.ToArray();
        var (file, report) = Best(document, style, used =>
        {
            var set = new MemoryStream();
            return (set, Set(document, used, set, attached));
        });
        file.WriteTo(output);
        return report;
    }

    public PagePictures Draw(FicheDocument document, PageStyle style) => Best(document, style, used =>
    {
        var pictures = Pictures(document, used);
        return (pictures, pictures.Report);
    }).Made;

    /// <summary>
    /// What would end with a few lines on a page of their own, or run past page 1 with what should end there, is set once more, a little
    /// tighter, where that mends it.
    /// </summary>
    private static (T Made, PdfReport Report) Best<T>(FicheDocument document, PageStyle style, Func<PageStyle, (T Made, PdfReport Report)> set)
    {
        var best = set(style);
        var most = best.Report.Pages;
        foreach (var spaces in most <= MostToSetAgain ? TighterSpaces : [])
        {
            if (Faults(best.Report, document, style) == 0) break;
            var again = set(style.Tighter(spaces));
            if (again.Report.Pages <= most && Faults(again.Report, document, style) < Faults(best.Report, document, style)) best = again;
        }

        return best;
    }

    /// <summary>A first page that runs over is worse than a last one with little on it.</summary>
    private static int Faults(PdfReport report, FicheDocument document, PageStyle style) =>
        (document.FirstPageEnd is { } end && report.PageOfAnchor.GetValueOrDefault(end, 1) > 1 ? 2 : 0)
        + (report.Pages > 1 && report.RoomOfPage[^1] > style.TextHeight * (1 - LeastOnLastPage) ? 1 : 0);

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
