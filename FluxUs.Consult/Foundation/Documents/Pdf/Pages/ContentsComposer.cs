using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;
using FluxUs.Consult.Foundation.Documents.Pictures;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>A chapter in a table of contents: its title, its named place and the number of its first page.</summary>
internal sealed record ContentsEntry(string Title, string Place, int Page, string Language)
{
    /// <summary>What the chapter says in one sentence, empty where it says none.</summary>
    public string Sentence { get; init; } = "";
}

/// <summary>Sets the cover of a pack and its table of contents.</summary>
internal sealed class ContentsComposer(BlockComposer blocks, Typography type, RunningText text)
{
    private const double NumberWidth = 30;

    public IEnumerable<Slab> Cover(PackFront pack, Frame frame)
    {
        const double logoHeight = 150, inset = 22;
        var colours = type.Colours;
        var top = frame.Strip(logoHeight);
        top.KeepNext = true;
        if (pack.Logo is { } logo && PictureHead.Of(logo.Picture.Content.Span) is { } head)
        {
            var (width, height) = FicheComposer.FittedLogo(head, 220, 90);
            top.Marks.Add(new PictureMark(logo.Picture.Content, frame.X, width, height, new StructureNode("Figure", frame.Node) { Alternative = logo.Alternative }));
        }
        yield return top;
        var panel = frame.Behind(new(frame.X, frame.Width, colours.Brand)).Indented(inset);
        panel = panel with { Width = panel.Width - inset };
        var style = type.Title with { Size = type.Title.Size * 1.45, Colour = colours.Sheet };
        var node = blocks.HeadingNode(1, frame.Node, out var level);
        List<Slab> title =
        [
            panel.Strip(48), .. blocks.Heading(level, text.Of(pack.Details.Title, style, node, frame.Language), pack.Details.Title, style, panel, 0), panel.Strip(30),
        ];
        foreach (var slab in title.KeptNext()) yield return slab;
        yield return frame.Strip(18);
        foreach (var slab in blocks.Compose(pack.Cover, frame)) yield return slab;
    }

    /// <summary>For each chapter a link on its title, the page number at the end of the line, and below it what the chapter says in one sentence.</summary>
    public IEnumerable<Slab> Contents(string title, IEnumerable<ContentsEntry> entries, Frame frame)
    {
        if (title.Length > 0)
        {
            var heading = blocks.HeadingNode(1, frame.Node, out var level);
            foreach (var slab in blocks.Heading(level, text.Of(title, type.Title, heading, frame.Language), title, type.Title, frame, 0)) yield return slab;
            yield return frame.Strip(4);
        }
        var list = new StructureNode("TOC", frame.Node);
        var narrow = frame with { Width = frame.Width - NumberWidth };
        foreach (var entry in entries)
        {
            var item = new StructureNode("TOCI", list);
            var reference = new StructureNode("Reference", item);
            var number = FormattableString.Invariant($"{entry.Page}");
            var target = new LinkTarget(entry.Place, true, $"{entry.Title}, {number}");
            var link = new StructureNode("Link", reference) { Language = entry.Language == frame.Language ? null : entry.Language };
            var style = frame.Prose with { Strong = true, Hyphenated = false };
            var slabs = narrow.Text(Linked(text.Of(entry.Title + " ", style, link, entry.Language), target), style, 10, whole: true);
            var page = LineBreaker.Break(text.Of(number, type.Value, link, frame.Language), double.MaxValue)[0];
            slabs[^1].Marks.Add(new LineMark(page, frame.X + frame.Width - page.Width, slabs[^1].Baseline));
            if (entry.Sentence.Length > 0)
            {
                var said = new StructureNode("P", item) { Language = link.Language };
                slabs.AddRange(narrow.Text(text.Of(entry.Sentence, type.Small, said, entry.Language), type.Small, 1, whole: true));
            }
            slabs[^1].Marks.Add(new BoxMark(frame.X, slabs[^1].Height + 4, frame.Width, 0.5, type.Colours.Line));
            foreach (var slab in slabs.KeptTogether()) yield return slab;
        }
    }

    private static List<Piece> Linked(List<Piece> pieces, LinkTarget target) =>
        pieces.ConvertAll(piece => piece is TextPiece words ? words with { Link = target } : piece);
}
