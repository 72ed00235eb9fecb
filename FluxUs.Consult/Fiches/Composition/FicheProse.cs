using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Recommendations;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>The editor's prose as blocks, its tokens turned into what they stand for.</summary>
internal sealed class FicheProse(FicheMaterial material, FicheWords words)
{
    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);

    /// <summary>Codes of documents that figures and prose pointed at, beside the sources of findings.</summary>
    public IReadOnlyCollection<string> DocumentCodes => _documents;

    public ImmutableArray<Block> Blocks(string key) =>
        material.ProseOf(key) is { Length: > 0 } text ? MarkdownReader.Read(text, token => Resolve(token, key)).Blocks : [];

    public ImmutableArray<Inline> Line(string key) => LineOf(material.ProseOf(key), key);

    /// <summary>The text as one run of words: a sentence is no place for paragraphs.</summary>
    public ImmutableArray<Inline> LineOf(string text, string key = "") =>
        text.Trim().Length == 0 ? [] : [.. MarkdownReader.Read(text.Trim(), token => Resolve(token, key)).Blocks
            .SelectMany((block, index) => block is ParagraphBlock paragraph ? index == 0 ? paragraph.Inlines : [" ", .. paragraph.Inlines] : ImmutableArray<Inline>.Empty)];

    /// <summary>The codes of what these findings rest on: interviews first.</summary>
    public ImmutableArray<string> CodesOf(IEnumerable<Guid> findingIds) => [.. findingIds
        .Select(material.Finding).Where(finding => finding is not null).SelectMany(finding => finding!.SourceTextIds)
        .Select(material.SourceOf).Where(source => source is not null).OrderBy(source => source!.IsVoice ? 0 : 1).Select(source => source!.Label.Code).Distinct()];

    // A code that may not be told is not printed as it was typed either; the checks name it to the editor.
    private ImmutableArray<Inline>? Resolve(FactToken token, string key) => token.Kind switch
    {
        FactKind.Finding => Finding(token.Key, key == SectionKeys.Evidence),
        FactKind.Quote => Quote(token.Key),
        FactKind.Number => Number(token.Key),
        _ => Source(token.Key),
    } ?? [new Soft([words.Say("ReferenceMissing")])];

    // Where evidence is told, confidence and mix of sources follow the code; elsewhere the code is enough.
    private ImmutableArray<Inline>? Finding(string code, bool whole)
    {
        if (material.Finding(code) is not { } finding) return null;
        return whole
            ? [new CodeReference(code), "\u00A0", words.Mark(finding.Row.Level, isAlone: true), " ", new Soft([words.Mix(finding.Row.Support)])]
            : [new CodeReference(code)];
    }

    private ImmutableArray<Inline>? Quote(string code)
    {
        var quote = material.Quotes.FirstOrDefault(quote => quote.Code == code);
        if (quote is null) return null;
        // Words that wait for their author's consent are nobody's to read, in a draft either.
        if (!quote.MayBePrinted) return [new Soft([words.Say("QuoteNotReleased", code)])];
        var source = material.SourceOf(quote.SourceTextId);
        return ["«\u00A0", .. words.Said(new Worded(quote.Text, quote.Language)), "\u00A0» ", .. source is null ? ImmutableArray<Inline>.Empty : [new CodeReference(source.Label.Code)]];
    }

    private ImmutableArray<Inline>? Number(string key)
    {
        var figures = material.Quantities.Where(quantity => quantity.Key == key).ToList();
        if (figures.Count == 0) return null;
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        foreach (var figure in figures)
        {
            // Figures that disagree stand side by side.
            if (inlines.Count > 0) inlines.Add(words.Say("Or"));
            inlines.Add(new Strong([words.Quantity(figure)]));
            inlines.Add(" (");
            inlines.Add(figure.Year?.ToString(CultureInfo.InvariantCulture) ?? words.Say("YearUnknown"));
            if (figure.SourceCode.Length > 0)
            {
                _documents.Add(figure.SourceCode);
                inlines.Add(", ");
                inlines.Add(new CodeReference(figure.SourceCode));
            }
            else
            {
                inlines.Add(", " + (figure.SourceNote.Length > 0 ? figure.SourceNote : words.Say("SourceUnknown")));
            }

            inlines.Add(")");
        }

        return inlines.ToImmutable();
    }

    private ImmutableArray<Inline>? Source(string code)
    {
        if (material.Sources.FirstOrDefault(source => source.OriginCode == code) is { } source) return [new CodeReference(source.Label.Code)];
        if (!material.Documents.ContainsKey(code)) return null;
        _documents.Add(code);
        return [new CodeReference(code)];
    }
}
