using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;
using FluxUs.Consult.Foundation.Documents.Pictures;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>Sets the blocks that make a fiche: its head, its messages, its recommendations and what they rest on.</summary>
internal sealed class FicheComposer(BlockComposer blocks, Typography type, RunningText text, PlaceNames places)
{
    // Labels that follow no numbering (ISO 32000-1, 14.8.5.5).
    private const string NoNumbering = "<</O/List/ListNumbering/None>>";

    private const int GridColumns = 4;
    private const double GridGap = 10;
    private const double NumberIndent = 20;
    private const double EvidenceIndent = 18;
    private const double SignSize = 7;
    private const double MarkGap = 18;

    /// <summary>
    /// The name of the study on a band of colour, its logo before it. The logo is a figure with its words, for it may bear another
    /// name than the band does; the colour behind the name means nothing.
    /// </summary>
    public IEnumerable<Slab> Band(BandBlock band, Frame frame)
    {
        const double gap = 10, inset = 8;
        var style = type.Value with { Colour = type.Colours.Sheet };
        var size = band.Logo is { } logo && PictureHead.Of(logo.Picture.Content.Span) is { } head ? FittedLogo(head, 110, 27) : default;
        var left = size.Width > 0 ? size.Width + gap : 0;
        var mark = size.Width > 0 && !PlainText.IsBlank(band.Logo!.Alternative) ? new StructureNode("Figure", frame.Node) { Alternative = band.Logo.Alternative } : null;
        var lines = LineBreaker.Break(text.Of(band.Name, style, new StructureNode("P", frame.Node), frame.Language), frame.Width - left - (2 * inset));
        var high = Math.Max(size.Height, (lines.Count * style.LineHeight) + 6);
        var slab = frame.Strip(high + 9);
        if (size.Width > 0) slab.Marks.Add(new PictureMark(band.Logo!.Picture.Content, frame.X, size.Width, size.Height, mark));
        slab.Marks.Add(new BoxMark(frame.X + left, 0, frame.Width - left, high, type.Colours.Brand));
        AddLines(slab, lines, 0, lines.Count, frame.X + left + inset, (high - (lines.Count * style.LineHeight)) / 2, style);
        slab.KeepNext = true;
        yield return slab;
    }

    /// <summary>How large a logo is printed, in points: within a width and a height, a pixel no larger than one of a screen.</summary>
    public static (double Width, double Height) FittedLogo(PictureHead head, double width, double height)
    {
        var scale = Math.Min(0.75, Math.Min(width / head.Width, height / head.Height));
        return (head.Width * scale, head.Height * scale);
    }

    public IEnumerable<Slab> Head(HeadBlock head, Frame frame)
    {
        yield return Eyebrow(head, frame);
        if (PlainText.IsBlank(head.Title)) yield break;
        var node = blocks.HeadingNode(1, frame.Node, out var level);
        var title = text.Of(head.Title, type.Title, node, frame.Language);
        foreach (var slab in blocks.Heading(level, title, head.Title, type.Title, frame, 6)) yield return slab;
    }

    /// <summary>Where the fiche stands and in which state, on one line; what does not fit beside goes below.</summary>
    private Slab Eyebrow(HeadBlock head, Frame frame)
    {
        var node = new StructureNode("P", frame.Node);
        var style = type.Eyebrow with { Leading = 1.9 };
        var slab = frame.Strip(style.LineHeight);
        slab.KeepNext = true;
        var x = Add(slab, $"{head.Flow} › {head.Code} ", frame.X, style.Baseline, style, node, frame);
        if (head.StateWords.Length > 0)
        {
            var colour = head.State switch
            {
                HeadState.Review => type.Colours.Claim,
                HeadState.Done => type.Colours.Measure,
                HeadState.Stopped => type.Colours.Barrier,
                _ => type.Colours.Soft,
            };
            var start = x + 14;
            x = Add(slab, head.StateWords, start, style.Baseline, style with { Colour = colour }, node, frame);
            var top = (style.LineHeight - (style.Size * 1.5)) / 2;
            slab.Marks.Add(new PillMark(start - 6, top, x - start + 12, style.Size * 1.5, colour));
            x += 6;
        }
        var rest = string.Join(" · ", new[] { head.Edition, head.Date, head.Language }.Where(part => part.Length > 0));
        if (rest.Length == 0) return slab;
        var line = LineBreaker.Break(text.Of(" " + rest, style, node, frame.Language), double.MaxValue)[0];
        if (x + line.Width <= frame.X + frame.Width)
        {
            slab.Marks.Add(new LineMark(line, frame.X + frame.Width - line.Width, style.Baseline));
            return slab;
        }
        Add(slab, rest, frame.X, style.LineHeight + style.Baseline, style, node, frame);
        slab.Height += style.LineHeight;
        return slab;
    }

    /// <summary>Adds words on one line, cut at the edge of the frame; returns where they end.</summary>
    private double Add(Slab slab, string words, double x, double baseline, TextStyle style, StructureNode node, Frame frame)
    {
        var lines = LineBreaker.Break(text.Of(words, style, node, frame.Language), Math.Max(frame.X + frame.Width - x, 20));
        for (var at = 0; at < lines.Count; at++) slab.Marks.Add(new LineMark(lines[at], x, baseline + (at * style.Size * 1.3)));
        slab.Height = Math.Max(slab.Height, style.LineHeight + ((lines.Count - 1) * style.Size * 1.3));
        return x + (lines.Count > 0 ? lines[^1].Width : 0);
    }

    public IEnumerable<Slab> Messages(MessagesBlock messages, Frame frame)
    {
        var sentence = new StructureNode("P", frame.Node);
        foreach (var slab in frame.Text(text.Of(messages.Sentence, type.Lead, sentence, frame.Language, messages.Basis), type.Lead, 9).KeptTogether()) yield return slab;
        if (messages.Messages.IsEmpty) yield break;
        var list = new StructureNode("L", frame.Node) { Attributes = BlockComposer.ListNumbering(true) };
        var number = 0;
        foreach (var message in messages.Messages)
        {
            var marker = (++number).ToString(CultureInfo.InvariantCulture) + ".";
            IEnumerable<Slab> Body(Frame body) =>
                body.Text(text.Of(message.Inlines, frame.Prose, new StructureNode("P", body.Node), frame.Language, message.Basis), frame.Prose, 0);
            foreach (var slab in blocks.Entry(marker, number == 1 ? 9 : 6, list, frame, Body)) yield return slab;
        }
    }

    /// <summary>With <paramref name="ruled"/> a thin line parts it from the one before.</summary>
    public IEnumerable<Slab> Recommendation(RecommendationBlock recommendation, Frame frame, bool ruled)
    {
        var section = new StructureNode("Sect", frame.Node);
        var inner = frame.Indented(NumberIndent).Within(section);
        if (ruled)
        {
            var rule = frame.Strip(0.5, 11);
            rule.Marks.Add(new BoxMark(frame.X, 0, frame.Width, 0.5, type.Colours.Line));
            rule.KeepNext = true;
            yield return rule;
        }
        foreach (var slab in Statement(recommendation, frame, inner)) yield return slab;
        var core = Grid(recommendation.Facts, inner, 5).ToList();
        core.AddRange(Marks(recommendation.Marks, inner));
        foreach (var slab in core.KeptTogether()) yield return slab;
        if (recommendation.Evidence.IsEmpty) yield break;
        if (recommendation.EvidenceTitle.Length > 0)
        {
            var title = new StructureNode("P", section);
            foreach (var slab in inner.Text(text.Of(recommendation.EvidenceTitle, type.Eyebrow, title, frame.Language), type.Eyebrow, 7).KeptNext()) yield return slab;
        }
        foreach (var slab in Evidence(recommendation.Evidence, inner)) yield return slab;
    }

    private List<Slab> Statement(RecommendationBlock recommendation, Frame frame, Frame inner)
    {
        if (PlainText.IsBlank(recommendation.Statement) && recommendation.Basis.IsEmpty) return [];
        var node = blocks.HeadingNode(3, inner.Node, out var level);
        var pieces = text.Of(recommendation.Statement, type.Statement, node, frame.Language, recommendation.Basis);
        var number = LineBreaker.Break(text.Of(recommendation.Number + " ", type.Number, node, frame.Language), NumberIndent)[0];
        var title = $"{recommendation.Number}. {PlainText.Of(recommendation.Statement)}";
        var slabs = blocks.Heading(level, pieces, title, type.Statement, inner, 9);
        if (slabs.Count > 0) slabs[0].Marks.Insert(0, new LineMark(number, frame.X, slabs[0].Baseline));
        return slabs;
    }

    /// <summary>Confidence, strength and the like beside each other, a further line where they do not fit.</summary>
    private IEnumerable<Slab> Marks(ImmutableArray<Phrase> marks, Frame frame)
    {
        if (marks.IsEmpty) yield break;
        var gap = MarkGap * frame.Prose.Spacing;
        var slab = frame.Strip(type.Mark.LineHeight, 4);
        var x = frame.X;
        foreach (var mark in marks)
        {
            var node = new StructureNode("P", frame.Node);
            foreach (var line in LineBreaker.Break(text.Of(mark.Inlines, type.Mark, node, frame.Language), frame.Width))
            {
                if (x > frame.X && x + line.Width > frame.X + frame.Width)
                {
                    yield return slab;
                    slab = frame.Strip(type.Mark.LineHeight);
                    x = frame.X;
                }
                slab.Marks.Add(new LineMark(line, x, type.Mark.Baseline));
                x += line.Width + gap;
            }
        }
        yield return slab;
    }

    /// <summary>Labels above their values, four beside each other.</summary>
    public IEnumerable<Slab> Grid(ImmutableArray<GridPair> pairs, Frame frame, double before)
    {
        if (pairs.IsEmpty) yield break;
        var list = new StructureNode("L", frame.Node) { Attributes = NoNumbering };
        var width = (frame.Width - (GridGap * (GridColumns - 1))) / GridColumns;
        foreach (var row in pairs.Chunk(GridColumns))
        {
            var cells = row.Select(pair => Pair(pair, list, frame.Language, width)).ToList();
            var labels = cells.Max(cell => cell.Label.Count) * type.Label.LineHeight;
            var count = Math.Max(1, cells.Max(cell => cell.Value.Count));
            // A value longer than a page is a fault of whoever composed it; it is set in strips of ten lines.
            for (var first = 0; first < count; first += 10)
            {
                var taken = Math.Min(10, count - first);
                var top = first == 0 ? labels : 0;
                var slab = frame.Strip(top + (taken * type.Value.LineHeight), first == 0 ? before : 0);
                for (var column = 0; column < cells.Count; column++)
                {
                    var x = frame.X + (column * (width + GridGap));
                    if (first == 0) AddLines(slab, cells[column].Label, 0, cells[column].Label.Count, x, 0, type.Label);
                    AddLines(slab, cells[column].Value, first, taken, x, top, type.Value);
                }
                yield return slab;
            }
            before = 3;
        }
    }

    private (List<Line> Label, List<Line> Value) Pair(GridPair pair, StructureNode list, string language, double width)
    {
        var item = new StructureNode("LI", list);
        var label = LineBreaker.Break(text.Of(pair.Label + " ", type.Label, new StructureNode("Lbl", item), language), width);
        return (label, LineBreaker.Break(text.Of(pair.Inlines, type.Value, new StructureNode("LBody", item), language), width));
    }

    private static void AddLines(Slab slab, List<Line> lines, int first, int count, double x, double top, TextStyle style)
    {
        for (var at = first; at < Math.Min(first + count, lines.Count); at++)
            slab.Marks.Add(new LineMark(lines[at], x, top + ((at - first) * style.LineHeight) + style.Baseline));
    }

    /// <summary>What something rests on, on a thread: the sign of its kind, its code and name, and what it says.</summary>
    public IEnumerable<Slab> Evidence(ImmutableArray<EvidenceEntry> entries, Frame frame)
    {
        if (entries.IsEmpty) yield break;
        var list = new StructureNode("L", frame.Node) { Attributes = NoNumbering };
        var thread = frame.Indented(EvidenceIndent);
        var spine = new Backdrop(frame.X + (SignSize / 2) - 0.4, 0.8, type.Colours.Line);
        for (var at = 0; at < entries.Length; at++)
        {
            var entry = entries[at];
            var item = new StructureNode("LI", list);
            var body = new StructureNode("LBody", item);
            var last = at == entries.Length - 1;
            var inner = (last ? thread : thread.Behind(spine)).Within(body);
            // What has no name of its own but its code runs on behind it.
            var runsOn = entry.Label.IsEmpty;
            var label = text.Of(entry.Codes() + (runsOn ? "\u2002" : " · "), type.Eyebrow, new StructureNode("Lbl", item), frame.Language);
            label.AddRange(runsOn ? text.Of(entry.Inlines, type.Mark, body, frame.Language) : text.Of([.. entry.Label, " "], type.Eyebrow, body, frame.Language));
            var style = runsOn ? type.Mark : type.Eyebrow;
            var slabs = thread.Within(body).Text(label, style, runsOn ? 4 : 5);
            if (!runsOn) slabs.KeptNext();
            foreach (var slab in slabs.Skip(at == 0 ? 1 : 0)) slab.Backdrops = inner.Backdrops;
            if (slabs.Count > 0)
            {
                if (last && at > 0) slabs[0].Marks.Add(new BoxMark(spine.X, -slabs[0].Before, spine.Width, slabs[0].Before + (style.LineHeight / 2), spine.Colour));
                slabs[0].Marks.Add(new EvidenceMark(EvidenceCodes.KindOf(entry.Code), frame.X + (SignSize / 2), style.LineHeight / 2, SignSize));
                if (entry.Anchor is { } anchor) slabs[0].Places.Add(places.NameOf(anchor));
                slabs[0].Places.AddRange(entry.Aliases.Select(places.NameOf));
            }
            foreach (var slab in slabs) yield return slab;
            if (runsOn) continue;
            foreach (var slab in inner.Text(text.Of(entry.Inlines, type.Mark, body, frame.Language), type.Mark, 0)) yield return slab;
        }
    }
}
