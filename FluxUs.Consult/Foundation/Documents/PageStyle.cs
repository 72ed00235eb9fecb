namespace FluxUs.Consult.Foundation.Documents;

/// <summary>
/// How a document looks on paper. Lengths are in points (1/72 inch); an edition stores the style it was printed with.
/// </summary>
public sealed record PageStyle
{
    public static PageStyle A4 { get; } = new();

    public double Width { get; init; } = 595.28;
    public double Height { get; init; } = 841.89;
    public double MarginTop { get; init; } = 54;
    public double MarginBottom { get; init; } = 62;
    public double MarginSide { get; init; } = 62;

    /// <summary>Family for prose, by name: see <c>TypefaceLibrary</c>.</summary>
    public string Prose { get; init; } = "Source Serif 4";

    /// <summary>Family for headings, labels, tables and figures.</summary>
    public string Labels { get; init; } = "Source Sans 3";

    public double ProseSize { get; init; } = 10.5;
    public double ProseLeading { get; init; } = 1.45;

    /// <summary>The rhythm of the page: each line and each space takes a whole number of these, so that baselines of prose stand on one grid.</summary>
    public double Grid { get; init; } = 3;

    /// <summary>The spaces between blocks, as a share of the usual ones.</summary>
    public double Spacing { get; init; } = 1;

    public double LeadSize { get; init; } = 13.5;
    public double LabelSize { get; init; } = 9;
    public double SmallSize { get; init; } = 8.25;
    public double TitleSize { get; init; } = 21;
    public double SectionSize { get; init; } = 13;
    public double SubsectionSize { get; init; } = 11;

    public PageColours Colours { get; init; } = new();

    /// <summary>The height of a line of prose.</summary>
    public double ProseLine => Grid > 0 ? Math.Max(1, Math.Round(ProseSize * ProseLeading / Grid)) * Grid : ProseSize * ProseLeading;

    public double TextWidth => Width - (2 * MarginSide);

    public double TextHeight => Height - MarginTop - MarginBottom;

    /// <summary>The same with a little more on each page; letters and lines keep their size.</summary>
    /// <param name="spaces">The share of the spaces that stays.</param>
    internal PageStyle Tighter(double spaces) => this with { Spacing = Spacing * spaces, MarginTop = MarginTop * (1 + spaces) / 2, MarginBottom = MarginBottom * (1 + spaces) / 2 };
}

/// <summary>Colours of paper, as <c>#rrggbb</c>; each kind of evidence reads in grey as well, by its code.</summary>
public sealed record PageColours
{
    public string Ink { get; init; } = "#1b2430";
    public string Soft { get; init; } = "#4d5866";
    /// <summary>Of titles.</summary>
    public string Headings { get; init; } = "#1b2430";
    public string Line { get; init; } = "#dcd8ce";
    public string Sheet { get; init; } = "#ffffff";
    public string Brand { get; init; } = "#0b5a5e";
    public string Voice { get; init; } = "#2a5b9c";
    public string Print { get; init; } = "#75458f";
    public string Claim { get; init; } = "#8a5a00";
    public string Measure { get; init; } = "#17693f";
    public string Lever { get; init; } = "#17693f";
    public string Barrier { get; init; } = "#a3341f";
    /// <summary>Fills of charts, lighter and darker; what they mean is told by their words too.</summary>
    public string Pale { get; init; } = "#e3e8e6";
    public string Mid { get; init; } = "#9fb0af";
    public string NoteWash { get; init; } = "#e4efee";
    public string WarningWash { get; init; } = "#fdf3dc";
    public string GoodWash { get; init; } = "#e5f1e9";

    public string Of(Tint tint) => tint switch
    {
        Tint.Ink => Ink,
        Tint.Soft => Soft,
        Tint.Line => Line,
        Tint.Sheet => Sheet,
        Tint.Brand => Brand,
        Tint.Voice => Voice,
        Tint.Print => Print,
        Tint.Claim => Claim,
        Tint.Measure => Measure,
        Tint.Lever => Lever,
        Tint.Barrier => Barrier,
        Tint.Pale => Pale,
        Tint.Mid => Mid,
        _ => throw new ArgumentOutOfRangeException(nameof(tint)),
    };

    public string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Voice => Voice,
        EvidenceKind.Print => Print,
        EvidenceKind.Claim => Claim,
        EvidenceKind.Measure => Measure,
        _ => Ink,
    };
}
