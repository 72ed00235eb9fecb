using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>Writes running text.</summary>
internal sealed class InlineHtml(HtmlWriter html, CodeAddress addresses)
{
    public void Write(ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines) Write(inline);
    }

    /// <summary>The codes that something rests on, after its text.</summary>
    public void WriteBasis(ImmutableArray<string> codes)
    {
        foreach (var code in codes)
        {
            html.Text(" ");
            WriteCode(code);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case TextRun run: html.Text(run.Text); break;
            case Emphasis emphasis: Wrap("em", null, null, emphasis.Inlines); break;
            case Strong strong: Wrap("strong", null, null, strong.Inlines); break;
            case Soft soft: Wrap("span", "soft", null, soft.Inlines); break;
            case LanguageSpan span: Wrap("span", null, span.Language, span.Inlines); break;
            case Link link when LinkAddress.IsAllowed(link.Address):
                html.Open("a", ("href", link.Address));
                Write(link.Inlines);
                html.Close();
                break;
            case Link link: Write(link.Inlines); break;
            case CodeReference reference: WriteCode(reference.Code); break;
            case ConfidenceMark mark: Write(mark); break;
            case LineBreak: html.Empty("br"); break;
        }
    }

    private void Wrap(string element, string? style, string? language, ImmutableArray<Inline> inlines)
    {
        html.Open(element, ("class", style), ("lang", LanguageTag.OrNull(language)));
        Write(inlines);
        html.Close();
    }

    private void WriteCode(string code)
    {
        var style = EvidenceCodes.KindOf(code) is var kind and not EvidenceKind.Other ? "src " + KindClass(kind) : "src";
        var address = addresses(code);
        html.Open(address is null ? "span" : "a", ("class", style), ("href", address)).Text(code).Close();
    }

    private void Write(ConfidenceMark mark)
    {
        html.Open("span", ("class", "sure")).Open("i", ("aria-hidden", "true"));
        for (var step = 1; step <= 4; step++) html.Open("b", ("class", step <= mark.Level ? "on" : null)).Close();
        html.Close();
        if (mark.About is { } about) html.Open("span", ("class", "visually-hidden")).Text(about + " ").Close();
        html.Text(mark.Word).Close();
    }

    public static string KindClass(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Voice => "voice",
        EvidenceKind.Print => "print",
        EvidenceKind.Claim => "claim",
        EvidenceKind.Measure => "measure",
        _ => "other",
    };
}
