using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Shaping;

/// <summary>The text styles that a page style stands for.</summary>
internal sealed class Typography
{
    public Typography(PageStyle style)
    {
        Colours = style.Colours;
        var prose = TypefaceLibrary.Family(style.Prose);
        var labels = TypefaceLibrary.Family(style.Labels);
        Prose = Style(prose, style.ProseSize, Colours.Ink) with { Leading = style.ProseLeading, Hyphenated = true };
        Lead = Style(prose, style.LeadSize, Colours.Ink) with { Leading = 1.38 };
        Title = Style(labels, style.TitleSize, Colours.Headings) with { Strong = true, Leading = 1.2 };
        Section = Style(labels, style.SectionSize, Colours.Headings) with { Strong = true, Leading = 1.25 };
        Subsection = Style(labels, style.SubsectionSize, Colours.Headings) with { Strong = true, Leading = 1.3 };
        Statement = Style(prose, style.SubsectionSize, Colours.Ink) with { Strong = true, Leading = 1.3 };
        Number = Style(labels, style.SectionSize, Colours.Measure) with { Strong = true, Leading = 1.1 };
        Label = Style(labels, style.SmallSize, Colours.Soft);
        Value = Style(labels, style.LabelSize, Colours.Ink) with { Strong = true };
        Mark = Style(labels, style.LabelSize, Colours.Ink) with { Hyphenated = true };
        Eyebrow = Style(labels, style.SmallSize, Colours.Soft) with { Strong = true };
        Small = Style(labels, style.LabelSize, Colours.Soft) with { Hyphenated = true };
        Cell = Style(labels, style.LabelSize, Colours.Ink) with { Leading = 1.3, Hyphenated = true };
        CellHead = Cell with { Strong = true, Hyphenated = false };
        Code = Style(labels, style.SmallSize, Colours.Ink) with { Strong = true };
        Footer = Style(labels, style.SmallSize, Colours.Soft);

        TextStyle Style(TypefaceFamily family, double size, string colour) => new(family, size, colour) { Grid = style.Grid, Spacing = style.Spacing };
    }

    public PageColours Colours { get; }
    public TextStyle Prose { get; }
    public TextStyle Lead { get; }
    public TextStyle Title { get; }
    public TextStyle Section { get; }
    public TextStyle Subsection { get; }
    public TextStyle Statement { get; }
    public TextStyle Number { get; }
    public TextStyle Label { get; }
    public TextStyle Value { get; }
    public TextStyle Mark { get; }
    public TextStyle Eyebrow { get; }
    public TextStyle Small { get; }
    public TextStyle Cell { get; }
    public TextStyle CellHead { get; }
    public TextStyle Code { get; }
    public TextStyle Footer { get; }
}
