using System.Globalization;
using DocumentFormat.OpenXml;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>The styles of the text, by the names that word processors know where they have one.</summary>
internal static class DocxStyles
{
    public const string Band = "Band";
    public const string Lead = "Lead";
    public const string Small = "Small";
    public const string Eyebrow = "Eyebrow";
    public const string Label = "Label";
    public const string Value = "Value";
    public const string Cell = "Cell";
    public const string Evidence = "Evidence";
    public const string Quote = "Quote";
    public const string Caption = "Caption";
    public const string ListParagraph = "ListParagraph";

    public const string Facts = "Facts";
    public const string QuoteSource = "QuoteSource";
    public const string Figure = "Figure";
    public const string Gap = "Gap";

    // Distance between baselines over the size, as in print.
    private const double Loose = 1.38, Usual = 1.35, Tight = 1.25;

    public static W.Styles Make(PageStyle style, string language)
    {
        var colours = style.Colours;
        var styles = new W.Styles(new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(Fonts(style.Prose), Colour(colours.Ink), Size(style.ProseSize), new W.Languages { Val = DocxLanguage.Of(language) })),
            new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle(
                new W.SpacingBetweenLines { After = "100", Line = Line(style.ProseLeading, style.Prose), LineRule = W.LineSpacingRuleValues.Auto }))));
        styles.Append(
            Normal(),
            Heading(1, style, Labels(style, style.TitleSize, colours.Headings, true), 60, 120, false),
            Heading(2, style, Labels(style, style.SectionSize, colours.Headings, true), 320, 100, true),
            Heading(3, style, Labels(style, style.SubsectionSize, colours.Ink, true, style.Prose), 200, 60, false),
            Paragraph(Band, "Band", "Normal", Underlined(Of(style, 0, 160), colours.Brand), Labels(style, style.LabelSize, colours.Brand, true)),
            Paragraph(Lead, "Lead", "Normal", Spacing(120, 140, Line(Loose, style.Prose)), new(Size(style.LeadSize))),
            Paragraph(Small, "Small", "Normal", Of(style, 40, 60), Labels(style, style.LabelSize, colours.Soft, false)),
            Paragraph(Eyebrow, "Eyebrow", "Normal", Tabbed(style, Kept(Of(style, 0, 60))), Labels(style, style.SmallSize, colours.Soft, true)),
            Paragraph(Label, "Label", "Normal", Kept(Of(style, 20, 0)), Labels(style, style.SmallSize, colours.Soft, false)),
            Paragraph(Value, "Value", "Normal", Of(style, 0, 20), Labels(style, style.LabelSize, colours.Ink, true)),
            Paragraph(Facts, "Facts", "Normal", Indented(Together(Of(style, 0, 40))), Labels(style, style.LabelSize, colours.Ink, false)),
            Paragraph(Cell, "Cell", "Normal", Spacing(20, 20, Line(Tight, style.Labels)), Labels(style, style.SmallSize, colours.Ink, false)),
            Paragraph(Evidence, "Evidence", "Normal", Together(Of(style, 0, 60)), Labels(style, style.LabelSize, colours.Ink, false)),
            Paragraph(Caption, "caption", "Normal", Kept(Of(style, 60, 60)), Labels(style, style.SmallSize, colours.Soft, false)),
            Paragraph(Figure, "Figure", "Normal", Kept(Spacing(100, 0, Single)), new()),
            Paragraph(ListParagraph, "List Paragraph", "Normal", Spacing(0, 60), new()),
            Paragraph(Quote, "Quote", "Normal", Barred(Kept(Spacing(0, 0)), colours.Voice), new()),
            Paragraph(QuoteSource, "Quote Source", "Quote", Of(style, 0, 0), Labels(style, style.LabelSize, colours.Soft, false)),
            Paragraph(Gap, "Gap", "Normal", new(new W.SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = W.LineSpacingRuleValues.Exact }), new(Size(2))),
            Paragraph("Footer", "footer", "Normal", Tabbed(style, new()), Labels(style, style.SmallSize, colours.Soft, false)),
            Link(colours.Brand), Grid());
        return styles;
    }

    private static readonly string Single = Line(1, null);

    /// <summary>Lines as far apart as in print: text processors count in 240ths of what the typeface itself asks.</summary>
    private static string Line(double leading, string? family)
    {
        var own = family is null ? 1 : TypefaceLibrary.Family(family).Regular is var face ? (double)(face.Ascent - face.Descent) / face.UnitsPerEm : 1;
        return Math.Round(240 * leading / own).ToString(CultureInfo.InvariantCulture);
    }

    private static W.Style Normal()
    {
        var style = Paragraph("Normal", "Normal", null, new(), new());
        style.Default = true;
        return style;
    }

    private static W.Style Heading(int level, PageStyle style, W.StyleRunProperties letters, int before, int after, bool ruled)
    {
        var number = level.ToString(CultureInfo.InvariantCulture);
        var paragraph = Kept(Spacing(before, after, Line(Tight, level == 3 ? style.Prose : style.Labels)));
        if (ruled)
        {
            var border = new W.ParagraphBorders(new W.TopBorder { Val = W.BorderValues.Single, Size = 12, Space = 6, Color = style.Colours.Ink[1..] });
            paragraph.InsertAfter(border, paragraph.GetFirstChild<W.KeepLines>());
        }
        paragraph.Append(new W.OutlineLevel { Val = level - 1 });
        return Paragraph("Heading" + number, "heading " + number, "Normal", paragraph, letters, "Normal");
    }

    private static W.Style Paragraph(string id, string name, string? basis, W.StyleParagraphProperties paragraph, W.StyleRunProperties run, string? next = null)
    {
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = id };
        style.Append(new W.StyleName { Val = name });
        if (basis is not null) style.Append(new W.BasedOn { Val = basis });
        if (next is not null) style.Append(new W.NextParagraphStyle { Val = next });
        style.Append(new W.PrimaryStyle());
        if (paragraph.HasChildren) style.Append(paragraph);
        if (run.HasChildren) style.Append(run);
        return style;
    }

    private static W.StyleParagraphProperties Spacing(int before, int after, string? line = null)
    {
        var spacing = new W.SpacingBetweenLines { Before = before.ToString(CultureInfo.InvariantCulture), After = after.ToString(CultureInfo.InvariantCulture) };
        if (line is not null) (spacing.Line, spacing.LineRule) = (line, W.LineSpacingRuleValues.Auto);
        return new(spacing);
    }

    /// <summary>Of labels.</summary>
    private static W.StyleParagraphProperties Of(PageStyle style, int before, int after) => Spacing(before, after, Line(Usual, style.Labels));

    private static W.StyleParagraphProperties Kept(W.StyleParagraphProperties properties)
    {
        properties.PrependChild(new W.KeepLines());
        properties.PrependChild(new W.KeepNext());
        return properties;
    }

    /// <summary>Its lines stay on one page.</summary>
    private static W.StyleParagraphProperties Together(W.StyleParagraphProperties properties)
    {
        properties.PrependChild(new W.KeepLines());
        return properties;
    }

    /// <summary>Under the statement, not under its number.</summary>
    private static W.StyleParagraphProperties Indented(W.StyleParagraphProperties properties)
    {
        properties.Append(new W.Indentation { Left = DocxNumbering.Indent(0).ToString(CultureInfo.InvariantCulture) });
        return properties;
    }

    private static W.StyleParagraphProperties Barred(W.StyleParagraphProperties properties, string colour)
    {
        properties.InsertAfter(new W.ParagraphBorders(new W.LeftBorder { Val = W.BorderValues.Single, Size = 18, Space = 10, Color = colour[1..] }), properties.GetFirstChild<W.KeepLines>());
        properties.Append(new W.Indentation { Left = "240" });
        return properties;
    }

    private static W.StyleParagraphProperties Underlined(W.StyleParagraphProperties properties, string colour)
    {
        properties.PrependChild(new W.ParagraphBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 24, Space = 4, Color = colour[1..] }));
        return properties;
    }

    /// <summary>With a place for words at the right edge.</summary>
    private static W.StyleParagraphProperties Tabbed(PageStyle style, W.StyleParagraphProperties properties)
    {
        var tabs = new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = FicheDocx.Twips(style.TextWidth) });
        if (properties.GetFirstChild<W.SpacingBetweenLines>() is { } spacing) properties.InsertBefore(tabs, spacing);
        else properties.Append(tabs);
        return properties;
    }

    private static W.StyleRunProperties Labels(PageStyle style, double size, string colour, bool strong, string? family = null)
    {
        var properties = new W.StyleRunProperties(Fonts(family ?? style.Labels));
        if (strong) properties.Append(new W.Bold());
        properties.Append(Colour(colour), Size(size));
        return properties;
    }

    private static W.Style Link(string colour) =>
        new(new W.StyleName { Val = "Hyperlink" }, new W.StyleRunProperties(Colour(colour), new W.Underline { Val = W.UnderlineValues.Single }))
        {
            Type = W.StyleValues.Character,
            StyleId = "Hyperlink",
        };

    private static W.Style Grid() =>
        new(new W.StyleName { Val = "Table Grid" }, new W.StyleTableProperties(new W.TableCellMarginDefault(
            new W.TableCellLeftMargin { Width = 80, Type = W.TableWidthValues.Dxa }, new W.TableCellRightMargin { Width = 80, Type = W.TableWidthValues.Dxa })))
        {
            Type = W.StyleValues.Table,
            StyleId = "TableGrid",
        };

    internal static W.RunFonts Fonts(string family) => new() { Ascii = family, HighAnsi = family, ComplexScript = family };

    private static W.Color Colour(string colour) => new() { Val = colour[1..] };

    /// <summary>Sizes are in half points.</summary>
    internal static W.FontSize Size(double points) => new() { Val = Math.Round(points * 2).ToString("0", CultureInfo.InvariantCulture) };
}
