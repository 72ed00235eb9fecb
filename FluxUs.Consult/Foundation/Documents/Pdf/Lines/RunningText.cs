using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents.Hyphenation;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>Turns the inlines of a document into pieces of lines, with their elements in the structure.</summary>
/// <param name="confidence">What a sign of confidence is heard as, where the text before it does not say so.</param>
internal sealed class RunningText(Typography type, PlaceNames places, string confidence = "")
{
    /// <summary>The pieces of some running text and of the codes it rests on.</summary>
    public List<Piece> Of(ImmutableArray<Inline> inlines, TextStyle style, StructureNode owner, string language, ImmutableArray<string> basis = default)
    {
        var pieces = new List<Piece>();
        Add(pieces, inlines, new(style, owner, language, null));
        if (basis.IsDefaultOrEmpty) return pieces;
        var context = new Context(style, owner, language, null);
        foreach (var code in basis)
        {
            AddText(pieces, " ", context);
            AddCode(pieces, code, context);
        }
        return pieces;
    }

    public List<Piece> Of(string text, TextStyle style, StructureNode owner, string language) => Of([text], style, owner, language);

    private sealed record Context(TextStyle Style, StructureNode Owner, string Language, LinkTarget? Link);

    private void Add(List<Piece> pieces, ImmutableArray<Inline> inlines, Context context)
    {
        foreach (var inline in inlines) Add(pieces, inline, context);
    }

    private void Add(List<Piece> pieces, Inline inline, Context context)
    {
        var style = context.Style;
        switch (inline)
        {
            case TextRun run: AddText(pieces, run.Text, context); break;
            case Emphasis part: Add(pieces, part.Inlines, context with { Style = style with { Italic = true } }); break;
            case Strong part: Add(pieces, part.Inlines, context with { Style = style with { Strong = true } }); break;
            case Soft part: Add(pieces, part.Inlines, context with { Style = style with { Colour = type.Colours.Soft } }); break;
            case LanguageSpan part: Add(pieces, part.Inlines, LanguageTag.OrNull(part.Language) is { } tag ? context with { Language = tag, Owner = StructureNode.Inline("Span", context.Owner, tag) } : context); break;
            case Link part: Add(pieces, part.Inlines, TargetOf(part) is { } target && context.Link is null ? Linked(context, target, type.Colours.Brand) : context); break;
            case CodeReference reference: AddCode(pieces, reference.Code, context); break;
            case ConfidenceMark mark: AddConfidence(pieces, mark, context); break;
            case LineBreak: pieces.Add(new BreakPiece(context.Owner)); break;
        }
    }

    private static Context Linked(Context context, LinkTarget target, string colour) => context with
    {
        Link = target,
        Owner = StructureNode.Inline("Link", context.Owner),
        Style = context.Style with { Colour = colour, Underlined = true },
    };

    private LinkTarget? TargetOf(Link link)
    {
        var words = PlainText.Of(link.Inlines);
        if (PlainText.IsBlank(words)) return null;
        if (link.Address.StartsWith('#')) return places.Find(link.Address[1..]) is { } place ? new(place, true, words) : null;
        return LinkAddress.IsAllowed(link.Address) ? new(Ascii(new Uri(link.Address)), false, words) : null;
    }

    /// <summary>An address in ASCII alone, as ISO 32000-1 (12.6.4.7) wants it, its host too.</summary>
    private static string Ascii(Uri address) =>
        address.IdnHost == address.Host ? address.AbsoluteUri : new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;

    private void AddCode(List<Piece> pieces, string code, Context context)
    {
        var colour = type.Colours.Of(EvidenceCodes.KindOf(code));
        var target = context.Link is null && places.Find(code) is { } place ? new LinkTarget(place, true, code) : null;
        var linked = target is null ? context : Linked(context, target, colour);
        var style = type.Code with { Colour = colour, Size = Math.Min(type.Code.Size, context.Style.Size), Underlined = target is not null };
        AddText(pieces, code, linked with { Style = style });
    }

    private void AddConfidence(List<Piece> pieces, ConfidenceMark mark, Context context)
    {
        var isSaid = confidence.Length == 0 || (pieces.LastOrDefault() is TextPiece before && before.Shaped.Text.TrimEnd().EndsWith(confidence, StringComparison.OrdinalIgnoreCase));
        pieces.Add(new SignPiece(mark.Level, context.Style, isSaid ? context.Owner : StructureNode.Inline("Span", context.Owner, actualText: confidence + " ")));
        // A short word that means as much as this one is not parted.
        AddText(pieces, mark.Word, context with { Style = context.Style with { Strong = true, Hyphenated = false } });
    }

    private static void AddText(List<Piece> pieces, string text, Context context)
    {
        var words = PrintableText.Breakable(text, context.Language);
        var soft = SoftHyphensIn(words);
        if (soft.Count > 0) words = words.Replace("\u00ad", "", StringComparison.Ordinal);
        var first = 0;
        foreach (var shaped in Shaper.Shape(words, context.Style.Typeface, context.Language))
        {
            var end = first + shaped.Text.Length;
            pieces.Add(new TextPiece(shaped, context.Style, context.Owner)
            {
                Link = context.Link,
                Hyphenator = Hyphenator.For(context.Language),
                SoftHyphens = soft.Count == 0 ? [] : [.. soft.Where(place => place >= first && place < end).Select(place => place - first)],
            });
            first = end;
        }
    }

    /// <summary>Where soft hyphens stand, counted without them.</summary>
    private static List<int> SoftHyphensIn(string text)
    {
        var places = new List<int>();
        for (var at = text.IndexOf(PrintableText.SoftHyphen, StringComparison.Ordinal); at >= 0; at = text.IndexOf(PrintableText.SoftHyphen, at + 1))
            places.Add(at - places.Count);
        return places;
    }
}
