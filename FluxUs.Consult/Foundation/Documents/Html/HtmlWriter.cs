using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>Writes elements; all text and all attribute values are encoded here and nowhere else.</summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();
    private readonly Stack<string> open = new();

    /// <summary>Opens an element; attributes whose value is null are left out.</summary>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        open.Push(name);
        return this;
    }

    /// <summary>An element that has no content, such as a line break or a shape.</summary>
    public HtmlWriter Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        return this;
    }

    public HtmlWriter Close()
    {
        html.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    public HtmlWriter Text(string text)
    {
        html.Append(Encoder.Encode(text));
        return this;
    }

    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    public override string ToString() => html.ToString();

    private void Tag(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null) html.Append(' ').Append(attribute).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        html.Append('>');
    }
}
