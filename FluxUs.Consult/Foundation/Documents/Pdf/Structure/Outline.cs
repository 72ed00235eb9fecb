using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Structure;

/// <summary>
/// Bookmarks (ISO 32000-1, 12.3.3): headings with the page (object number) and height (points from its lower edge)
/// where they stand, nested by level.
/// </summary>
internal sealed class Outline
{
    private sealed class Item(string title, int page, double top)
    {
        public List<Item> Items { get; } = [];

        public string Title => title;

        public int Page => page;

        public double Top => top;

        public int Count => Items.Count + Items.Sum(item => item.Count);
    }

    private readonly Item root = new("", 0, 0);

    public void Add(int level, string title, int page, double top)
    {
        var parent = root;
        for (var depth = 1; depth < level && parent.Items.Count > 0; depth++) parent = parent.Items[^1];
        parent.Items.Add(new(title, page, top));
    }

    /// <summary>The number of the outline, 0 where there is nothing in it.</summary>
    public int Write(PdfFile file)
    {
        if (root.Items.Count == 0) return 0;
        var number = file.Reserve();
        file.Write(number, $"<</Type/Outlines{Kids(file, root, number)}>>");
        return number;
    }

    private static string Kids(PdfFile file, Item parent, int number)
    {
        var numbers = parent.Items.ConvertAll(_ => file.Reserve());
        for (var at = 0; at < numbers.Count; at++)
        {
            var item = parent.Items[at];
            var body = new StringBuilder();
            body.Append(CultureInfo.InvariantCulture, $"<</Title{PdfText.String(item.Title)}/Parent {number} 0 R/Dest[{item.Page} 0 R/XYZ 0 {PdfText.Number(item.Top)} 0]");
            if (at > 0) body.Append(CultureInfo.InvariantCulture, $"/Prev {numbers[at - 1]} 0 R");
            if (at + 1 < numbers.Count) body.Append(CultureInfo.InvariantCulture, $"/Next {numbers[at + 1]} 0 R");
            if (item.Items.Count > 0) body.Append(Kids(file, item, numbers[at]));
            file.Write(numbers[at], body.Append(">>").ToString());
        }
        return string.Create(CultureInfo.InvariantCulture, $"/First {numbers[0]} 0 R/Last {numbers[^1]} 0 R/Count {parent.Count}");
    }
}
