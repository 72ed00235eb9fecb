using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>Writes running text: runs with their marks, and links.</summary>
internal sealed class DocxInlines(MainDocumentPart main, PageStyle style, DocxPlaces places)
{
    private readonly PageColours colours = style.Colours;
    private int links;

    private sealed record Look(bool Strong, bool Italic, string? Colour, string Language, string? Spoken, bool Linked);

    /// <summary>Adds the text to a paragraph, or to a link; <paramref name="language"/> is that of the text.</summary>
    public void Write(OpenXmlElement into, ImmutableArray<Inline> inlines, string language, ImmutableArray<string> basis = default, bool strong = false, string? spoken = null)
    {
        var look = new Look(strong, false, null, language, spoken, false);
        Write(into, inlines, look);
        if (basis.IsDefaultOrEmpty) return;
        foreach (var code in basis)
        {
            into.Append(Run(" ", look));
            WriteCode(into, code, look);
        }
    }

    private void Write(OpenXmlElement into, ImmutableArray<Inline> inlines, Look look)
    {
        foreach (var inline in inlines) Write(into, inline, look);
    }

    private void Write(OpenXmlElement into, Inline inline, Look look)
    {
        switch (inline)
        {
            case TextRun run: into.Append(Run(run.Text, look)); break;
            case Emphasis part: Write(into, part.Inlines, look with { Italic = true }); break;
            case Strong part: Write(into, part.Inlines, look with { Strong = true }); break;
            case Soft part: Write(into, part.Inlines, look with { Colour = colours.Soft }); break;
            case LanguageSpan part:
                var tag = LanguageTag.OrNull(part.Language);
                Write(into, part.Inlines, tag is null ? look : look with { Language = tag, Spoken = tag });
                break;
            case Link part: WriteLink(into, part, look); break;
            case CodeReference reference: WriteCode(into, reference.Code, look); break;
            case ConfidenceMark mark:
                var steps = Run(new string('■', mark.Level) + new string('□', 4 - mark.Level) + "\u00a0", look);
                // The serif lacks the empty step.
                (steps.RunProperties ??= new W.RunProperties()).RunFonts = DocxStyles.Fonts(style.Labels);
                into.Append(steps);
                into.Append(Run(mark.Word, look with { Strong = true }));
                break;
            case LineBreak: into.Append(new W.Run(new W.Break())); break;
        }
    }

    private void WriteLink(OpenXmlElement into, Link link, Look look)
    {
        if (look.Linked || LinkTo(link.Address) is not { } element)
        {
            Write(into, link.Inlines, look);
            return;
        }
        Write(element, link.Inlines, look with { Linked = true });
        into.Append(element);
    }

    private void WriteCode(OpenXmlElement into, string code, Look look)
    {
        // Smaller than what it stands behind, as in print.
        var run = Run(code, look with { Strong = true, Colour = colours.Of(EvidenceCodes.KindOf(code)) });
        (run.RunProperties!.RunFonts, run.RunProperties.FontSize) = (DocxStyles.Fonts(style.Labels), DocxStyles.Size(style.SmallSize));
        if (!look.Linked && LinkTo("#" + code) is { } element)
        {
            element.Append(run);
            into.Append(element);
            return;
        }
        into.Append(run);
    }

    private W.Hyperlink? LinkTo(string address)
    {
        if (address.StartsWith('#')) return places.Find(address[1..]) is { } place ? new W.Hyperlink { Anchor = place } : null;
        if (!LinkAddress.IsAllowed(address)) return null;
        var id = FormattableString.Invariant($"link{++links}");
        main.AddHyperlinkRelationship(new Uri(address), true, id);
        return new W.Hyperlink { Id = id };
    }

    private static W.Run Run(string text, Look look)
    {
        var properties = new W.RunProperties();
        if (look is { Linked: true, Colour: null }) properties.Append(new W.RunStyle { Val = "Hyperlink" });
        if (look.Strong) properties.Append(new W.Bold());
        if (look.Italic) properties.Append(new W.Italic());
        if (look.Colour is not null) properties.Append(new W.Color { Val = look.Colour[1..] });
        if (look.Spoken is not null) properties.Append(new W.Languages { Val = DocxLanguage.Of(look.Spoken) });
        var run = new W.Run();
        if (properties.HasChildren) run.Append(properties);
        var parts = PrintableText.Breakable(text, look.Language).Split(PrintableText.SoftHyphen);
        for (var at = 0; at < parts.Length; at++)
        {
            if (at > 0) run.Append(new W.SoftHyphen());
            run.Append(new W.Text(parts[at]) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }
}

/// <summary>Named places as word processors allow them: a letter, then letters and digits, at most forty.</summary>
internal sealed class DocxPlaces(IReadOnlySet<string> anchors)
{
    private readonly Dictionary<string, string> names = anchors.Order(StringComparer.Ordinal).Select((anchor, at) => (anchor, at))
        .ToDictionary(place => place.anchor, place => FormattableString.Invariant($"place{place.at + 1}"), StringComparer.Ordinal);

    private int marks;

    public string? Find(string anchor) => names.GetValueOrDefault(anchor);

    /// <summary>Marks the beginning of a paragraph as the place.</summary>
    public void Mark(W.Paragraph paragraph, string? anchor)
    {
        if (anchor is null || !names.TryGetValue(anchor, out var name)) return;
        var id = (++marks).ToString(System.Globalization.CultureInfo.InvariantCulture);
        paragraph.Append(new W.BookmarkStart { Id = id, Name = name }, new W.BookmarkEnd { Id = id });
    }
}
