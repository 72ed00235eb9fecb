using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>Writes the blocks of one document.</summary>
internal sealed class DocxBlocks
{
    private readonly FicheDocument document;
    private readonly PageColours colours;
    private readonly DocxNumbering numbering;
    private readonly DocxPlaces places;
    private readonly DocxInlines inlines;
    private readonly DocxTables tables;
    private readonly DocxPictures pictures;
    private readonly DocxDrawings drawings;
    private uint objects;
    private readonly HeadingLevels levels = new();

    public DocxBlocks(MainDocumentPart main, PageStyle style, DocxNumbering numbering, FicheDocument document)
    {
        this.document = document;
        this.numbering = numbering;
        colours = style.Colours;
        places = new(Anchors.Of(document.Blocks));
        inlines = new(main, style, places);
        pictures = new(main, style, () => ++objects);
        drawings = new(style, document.Details.Language, () => ++objects);
        tables = new(inlines, style, document.Details.Language);
    }

    public void Write(W.Body body) => Write(body, document.Blocks, new(null, -1, document.Details.Language, null, null));

    /// <summary>
    /// Where blocks stand: the style of their paragraphs, the level of the list they are in (-1 outside), their
    /// language, whether it is another than the document's, and the colour behind them.
    /// </summary>
    private sealed record Place(string? Style, int Level, string Language, string? Spoken, string? Wash);

    private void Write(W.Body body, ImmutableArray<Block> blocks, Place place)
    {
        foreach (var block in blocks) Write(body, block, place);
    }

    private void Write(W.Body body, Block block, Place place)
    {
        switch (block)
        {
            case BandBlock band: Write(body, band, place); break;
            case HeadBlock head: Write(body, head, place); break;
            case MessagesBlock messages: Write(body, messages, place); break;
            case HeadingBlock heading: WriteHeading(body, heading.Level, heading.Anchor, heading.Inlines, heading.Basis, place); break;
            case ParagraphBlock paragraph:
                var style = paragraph.Role switch { ParagraphRole.Lead => DocxStyles.Lead, ParagraphRole.Small => DocxStyles.Small, _ => place.Style };
                WriteText(body, style, paragraph.Inlines, place, paragraph.Anchor, paragraph.Basis);
                break;
            case ListBlock list: Write(body, list, place); break;
            case TableBlock table: WriteTable(body, table, place); break;
            case FigureBlock figure: Write(body, figure, place); break;
            case CalloutBlock callout: Write(body, callout, place); break;
            case QuotationBlock quotation: Write(body, quotation, place); break;
            case EvidenceBlock evidence:
                if (evidence.Anchor is not null) WriteText(body, DocxStyles.Gap, [], place, evidence.Anchor);
                WriteEvidence(body, evidence.Entries, place);
                break;
            case GridBlock grid: WriteGrid(body, grid.Pairs, place, grid.Anchor); break;
            case RecommendationBlock recommendation: Write(body, recommendation, place); break;
        }
    }

    private W.Paragraph WriteText(W.Body body, string? style, ImmutableArray<Inline> words, Place place, string? anchor = null, ImmutableArray<string> basis = default, bool strong = false)
    {
        var properties = new W.ParagraphProperties();
        if (style is not null) properties.Append(new W.ParagraphStyleId { Val = style });
        if (place.Wash is not null) properties.Append(new W.Shading { Val = W.ShadingPatternValues.Clear, Fill = place.Wash[1..] });
        if (place.Level >= 0) properties.Append(new W.Indentation { Left = DocxNumbering.Indent(place.Level).ToString(CultureInfo.InvariantCulture) });
        var paragraph = new W.Paragraph();
        if (properties.HasChildren) paragraph.Append(properties);
        places.Mark(paragraph, anchor);
        inlines.Write(paragraph, words, place.Language, basis, strong, place.Spoken);
        body.Append(paragraph);
        return paragraph;
    }

    private void WriteHeading(W.Body body, int level, string? anchor, ImmutableArray<Inline> words, ImmutableArray<string> basis, Place place) =>
        WriteText(body, "Heading" + levels.Next(level).ToString(CultureInfo.InvariantCulture), words, place with { Level = -1 }, anchor, basis);

    private void Write(W.Body body, BandBlock band, Place place)
    {
        var paragraph = WriteText(body, DocxStyles.Band, [band.Name], place, band.Anchor);
        if (band.Logo is not { } logo || pictures.Of(logo.Picture, PrintableText.Of(logo.Alternative, place.Language), 110, 27) is not { } shown) return;
        var words = paragraph.GetFirstChild<W.Run>();
        paragraph.InsertBefore(shown, words);
        paragraph.InsertBefore(new W.Run(new W.Text("   ") { Space = SpaceProcessingModeValues.Preserve }), words);
    }

    private void Write(W.Body body, HeadBlock head, Place place)
    {
        var paragraph = WriteText(body, DocxStyles.Eyebrow, [$"{head.Flow} › {head.Code}"], place);
        if (head.StateWords.Length > 0)
        {
            var colour = head.State switch { HeadState.Review => colours.Claim, HeadState.Done => colours.Measure, HeadState.Stopped => colours.Barrier, _ => colours.Soft };
            inlines.Write(paragraph, ["   "], place.Language);
            inlines.Write(paragraph, [$"\u00a0{head.StateWords}\u00a0"], place.Language);
            paragraph.Elements<W.Run>().Last().RunProperties = new W.RunProperties(
                new W.Color { Val = colour[1..] }, new W.Border { Val = W.BorderValues.Single, Size = 6, Space = 0, Color = colour[1..] });
        }
        var rest = string.Join(" · ", new[] { head.Edition, head.Date, head.Language }.Where(part => part.Length > 0));
        if (rest.Length > 0)
        {
            paragraph.Append(new W.Run(new W.TabChar()));
            inlines.Write(paragraph, [rest], place.Language);
        }
        WriteHeading(body, 1, head.Anchor, [head.Title], head.Basis, place);
    }

    private void Write(W.Body body, MessagesBlock messages, Place place)
    {
        WriteText(body, DocxStyles.Lead, messages.Sentence, place, messages.Anchor, messages.Basis);
        if (messages.Messages.IsEmpty) return;
        var list = numbering.Add(true, 0, 1);
        foreach (var message in messages.Messages)
            Number(WriteText(body, DocxStyles.ListParagraph, message.Inlines, place, basis: message.Basis), list, 0);
    }

    private static void Number(W.Paragraph paragraph, int list, int level)
    {
        var properties = paragraph.ParagraphProperties ??= new W.ParagraphProperties();
        properties.Indentation = null;
        properties.NumberingProperties = new W.NumberingProperties(new W.NumberingLevelReference { Val = level }, new W.NumberingId { Val = list });
    }

    private void Write(W.Body body, ListBlock list, Place place)
    {
        var level = Math.Min(place.Level + 1, DocxNumbering.MaxLevel);
        var number = numbering.Add(list.Ordered, level, list.Start);
        var anchor = list.Anchor;
        foreach (var entry in list.Entries)
        {
            var inner = place with { Style = DocxStyles.ListParagraph, Level = level };
            var rest = entry.Blocks;
            // The marker stands with the first paragraph; an entry that begins otherwise has an empty one.
            var first = rest is [ParagraphBlock paragraph, ..] ? paragraph : null;
            Number(WriteText(body, DocxStyles.ListParagraph, first?.Inlines ?? [], inner, first?.Anchor ?? anchor, first?.Basis ?? []), number, level);
            Write(body, first is null ? rest : rest.RemoveAt(0), inner);
            anchor = null;
        }
    }

    private void WriteTable(W.Body body, TableBlock table, Place place)
    {
        if (!table.Caption.IsEmpty || table.Anchor is not null) WriteText(body, DocxStyles.Caption, table.Caption, place, table.Anchor, table.Basis);
        if (table.Columns.IsEmpty) return;
        body.Append(tables.Of(table));
        WriteGap(body);
    }

    /// <summary>Room after what is no paragraph, or whose edges would run on in the next: two tables beside each other would become one.</summary>
    private static void WriteGap(W.Body body) => body.Append(new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = DocxStyles.Gap })));

    private static W.Paragraph Shown(W.Run shown) => new(new W.ParagraphProperties(new W.ParagraphStyleId { Val = DocxStyles.Figure }), shown);

    private void Write(W.Body body, FigureBlock figure, Place place)
    {
        if (figure is { Drawing: null, Picture: { } picture } && pictures.Of(picture, PrintableText.Of(figure.Alternative, place.Language)) is { } shown)
        {
            body.Append(Shown(shown));
            if (!figure.Caption.IsEmpty || figure.Anchor is not null) WriteText(body, DocxStyles.Caption, figure.Caption, place, figure.Anchor, figure.Basis);
            return;
        }
        if (figure.Drawing is { } drawing) body.Append(Shown(drawings.Of(drawing, figure.Alternative)));
        // A drawing says what it shows; without one its words stand here.
        if (figure.Drawing is null || !figure.Caption.IsEmpty || figure.Anchor is not null)
            WriteText(body, DocxStyles.Caption, !figure.Caption.IsEmpty ? figure.Caption : figure.Drawing is null ? [figure.Alternative] : [], place, figure.Anchor, figure.Basis);
        // Below a drawing a caption ends it; kept with the table that follows, it would push the drawing to the next page.
        if (figure.Drawing is not null && body.LastChild is W.Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: DocxStyles.Caption } below)
            below.ParagraphProperties!.ParagraphStyleId!.InsertAfterSelf(new W.KeepNext { Val = false });
        // The table says it all; where there is none, the words do.
        if (figure.Drawing is null && !figure.Caption.IsEmpty && figure.Twin is null) WriteText(body, DocxStyles.Small, [figure.Alternative], place);
        if (figure.Twin is { } twin) WriteTable(body, twin, place);
    }

    private void Write(W.Body body, CalloutBlock callout, Place place)
    {
        var wash = callout.Tone switch { CalloutTone.Warning => colours.WarningWash, CalloutTone.Good => colours.GoodWash, _ => colours.NoteWash };
        var inner = place with { Wash = wash, Style = DocxStyles.Evidence };
        if (callout.Title.Length > 0 || callout.Anchor is not null) WriteText(body, DocxStyles.Evidence, [callout.Title], inner, callout.Anchor, strong: true);
        Write(body, callout.Blocks, inner);
    }

    private void Write(W.Body body, QuotationBlock quotation, Place place)
    {
        var tag = LanguageTag.OrNull(quotation.Language);
        var inner = place with { Style = DocxStyles.Quote, Language = tag ?? place.Language, Spoken = tag ?? place.Spoken };
        if (quotation.Anchor is not null) WriteText(body, DocxStyles.Gap, [], place, quotation.Anchor);
        Write(body, quotation.Blocks, inner);
        if (!quotation.SourceLine.IsEmpty || !quotation.Basis.IsEmpty) WriteText(body, DocxStyles.QuoteSource, quotation.SourceLine, place, basis: quotation.Basis);
        WriteGap(body);
    }

    /// <summary>Its facts run on, as in print, and stay with its statement on one page.</summary>
    private void Write(W.Body body, RecommendationBlock recommendation, Place place)
    {
        var numbered = int.TryParse(recommendation.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        WriteHeading(body, 3, recommendation.Anchor, numbered ? recommendation.Statement : [$"{recommendation.Number}. ", .. recommendation.Statement], recommendation.Basis, place);
        if (numbered && body.LastChild is W.Paragraph heading) Number(heading, numbering.AddStatement(number), 0);
        ImmutableArray<ImmutableArray<Inline>> facts = [.. recommendation.Facts.Select(fact => (ImmutableArray<Inline>)[new Soft([fact.Label.Replace(' ', '\u00a0') + "\u00a0"]), new Strong(fact.Inlines)])];
        WriteKept(body, facts, place);
        WriteKept(body, [.. recommendation.Marks.Select(mark => mark.Inlines)], place);
        if (!recommendation.Evidence.IsEmpty)
        {
            // What the sources tell is not told twice.
            var told = recommendation.EvidenceTitle.Length > 0 && recommendation.Evidence.All(entry => entry.Anchor is null && places.Find(entry.Code) is not null);
            if (told) WriteText(body, DocxStyles.Facts, [new Soft([recommendation.EvidenceTitle])], place, basis: [.. recommendation.Evidence.Select(entry => entry.Code)]);
            else if (recommendation.EvidenceTitle.Length > 0) WriteText(body, DocxStyles.Eyebrow, [recommendation.EvidenceTitle], place);
            if (!told) WriteEvidence(body, recommendation.Evidence, place);
        }
        if (body.LastChild is W.Paragraph last) last.ParagraphProperties?.RemoveAllChildren<W.KeepNext>();
    }

    private void WriteKept(W.Body body, ImmutableArray<ImmutableArray<Inline>> parts, Place place)
    {
        if (parts.IsEmpty) return;
        var paragraph = WriteText(body, DocxStyles.Facts, [.. parts.SelectMany((part, at) => at == 0 ? part : ["\u00a0\u00a0\u00a0\u00a0 ", .. part])], place);
        paragraph.ParagraphProperties!.ParagraphStyleId!.InsertAfterSelf(new W.KeepNext());
    }

    private void WriteGrid(W.Body body, ImmutableArray<GridPair> pairs, Place place, string? anchor)
    {
        if (anchor is not null) WriteText(body, DocxStyles.Gap, [], place, anchor);
        if (pairs.IsEmpty) return;
        body.Append(tables.Of(pairs));
        WriteGap(body);
    }

    private void WriteEvidence(W.Body body, ImmutableArray<EvidenceEntry> entries, Place place)
    {
        if (entries.IsEmpty) return;
        var list = numbering.Add(false, 0, 1);
        foreach (var entry in entries)
        {
            ImmutableArray<Inline> label = entry.Label.IsEmpty ? [] : [" · ", .. entry.Label];
            ImmutableArray<Inline> words = [new Strong([entry.Codes(), .. label]), entry.Label.IsEmpty ? "\u00a0 " : new LineBreak(), .. entry.Inlines];
            var line = WriteText(body, DocxStyles.Evidence, words, place, entry.Anchor);
            foreach (var alias in entry.Aliases) places.Mark(line, alias);
            Number(line, list, 0);
        }
    }
}
