using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents.Pictures;

namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>Writes blocks in the shapes of the theme.</summary>
internal sealed class BlockHtml(HtmlWriter html, InlineHtml inlines, HeadingLevels levels)
{
    public void Write(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks) Write(block);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case BandBlock band: Write(band); break;
            case HeadBlock head: Write(head); break;
            case MessagesBlock messages: Write(messages); break;
            case HeadingBlock heading: WriteHeading(heading.Level, heading.Anchor, heading.Inlines, heading.Basis); break;
            case ParagraphBlock paragraph: Write(paragraph); break;
            case ListBlock list: Write(list); break;
            case TableBlock table: new TableHtml(html, inlines).Write(table); break;
            case FigureBlock figure: Write(figure); break;
            case CalloutBlock callout: Write(callout); break;
            case QuotationBlock quotation: Write(quotation); break;
            case EvidenceBlock evidence: WriteEvidence(evidence.Entries, evidence.Anchor); break;
            case GridBlock grid: WriteGrid(grid.Pairs, grid.Anchor); break;
            case RecommendationBlock recommendation: Write(recommendation); break;
        }
    }

    private void Write(HeadBlock head)
    {
        html.Open("div", ("class", "d-flex flex-wrap gap-2 align-items-center"))
            .Open("span", ("class", "eyebrow")).Text($"{head.Flow} › {head.Code}").Close();
        if (head.StateWords.Length > 0) html.Open("span", ("class", "state " + StateClass(head.State))).Text(head.StateWords).Close();
        var rest = string.Join(" · ", new[] { head.Edition, head.Date, head.Language }.Where(part => part.Length > 0));
        if (rest.Length > 0) html.Open("span", ("class", "eyebrow ms-auto")).Text(rest).Close();
        html.Close();
        WriteHeading(1, head.Anchor, [head.Title], [], "mt-2");
    }

    /// <summary>The logo stands in the page itself, as it does in the document: no address leads to it.</summary>
    private void Write(BandBlock band)
    {
        html.Open("div", ("class", "band"), ("id", band.Anchor));
        if (band.Logo is { } logo) Write(html, logo, null);
        html.Open("p").Text(band.Name).Close().Close();
    }

    public static void Write(HtmlWriter html, Logo logo, string? style)
    {
        if (PictureHead.Of(logo.Picture.Content.Span) is not { } head) return;
        var type = head.Kind == PictureKind.Png ? "image/png" : "image/jpeg";
        html.Empty("img", ("class", style), ("src", $"data:{type};base64,{Convert.ToBase64String(logo.Picture.Content.Span)}"), ("alt", html.Spoken(logo.Alternative)));
    }

    private static string StateClass(HeadState state) => state switch
    {
        HeadState.Review => "state-review",
        HeadState.Done => "state-done",
        HeadState.Stopped => "state-stop",
        _ => "state-draft",
    };

    private void Write(MessagesBlock messages)
    {
        html.Open("p", ("class", "one"), ("id", messages.Anchor));
        inlines.Write(messages.Sentence);
        html.Close();
        if (messages.Messages.IsEmpty) return;
        html.Open("ol", ("class", "msgs"));
        foreach (var message in messages.Messages)
        {
            html.Open("li");
            inlines.Write(message.Inlines);
            inlines.WriteBasis(message.Basis);
            html.Close();
        }
        html.Close();
    }

    private void WriteHeading(int level, string? anchor, ImmutableArray<Inline> words, ImmutableArray<string> basis, string? style = null)
    {
        html.Open("h" + levels.Next(level).ToString(CultureInfo.InvariantCulture), ("class", style), ("id", anchor));
        inlines.Write(words);
        inlines.WriteBasis(basis);
        html.Close();
    }

    private void Write(ParagraphBlock paragraph)
    {
        var style = paragraph.Role switch { ParagraphRole.Lead => "one", ParagraphRole.Small => "small soft", _ => null };
        html.Open("p", ("class", style), ("id", paragraph.Anchor));
        inlines.Write(paragraph.Inlines);
        inlines.WriteBasis(paragraph.Basis);
        html.Close();
    }

    private void Write(ListBlock list)
    {
        var start = list is { Ordered: true, Start: not 1 } ? list.Start.ToString(CultureInfo.InvariantCulture) : null;
        html.Open(list.Ordered ? "ol" : "ul", ("id", list.Anchor), ("start", start));
        foreach (var entry in list.Entries)
        {
            html.Open("li");
            Write(entry.Blocks);
            html.Close();
        }
        html.Close();
    }

    private void Write(FigureBlock figure)
    {
        html.Open("figure", ("class", figure.OnScreen is null ? null : "chart"), ("id", figure.Anchor));
        if (figure is { Drawing: { } paper, OnScreen: { } screen }) DrawingHtml.Write(html, screen.Wide ?? paper, screen.Narrow, figure.Alternative);
        else if (figure.Drawing is { } drawing) DrawingHtml.Write(html, drawing, figure.Alternative);
        else if (figure.Picture is { Address: { Length: > 1 } address } && address[0] == '/' && address[1] is not ('/' or '\\'))
            html.Empty("img", ("class", "drawing"), ("src", address), ("alt", html.Spoken(figure.Alternative)));
        if (!figure.Caption.IsEmpty)
        {
            html.Open("figcaption", ("class", "small soft"));
            inlines.Write(figure.Caption);
            inlines.WriteBasis(figure.Basis);
            html.Close();
        }
        if (figure.Twin is { } twin) WriteTwin(twin, figure is { Drawing: null, Picture: null });
        html.Close();
    }

    private void WriteTwin(TableBlock twin, bool alone)
    {
        var title = PlainText.Of(twin.Caption);
        if (alone || title.Length == 0)
        {
            new TableHtml(html, inlines).Write(twin);
            return;
        }
        html.Open("details").Open("summary").Text(title).Close();
        new TableHtml(html, inlines).Write(twin);
        html.Close();
    }

    private void Write(CalloutBlock callout)
    {
        var tone = callout.Tone switch { CalloutTone.Warning => "warning", CalloutTone.Good => "good", _ => "note" };
        html.Open("div", ("class", "callout callout-" + tone), ("role", "note"), ("id", callout.Anchor));
        if (callout.Title.Length > 0) html.Open("p").Open("strong").Text(callout.Title).Close().Close();
        Write(callout.Blocks);
        html.Close();
    }

    private void Write(QuotationBlock quotation)
    {
        html.Open("blockquote", ("class", "said said-" + InlineHtml.KindClass(quotation.Voice)), ("id", quotation.Anchor))
            .Open("div", ("lang", LanguageTag.OrNull(quotation.Language)));
        Write(quotation.Blocks);
        html.Close();
        if (!quotation.SourceLine.IsEmpty || !quotation.Basis.IsEmpty)
        {
            html.Open("footer");
            inlines.Write(quotation.SourceLine);
            inlines.WriteBasis(quotation.Basis);
            html.Close();
        }
        html.Close();
    }

    private void Write(RecommendationBlock recommendation)
    {
        html.Open("div", ("class", "reco"), ("id", recommendation.Anchor))
            .Open("div", ("class", "no")).Text(recommendation.Number).Close()
            .Open("div");
        WriteHeading(3, null, recommendation.Statement, recommendation.Basis);
        WriteGrid(recommendation.Facts, null);
        if (!recommendation.Marks.IsEmpty)
        {
            html.Open("div", ("class", "mt-2 small d-flex flex-wrap gap-3 row-gap-1 align-items-center"));
            foreach (var mark in recommendation.Marks)
            {
                html.Open("span");
                inlines.Write(mark.Inlines);
                html.Close();
            }
            html.Close();
        }
        if (!recommendation.Evidence.IsEmpty)
        {
            html.Open("details", ("class", "why small")).Open("summary").Text(recommendation.EvidenceTitle).Close();
            WriteEvidence(recommendation.Evidence, null);
            html.Close();
        }
        html.Close().Close();
    }

    private void WriteGrid(ImmutableArray<GridPair> pairs, string? anchor)
    {
        if (pairs.IsEmpty) return;
        html.Open("dl", ("id", anchor), ("class", "facts"));
        foreach (var pair in pairs)
        {
            html.Open("div").Open("dt").Text(pair.Label).Close().Open("dd");
            inlines.Write(pair.Inlines);
            html.Close().Close();
        }
        html.Close();
    }

    private void WriteEvidence(ImmutableArray<EvidenceEntry> entries, string? anchor)
    {
        html.Open("ol", ("class", "thread"), ("id", anchor));
        foreach (var entry in entries)
        {
            html.Open("li", ("id", entry.Anchor));
            DrawingHtml.WriteNode(html, EvidenceCodes.KindOf(entry.Code));
            html.Open("div", ("class", "kind")).Text(entry.Codes());
            foreach (var alias in entry.Aliases) html.Open("span", ("id", alias)).Close();
            if (!entry.Label.IsEmpty) html.Text(" · ");
            inlines.Write(entry.Label);
            html.Close();
            inlines.Write(entry.Inlines);
            html.Close();
        }
        html.Close();
    }
}
