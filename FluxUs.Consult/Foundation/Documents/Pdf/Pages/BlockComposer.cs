using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;
using FluxUs.Consult.Foundation.Documents.Pictures;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>
/// Turns the blocks of one document into slabs, one block after the other, and grows the structure tree in the same
/// order. Blocks of a fiche, tables and figures have composers of their own.
/// </summary>
internal sealed class BlockComposer
{
    private const double ListIndent = 16;

    private readonly Typography type;
    private readonly RunningText text;
    private readonly PlaceNames places;
    private readonly double pageHeight;
    private readonly HeadingLevels levels;
    private readonly FicheComposer fiche;
    private readonly TableComposer tables;
    private Block? previous;

    public BlockComposer(Typography type, PlaceNames places, double pageHeight, HeadingLevels levels, string confidence = "")
    {
        this.type = type;
        this.places = places;
        this.pageHeight = pageHeight;
        this.levels = levels;
        text = new(type, places, confidence);
        fiche = new(this, type, text, places);
        tables = new(type, text, pageHeight);
    }

    /// <summary>A whole document; each heading of level 1 or 2 begins a section of the structure.</summary>
    public IEnumerable<Slab> Document(ImmutableArray<Block> blocks, Frame frame)
    {
        for (var at = 0; at < blocks.Length;)
        {
            var end = at + 1;
            while (end < blocks.Length && !Begins(blocks[end])) end++;
            var isSection = Begins(blocks[at]);
            var slabs = Section(blocks, at, end, isSection ? frame.Within(new StructureNode("Sect", frame.Node)) : frame);
            foreach (var slab in isSection ? Keeping.Short(slabs, pageHeight * Keeping.ShortShare) : slabs) yield return slab;
            at = end;
        }

        static bool Begins(Block block) => block is HeadingBlock { Level: <= 2 };
    }

    private IEnumerable<Slab> Section(ImmutableArray<Block> blocks, int start, int end, Frame frame)
    {
        for (var at = start; at < end;)
        {
            var next = at + 1;
            while (next < end && blocks[next] is not HeadingBlock) next++;
            var slabs = Parts(blocks, at, next, frame);
            foreach (var slab in blocks[at] is HeadingBlock { Level: 3 } ? Keeping.Short(slabs, pageHeight * Keeping.ShortShare) : slabs) yield return slab;
            at = next;
        }
    }

    private IEnumerable<Slab> Parts(ImmutableArray<Block> blocks, int start, int end, Frame frame)
    {
        for (var at = start; at < end; at++)
        {
            var leads = Keeping.LeadsToFigure(blocks, at);
            foreach (var slab in Compose(blocks[at], frame)) yield return leads ? Kept(slab) : slab;
            previous = blocks[at];
        }
    }

    public IEnumerable<Slab> Compose(ImmutableArray<Block> blocks, Frame frame) => blocks.SelectMany(block => Compose(block, frame));

    /// <summary>A heading in its style, with its bookmark.</summary>
    public List<Slab> Heading(int level, IReadOnlyList<Piece> pieces, string title, TextStyle style, Frame frame, double before)
    {
        var slabs = frame.Text(pieces, style, before).KeptNext();
        if (slabs.Count > 0) slabs[0].Bookmark = (level, title);
        return slabs;
    }

    public StructureNode HeadingNode(int level, StructureNode parent, out int closed)
    {
        closed = levels.Next(level);
        return new("H" + closed.ToString(CultureInfo.InvariantCulture), parent);
    }

    private IEnumerable<Slab> Compose(Block block, Frame frame)
    {
        if (block.Anchor is not { } anchor)
        {
            foreach (var slab in ComposeAny(block, frame)) yield return slab;
            yield break;
        }
        Slab? last = null;
        foreach (var slab in ComposeAny(block, frame))
        {
            if (last is null) slab.Places.Add(places.NameOf(anchor));
            else yield return last;
            last = slab;
        }
        if (last is null) yield break;
        last.Ends.Add(anchor);
        yield return last;
    }

    private IEnumerable<Slab> ComposeAny(Block block, Frame frame) => block switch
    {
        BandBlock band => fiche.Band(band, frame),
        HeadBlock head => fiche.Head(head, frame),
        MessagesBlock messages => fiche.Messages(messages, frame),
        RecommendationBlock recommendation => fiche.Recommendation(recommendation, frame, previous is RecommendationBlock),
        GridBlock grid => fiche.Grid(grid.Pairs, frame, 6),
        EvidenceBlock evidence => fiche.Evidence(evidence.Entries, frame),
        HeadingBlock heading when PlainText.IsBlank(heading.Inlines) && heading.Basis.IsEmpty => [],
        HeadingBlock heading => Heading(heading, frame),
        ParagraphBlock paragraph => Paragraph(paragraph, frame),
        ListBlock list => List(list, frame),
        TableBlock table => tables.Compose(table, frame),
        FigureBlock figure => Figure(figure, frame),
        CalloutBlock callout => Callout(callout, frame),
        QuotationBlock quotation => Quotation(quotation, frame),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private IEnumerable<Slab> Heading(HeadingBlock heading, Frame frame)
    {
        var node = HeadingNode(heading.Level, frame.Node, out var level);
        var style = heading.Level switch { 1 => type.Title, 2 => type.Section, _ => type.Subsection };
        var pieces = text.Of(heading.Inlines, style, node, frame.Language, heading.Basis);
        if (heading.Level == 2)
        {
            var rule = frame.Strip(7, 16);
            rule.Marks.Add(new BoxMark(frame.X, 0, frame.Width, 1.4, type.Colours.Ink));
            rule.KeepNext = true;
            rule.LeastRoom = (heading.LeastShare ?? 0) * pageHeight;
            yield return rule;
        }
        var before = heading.Level switch { 1 => 14, 2 => 0, _ => 12 };
        foreach (var slab in Heading(level, pieces, PlainText.Of(heading.Inlines), style, frame, before)) yield return slab;
        if (heading.Level == 2) yield return Kept(frame.Strip(3));
    }

    private static Slab Kept(Slab slab)
    {
        slab.KeepNext = true;
        return slab;
    }

    private List<Slab> Paragraph(ParagraphBlock paragraph, Frame frame)
    {
        var (style, before) = paragraph.Role switch
        {
            ParagraphRole.Lead => (type.Lead, 10.0),
            ParagraphRole.Small => (type.Small, 5.0),
            _ => (frame.Prose, 6.0),
        };
        var node = new StructureNode("P", frame.Node);
        return frame.Text(text.Of(paragraph.Inlines, style, node, frame.Language, paragraph.Basis), style, before);
    }

    private IEnumerable<Slab> List(ListBlock list, Frame frame)
    {
        var node = new StructureNode("L", frame.Node) { Attributes = ListNumbering(list.Ordered) };
        var number = list.Start;
        // One entry alone under a heading at the foot of a page would look like the whole list.
        var leads = previous is HeadingBlock && list.Entries.Length > 1;
        foreach (var entry in list.Entries)
        {
            var marker = list.Ordered ? number.ToString(CultureInfo.InvariantCulture) + "." : "•";
            foreach (var slab in Entry(marker, 3, node, frame, body => Compose(entry.Blocks, body))) yield return leads ? Kept(slab) : slab;
            leads = false;
            number++;
        }
    }

    public static string ListNumbering(bool ordered) => $"<</O/List/ListNumbering/{(ordered ? "Decimal" : "Disc")}>>";

    /// <summary>One entry of a list: its marker beside the first line of its content.</summary>
    public IEnumerable<Slab> Entry(string marker, double before, StructureNode list, Frame frame, Func<Frame, IEnumerable<Slab>> content)
    {
        var entry = new StructureNode("LI", list);
        var label = new StructureNode("Lbl", entry);
        var indented = frame.Indented(ListIndent);
        var first = true;
        foreach (var slab in content(indented.Within(new StructureNode("LBody", entry))))
        {
            if (first)
            {
                slab.Before = before;
                var line = LineBreaker.Break(text.Of(marker, frame.Prose, label, frame.Language), double.MaxValue)[0];
                slab.Marks.Insert(0, new LineMark(line, frame.X + Math.Max(0, ListIndent - 5 - line.Width), slab.Baseline > 0 ? slab.Baseline : frame.Prose.Baseline));
                first = false;
            }
            yield return slab;
        }
    }

    private IEnumerable<Slab> Figure(FigureBlock figure, Frame frame)
    {
        if (figure.Drawing is { } drawing)
        {
            var node = FigureNode(figure, frame);
            var scale = Math.Min(0.8, Math.Min(frame.Width / drawing.Width, (pageHeight * 0.9) / drawing.Height));
            // However tight the page, a drawing never touches the text above it.
            var slab = frame.Strip(drawing.Height * scale, Math.Max(8, 6 / frame.Prose.Spacing));
            slab.Marks.Add(new DrawingMark(drawing, frame.X, 0, scale, node));
            if (HasCaptionBeside(figure, slab, drawing.Width * scale, frame))
            {
                yield return slab;
                yield break;
            }
            slab.KeepNext = !figure.Caption.IsEmpty;
            yield return slab;
        }
        else if (figure.Picture is { } picture && PictureHead.Of(picture.Content.Span) is { } head)
        {
            var node = FigureNode(figure, frame);
            // A pixel of screen is 0.75 points; larger pictures fill the column.
            var scale = Math.Min(0.75, Math.Min(frame.Width / head.Width, (pageHeight * 0.6) / head.Height));
            var slab = frame.Strip(head.Height * scale, 9);
            slab.Marks.Add(new PictureMark(picture.Content, frame.X, head.Width * scale, head.Height * scale, node));
            slab.KeepNext = !figure.Caption.IsEmpty;
            yield return slab;
        }
        if (!figure.Caption.IsEmpty)
        {
            var node = new StructureNode("P", frame.Node);
            foreach (var slab in frame.Text(text.Of(figure.Caption, type.Small, node, frame.Language, figure.Basis), type.Small, 4)) yield return slab;
        }
        if (figure is { Drawing: null, Picture: null, Twin: { } twin })
            foreach (var slab in tables.Compose(twin, frame)) yield return slab;
    }

    /// <summary>
    /// The element of a figure with what it says: its alternative, else its caption, else the words drawn in it. One that says
    /// nothing has none (ISO 14289-1, 7.3).
    /// </summary>
    private static StructureNode? FigureNode(FigureBlock figure, Frame frame)
    {
        string[] said = [figure.Alternative, PlainText.Of(figure.Caption), string.Join(", ", figure.Drawing?.Shapes.OfType<Caption>().Select(caption => caption.Text) ?? [])];
        return Array.Find(said, words => !PlainText.IsBlank(words)) is { } alternative ? new StructureNode("Figure", frame.Node) { Alternative = WithNumbers(alternative, figure.Twin, frame.Language) } : null;
    }

    /// <summary>An alternative that leaves out what the drawing counts goes on with the rows of its table, which paper does not show.</summary>
    private static string WithNumbers(string alternative, TableBlock? table, string language)
    {
        if (table is null || table.Rows.All(row => alternative.Contains(PlainText.Of(row.Cells[0].Inlines), StringComparison.Ordinal))) return alternative;
        var heads = table.Columns.Select(column => PlainText.Of(column.Head.Inlines)).ToList();
        var rows = table.Rows.Select(row => string.Join(", ", row.Cells.Select((cell, at) => (at == 0 ? "" : heads[at] + " ") + PlainText.Of(cell.Inlines))));
        return PrintableText.Of($"{alternative.TrimEnd('.')}. {string.Join("; ", rows)}.", language);
    }

    /// <summary>Puts the caption of a small drawing, such as a code to be scanned, beside it where it is no higher.</summary>
    private bool HasCaptionBeside(FigureBlock figure, Slab slab, double width, Frame frame)
    {
        const double gap = 12;
        if (figure.Caption.IsEmpty || width > frame.Width / 4) return false;
        // Measured aside first: a caption that does not fit has its element after the figure.
        if (Lines(StructureNode.Document()).Count * type.Small.LineHeight > slab.Height) return false;
        var lines = Lines(new StructureNode("P", frame.Node));
        var top = (slab.Height - (lines.Count * type.Small.LineHeight)) / 2;
        for (var at = 0; at < lines.Count; at++) slab.Marks.Add(new LineMark(lines[at], frame.X + width + gap, top + (at * type.Small.LineHeight) + type.Small.Baseline));
        return true;

        List<Line> Lines(StructureNode node) => LineBreaker.Break(text.Of(figure.Caption, type.Small, node, frame.Language, figure.Basis), frame.Width - width - gap);
    }

    private IEnumerable<Slab> Callout(CalloutBlock callout, Frame frame)
    {
        var colours = type.Colours;
        var wash = callout.Tone switch { CalloutTone.Warning => colours.WarningWash, CalloutTone.Good => colours.GoodWash, _ => colours.NoteWash };
        var node = new StructureNode("Div", frame.Node);
        var inner = frame.Behind(new(frame.X, frame.Width, wash)).Indented(10).Within(node) with { Prose = type.Mark with { Leading = 1.4 } };
        inner = inner with { Width = Math.Max(inner.Width - 10, 1) };
        yield return Kept(inner.Strip(7, 10));
        if (callout.Title.Length > 0)
        {
            var title = new StructureNode("P", node);
            foreach (var slab in inner.Text(text.Of(callout.Title, type.Value, title, frame.Language), type.Value, 0).KeptNext()) yield return slab;
        }
        foreach (var slab in WithEnd(Compose(callout.Blocks, inner), inner.Strip(7))) yield return slab;
    }

    private IEnumerable<Slab> Quotation(QuotationBlock quotation, Frame frame)
    {
        var language = LanguageTag.OrNull(quotation.Language);
        var node = new StructureNode("BlockQuote", frame.Node) { Language = language };
        var bar = new Backdrop(frame.X, 2.2, type.Colours.Of(quotation.Voice));
        var inner = frame.Behind(bar).Indented(12).Within(node) with { Language = language ?? frame.Language };
        yield return Kept(inner.Strip(1, 10));
        var words = Compose(quotation.Blocks, inner);
        if (!quotation.SourceLine.IsEmpty || !quotation.Basis.IsDefaultOrEmpty)
        {
            foreach (var slab in KeepLast(words)) yield return slab;
            // Who says it is told in the language of the document.
            var line = new StructureNode("P", node) { Language = language is null ? null : frame.Language };
            words = inner.Text(text.Of(quotation.SourceLine, type.Small, line, frame.Language, quotation.Basis), type.Small, 2, whole: true);
        }
        foreach (var slab in WithEnd(words, inner.Strip(2))) yield return slab;
    }

    /// <summary>The slabs, the last of them kept with what follows.</summary>
    private static IEnumerable<Slab> KeepLast(IEnumerable<Slab> slabs)
    {
        Slab? last = null;
        foreach (var slab in slabs)
        {
            if (last is not null) yield return last;
            last = slab;
        }
        if (last is not null) yield return Kept(last);
    }

    private static IEnumerable<Slab> WithEnd(IEnumerable<Slab> slabs, Slab end) => KeepLast(slabs).Append(end);
}
