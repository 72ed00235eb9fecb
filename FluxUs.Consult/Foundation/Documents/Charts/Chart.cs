using System.Collections.Immutable;
using System.Globalization;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>
/// Numbers that are better looked at than read. A chart makes the same figure three times: as a drawing (for paper, a page and a telephone), as words for
/// those who do not see it, and as a table. It knows no language but the words it is given; nothing in it is told by
/// colour alone.
/// </summary>
public abstract record Chart
{
    /// <summary>As wide as text in it can be read on a telephone and on paper alike, in units of a drawing.</summary>
    public const double UsualWidth = 440;

    /// <summary>For a telephone.</summary>
    public const double NarrowWidth = 300;

    /// <summary>No chart is drawn narrower.</summary>
    public const double NarrowestWidth = 260;

    /// <summary>What the chart is about, in a few words: begins the words and heads the table.</summary>
    public required string Title { get; init; }

    /// <summary>BCP 47 tag: how numbers are written.</summary>
    public required string Language { get; init; }

    /// <summary>Stands under the drawing, where it needs more than its own words.</summary>
    public ImmutableArray<Inline> Caption { get; init; } = [];

    /// <summary>Heads the table beside the drawing, such as "En tableau"; the title where it is empty.</summary>
    public string TableTitle { get; init; } = "";

    /// <param name="width">On paper.</param>
    /// <param name="screenWidth">In the column of a page; the text is as large as that of the page where it is shown as wide.</param>
    public FigureBlock Figure(double width = UsualWidth, double screenWidth = UsualWidth) =>
        new(Alternative(), Draw(width)) { OnScreen = OnScreen(width, screenWidth), Caption = Caption, Twin = Table() };

    /// <summary>The drawings for screens of a figure that is drawn otherwise on paper.</summary>
    public ScreenDrawings OnScreen(double width = 0, double screenWidth = UsualWidth) => new(width == screenWidth ? null : Draw(screenWidth), Draw(NarrowWidth));

    /// <summary>Text stays as large whatever the width; what does not fit beside goes below.</summary>
    public Drawing Draw(double width = UsualWidth)
    {
        var sheet = new ChartSheet(Math.Max(width, NarrowestWidth));
        Draw(sheet);
        return sheet.Done();
    }

    /// <summary>What the drawing says, for those who do not see it.</summary>
    public string Alternative() => Sentence(Title, Words());

    /// <summary>All the numbers of the drawing.</summary>
    public TableBlock Table() => Numbers() with { Caption = [TableTitle.Length > 0 ? TableTitle : Title], RowHeads = true };

    private protected abstract void Draw(ChartSheet sheet);

    private protected abstract IEnumerable<string> Words();

    private protected abstract TableBlock Numbers();

    private protected string Say(double value) => value.ToString("0.##", CultureInfo.GetCultureInfo(Language));

    private protected static string Say(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Before a colon or a semicolon: French leaves a space there, Dutch and English do not.</summary>
    private protected string BeforeSign => Language.StartsWith("fr", StringComparison.Ordinal) ? " " : "";

    private string Sentence(string title, IEnumerable<string> words)
    {
        var all = string.Join($"{BeforeSign}; ", words.Where(word => word.Length > 0));
        return all.Length > 0 ? $"{title}{BeforeSign}: {all}." : title;
    }
}
