using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>The numbering of lists: one form for bullets, one for numbers, one for recommendations, and a list of its own for each list.</summary>
internal sealed class DocxNumbering(PageStyle style)
{
    public const int MaxLevel = 8;

    private const int Bullets = 1;
    private const int Numbers = 2;
    private const int Statements = 3;

    private readonly List<(int Form, int Level, int Start)> lists = [];

    /// <summary>A new list at a level from 0; returns its number.</summary>
    public int Add(bool ordered, int level, int start)
    {
        lists.Add((ordered ? Numbers : Bullets, level, start));
        return lists.Count;
    }

    /// <summary>The number of a recommendation, before its statement.</summary>
    public int AddStatement(int start)
    {
        lists.Add((Statements, 0, start));
        return lists.Count;
    }

    public W.Numbering Make()
    {
        var statements = Form(Statements, level => ($"%{level + 1}", W.NumberFormatValues.Decimal));
        foreach (var level in statements.Elements<W.Level>())
            level.Append(new W.NumberingSymbolRunProperties(DocxStyles.Fonts(style.Labels), new W.Bold(), new W.Color { Val = style.Colours.Measure[1..] }));
        var numbering = new W.Numbering(
            Form(Bullets, level => ("•", W.NumberFormatValues.Bullet)), Form(Numbers, level => ($"%{level + 1}.", W.NumberFormatValues.Decimal)), statements);
        for (var at = 0; at < lists.Count; at++)
        {
            var (form, level, start) = lists[at];
            var list = new W.NumberingInstance(new W.AbstractNumId { Val = form }) { NumberID = at + 1 };
            list.Append(new W.LevelOverride(new W.StartOverrideNumberingValue { Val = Math.Max(0, start) }) { LevelIndex = level });
            numbering.Append(list);
        }
        return numbering;
    }

    private static W.AbstractNum Form(int number, Func<int, (string Text, W.NumberFormatValues Format)> form)
    {
        var levels = Enumerable.Range(0, MaxLevel + 1).Select(level => new W.Level(
            new W.StartNumberingValue { Val = 1 },
            new W.NumberingFormat { Val = form(level).Format },
            new W.LevelText { Val = form(level).Text },
            new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(new W.Indentation { Left = Indent(level).ToString(CultureInfo.InvariantCulture), Hanging = "340" }))
        { LevelIndex = level });
        var abstractNumber = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.HybridMultilevel }) { AbstractNumberId = number };
        abstractNumber.Append(levels);
        return abstractNumber;
    }

    /// <summary>Where the text of a level begins, in twips.</summary>
    public static int Indent(int level) => 340 * (level + 1);
}
