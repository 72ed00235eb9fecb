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
        Prose = new(prose, style.ProseSize, Colours.Ink) { Leading = style.ProseLeading };
        Lead = new(prose, style.LeadSize, Colours.Ink) { Leading = 1.38 };
        Title = new(labels, style.TitleSize, Colours.Ink) { Strong = true, Leading = 1.15 };
        Section = new(labels, style.SectionSize, Colours.Ink) { Strong = true, Leading = 1.25 };
        Subsection = new(labels, style.SubsectionSize, Colours.Ink) { Strong = true, Leading = 1.3 };
        Statement = new(prose, style.SubsectionSize, Colours.Ink) { Strong = true, Leading = 1.3 };
        Number = new(labels, style.SectionSize, Colours.Measure) { Strong = true, Leading = 1.1 };
        Label = new(labels, style.SmallSize, Colours.Soft);
        Value = new(labels, style.LabelSize, Colours.Ink) { Strong = true };
        Mark = new(labels, style.LabelSize, Colours.Ink);
        Eyebrow = new(labels, style.SmallSize, Colours.Soft) { Strong = true };
        Small = new(labels, style.LabelSize, Colours.Soft);
        Cell = new(labels, style.LabelSize, Colours.Ink) { Leading = 1.3 };
        CellHead = Cell with { Strong = true };
        Code = new(labels, style.SmallSize, Colours.Ink) { Strong = true };
        Footer = new(labels, style.SmallSize, Colours.Soft);
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
