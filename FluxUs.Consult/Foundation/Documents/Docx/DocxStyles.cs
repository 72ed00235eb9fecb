using System.Globalization;
using DocumentFormat.OpenXml;
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

    public static W.Styles Make(PageStyle style, string language)
    {
        var colours = style.Colours;
        var styles = new W.Styles(new W.DocDefaults(
            new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(Fonts(style.Prose), Colour(colours.Ink), Size(style.ProseSize), new W.Languages { Val = language })),
            new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle(new W.SpacingBetweenLines { After = "120", Line = "320", LineRule = W.LineSpacingRuleValues.Auto }))));
        styles.Append(
            Normal(),
            Heading(1, style, style.TitleSize, 240, false),
            Heading(2, style, style.SectionSize, 400, true),
            Heading(3, style, style.SubsectionSize, 240, false),
            Paragraph(Band, "Band", "Normal", Underlined(Spacing(0, 160), colours.Brand), Labels(style, style.LabelSize, colours.Brand, true)),
            Paragraph(Lead, "Lead", "Normal", Spacing(200, 200), new(Size(style.LeadSize))),
            Paragraph(Small, "Small", "Normal", Spacing(60, 60), Labels(style, style.LabelSize, colours.Soft, false)),
            Paragraph(Eyebrow, "Eyebrow", "Normal", Spacing(0, 60), Labels(style, style.SmallSize, colours.Soft, true)),
            Paragraph(Label, "Label", "Normal", Spacing(40, 0), Labels(style, style.SmallSize, colours.Soft, false)),
            Paragraph(Value, "Value", "Normal", Spacing(0, 40), Labels(style, style.LabelSize, colours.Ink, true)),
            Paragraph(Cell, "Cell", "Normal", Spacing(40, 40), Labels(style, style.LabelSize, colours.Ink, false)),
            Paragraph(Evidence, "Evidence", "Normal", Spacing(60, 60), Labels(style, style.LabelSize, colours.Ink, false)),
            Paragraph(Caption, "caption", "Normal", Kept(Spacing(120, 60)), Labels(style, style.LabelSize, colours.Soft, false)),
            Paragraph(ListParagraph, "List Paragraph", "Normal", Spacing(0, 80), new()),
            Paragraph(Quote, "Quote", "Normal", Barred(Spacing(60, 60), colours.Voice), new()),
            Paragraph("Footer", "footer", "Normal", Footer(style), Labels(style, style.SmallSize, colours.Soft, false)),
            Link(colours.Brand), Grid());
        return styles;
    }

    private static W.Style Normal()
    {
        var style = Paragraph("Normal", "Normal", null, new(), new());
        style.Default = true;
        return style;
    }

    private static W.Style Heading(int level, PageStyle style, double size, int before, bool ruled)
    {
        var number = level.ToString(CultureInfo.InvariantCulture);
        var paragraph = Kept(Spacing(before, 120));
        if (ruled)
        {
            var border = new W.ParagraphBorders(new W.TopBorder { Val = W.BorderValues.Single, Size = 12, Space = 6, Color = style.Colours.Ink[1..] });
            paragraph.InsertAfter(border, paragraph.GetFirstChild<W.KeepLines>());
        }
        paragraph.Append(new W.OutlineLevel { Val = level - 1 });
        return Paragraph("Heading" + number, "heading " + number, "Normal", paragraph, Labels(style, size, style.Colours.Ink, true), "Normal");
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

    private static W.StyleParagraphProperties Spacing(int before, int after) =>
        new(new W.SpacingBetweenLines { Before = before.ToString(CultureInfo.InvariantCulture), After = after.ToString(CultureInfo.InvariantCulture) });

    private static W.StyleParagraphProperties Kept(W.StyleParagraphProperties properties)
    {
        properties.PrependChild(new W.KeepLines());
        properties.PrependChild(new W.KeepNext());
        return properties;
    }

    private static W.StyleParagraphProperties Barred(W.StyleParagraphProperties properties, string colour)
    {
        properties.PrependChild(new W.ParagraphBorders(new W.LeftBorder { Val = W.BorderValues.Single, Size = 18, Space = 10, Color = colour[1..] }));
        properties.Append(new W.Indentation { Left = "240" });
        return properties;
    }

    private static W.StyleParagraphProperties Underlined(W.StyleParagraphProperties properties, string colour)
    {
        properties.PrependChild(new W.ParagraphBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 24, Space = 4, Color = colour[1..] }));
        return properties;
    }

    private static W.StyleParagraphProperties Footer(PageStyle style) =>
        new(new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Position = FicheDocx.Twips(style.TextWidth) }));

    private static W.StyleRunProperties Labels(PageStyle style, double size, string colour, bool strong)
    {
        var properties = new W.StyleRunProperties(Fonts(style.Labels));
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

    private static W.RunFonts Fonts(string family) => new() { Ascii = family, HighAnsi = family, ComplexScript = family };

    private static W.Color Colour(string colour) => new() { Val = colour[1..] };

    /// <summary>Sizes are in half points.</summary>
    private static W.FontSize Size(double points) => new() { Val = Math.Round(points * 2).ToString("0", CultureInfo.InvariantCulture) };
}
