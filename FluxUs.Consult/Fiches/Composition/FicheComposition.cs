using System.Collections.Immutable;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>What a document is printed as: a draft, or an edition with its number.</summary>
/// <param name="Identifier">Of the edition, or of the fiche for a draft: same identifier and date, same bytes.</param>
/// <param name="Number">Of the edition; null for a draft.</param>
/// <param name="Address">Where the edition stands for good; empty for a draft.</param>
public sealed record Printing(Guid Identifier, DateTimeOffset Date, int? Number, string Address);

/// <summary>Builds the document of a fiche from its material along its template. It reads nothing but what it is given: the
/// same material gives the same document.</summary>
public static class FicheComposition
{
    /// <summary>The place where the section that must end on page 1 ends.</summary>
    public const string FirstPageEnd = "first-page-end";

    /// <summary>In units of a drawing: as wide as a page's text once the engine has scaled it, at most to four fifths.</summary>
    internal const double PaperWidth = 620;

    private const double LeastForSecondPage = 0.35;
    private const double LeastForMethod = 0.3;

    public static FicheDocument Compose(FicheMaterial material, FicheTemplate template, Printing printing)
    {
        var words = new FicheWords(material.Language);
        var name = material.OfferingName.In(material.Language);
        var edition = printing.Number is { } number ? words.Say("EditionNumber", number) : words.Say("DraftWord");
        var prose = new FicheProse(material, words);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (template.Band) blocks.Add(new BandBlock(material.StudyName.In(material.Language)) { Logo = template.Logo ? material.Logo : null });
        blocks.Add(Head(material, words, printing, name, edition));
        blocks.Add(Messages(material, prose));
        var turned = false;
        foreach (var section in template.Printed(material.Gives).Where(section => section.Key is not (SectionKeys.OneSentence or SectionKeys.KeyMessages)))
        {
            ImmutableArray<Block> inside = [.. Section(section.Key, material, words, prose, printing)];
            if (inside.IsEmpty) continue;
            // What belongs to page 2 begins there, unless page 1 would be left half empty for it; method and sources go together.
            var turns = section.Page > 1 && !turned;
            turned |= turns;
            blocks.Add(new HeadingBlock(2, [section.Heading.In(material.Language)])
            {
                Anchor = section.Key,
                LeastShare = turns ? LeastForSecondPage : section.Key == SectionKeys.Method ? LeastForMethod : null,
            });
            if (section.Key == template.Limits.FirstPageEndsWith) inside = inside.SetItem(inside.Length - 1, inside[^1] with { Anchor = FirstPageEnd });
            blocks.AddRange(inside);
        }

        return new FicheDocument(
            new DocumentDetails
            {
                Title = $"{material.OfferingCode} · {name}",
                Language = material.Language,
                Identifier = printing.Identifier,
                Date = printing.Date,
                Author = material.StudyName.In(material.Language),
                Subject = material.FlowName?.In(material.Language) ?? "",
                Footer = $"{material.OfferingCode} · {name} · {edition}",
            },
            blocks.ToImmutable())
        {
            FirstPageEnd = template.Limits.FirstPageEndsWith.Length > 0 ? FirstPageEnd : null,
        };
    }

    private static HeadBlock Head(FicheMaterial material, FicheWords words, Printing printing, string name, string edition)
    {
        // What is printed of a published fiche without being its edition is the draft of the next.
        var state = printing.Number is not null ? FicheState.Published : material.State == FicheState.Published ? FicheState.Draft : material.State;
        return new HeadBlock(material.FlowName?.In(material.Language) ?? "", material.OfferingCode, name)
        {
            State = state switch { FicheState.InReview => HeadState.Review, FicheState.Approved or FicheState.Published => HeadState.Done, _ => HeadState.Draft },
            StateWords = words.Say(FicheStateWords.Key(state, material.Opinions.WithReserve > 0)),
            Edition = edition,
            Date = Formatting.Date(DateOnly.FromDateTime(printing.Date.UtcDateTime), words.Culture),
            Language = words.Say("LanguageName"),
        };
    }

    private static MessagesBlock Messages(FicheMaterial material, FicheProse prose) => new(
        prose.Line(SectionKeys.OneSentence),
        [.. material.Messages.Select(message => new Foundation.Documents.KeyMessage(prose.LineOf(message.Text), prose.CodesOf(message.FindingIds))).Where(message => !PlainText.IsBlank(message.Inlines))]);

    private static IEnumerable<Block> Section(string key, FicheMaterial material, FicheWords words, FicheProse prose, Printing printing) => key switch
    {
        SectionKeys.Recommendations => MeasureSections.Recommendations(material, words, prose),
        SectionKeys.Why => PlaceSection.Of(material, words, prose),
        SectionKeys.FlowToday => [.. prose.Blocks(key), .. FlowSections.Today(material, words)],
        SectionKeys.Evidence => [.. prose.Blocks(key), .. EvidenceSections.Findings(material, words, prose), .. EvidenceSections.Matrix(material, words)],
        SectionKeys.Quotes => [.. EvidenceSections.Quotes(material, words), .. prose.Blocks(key)],
        SectionKeys.Implementation => MeasureSections.Implementation(material, words, prose),
        SectionKeys.WhatWouldChange => [.. prose.Blocks(key), .. MeasureSections.Indicators(material, words)],
        SectionKeys.Divergence => [.. prose.Blocks(key), .. EvidenceSections.Divergence(material, words)],
        SectionKeys.Method => EvidenceSections.Method(material, words),
        SectionKeys.Sources => EvidenceSections.Sources(material, words, prose, printing),
        _ => prose.Blocks(key),
    };
}
