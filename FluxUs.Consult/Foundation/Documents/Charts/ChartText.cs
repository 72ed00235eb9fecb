using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>How much room words take in a drawing: charts are set in the typeface of labels, on paper as on screen.</summary>
internal static class ChartText
{
    // Screens may set another typeface where ours did not load.
    private const double Allowance = 1.03;

    public static double Width(string text, double size, bool strong = false)
    {
        var typeface = TypefaceLibrary.Family("Source Sans 3").Of(strong, false);
        var units = 0;
        foreach (var rune in text.EnumerateRunes()) units += typeface.AdvanceOf(rune) is var advance and not 0 ? advance : typeface.UnitsPerEm;
        return units * size * Allowance / typeface.UnitsPerEm;
    }

    /// <summary>The text in at most <paramref name="most"/> lines; what does not fit ends in an ellipsis.</summary>
    public static List<string> Lines(string text, double size, double width, int most, bool strong = false)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            if (lines[^1].Length == 0 || Width(longer, size, strong) <= width) lines[^1] = longer;
            else if (lines.Count < most) lines.Add(word);
            else
            {
                lines[^1] = Cut(longer, size, width, strong);
                break;
            }
        }
        return lines.ConvertAll(line => Width(line, size, strong) <= width ? line : Cut(line, size, width, strong));
    }

    private static string Cut(string line, double size, double width, bool strong)
    {
        var length = line.Length;
        while (length > 1 && Width(line[..length].TrimEnd() + "…", size, strong) > width) length -= char.IsLowSurrogate(line[length - 1]) && length > 2 ? 2 : 1;
        return line[..length].TrimEnd() + "…";
    }
}
