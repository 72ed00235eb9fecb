using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>
/// Writes elements; all text and all attribute values are encoded here and nowhere else, and text gets the spaces of the
/// language of its element.
/// </summary>
internal sealed class HtmlWriter(string language = "")
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();
    private readonly Stack<(string Name, string Language)> open = new();

    /// <summary>Opens an element; attributes whose value is null are left out.</summary>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        var spoken = Language;
        foreach (var (attribute, value) in attributes)
            if (attribute == "lang" && value is not null) spoken = value;
        open.Push((name, spoken));
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
        html.Append("</").Append(open.Pop().Name).Append('>');
        return this;
    }

    public HtmlWriter Text(string text)
    {
        html.Append(Encoder.Encode(PrintableText.Breakable(text, Language)));
        return this;
    }

    /// <summary>Text so that it stands in an element or between the quotes of an attribute.</summary>
    public static string Encoded(string text) => Encoder.Encode(text);

    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Text of an attribute that people hear or read, such as the words for a picture.</summary>
    public string Spoken(string text) => PrintableText.Of(text, Language);

    private string Language => open.TryPeek(out var element) ? element.Language : language;

    public override string ToString() => html.ToString();

    private void Tag(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null) html.Append(' ').Append(attribute).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        html.Append('>');
    }
}
