using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Templates;

/// <summary>Whether the editor writes a section, the study's data fill it, or both.</summary>
public enum SectionKind { Prose, Data, Mixed }

/// <summary>The order, titles and limits of a fiche's sections and its page style, as a file of <c>templates/fiches</c> gives them.</summary>
/// <param name="Code">How fiches refer to it; the name of its file.</param>
/// <param name="Sections">In the order in which they are printed.</param>
/// <param name="TakesColour">Whether the study's colour stands for the colour of its titles and marks.</param>
/// <param name="Band">Whether each fiche begins with a band of colour that bears the name of the study.</param>
/// <param name="Logo">Whether the logo of the study, where it has one, stands in the band.</param>
public sealed record FicheTemplate(
    string Code, string Version, LocalText Name, FicheLimits Limits, IReadOnlyList<TemplateSection> Sections, PageStyle Style, bool TakesColour, bool Band, bool Logo)
{
    /// <param name="colour">The study's, as #rrggbb; empty for none.</param>
    public PageStyle StyleFor(string colour) => TakesColour && colour.Length > 0
        ? Style with { Colours = Style.Colours with { Brand = colour, Headings = colour } }
        : Style;

    /// <summary>The sections that appear: those whose needs the study gives.</summary>
    /// <param name="given">Of <see cref="SectionNeeds"/>.</param>
    public IEnumerable<TemplateSection> Printed(IReadOnlySet<string> given) => Sections.Where(section => section.Needs.All(given.Contains));

    public TemplateSection? Section(string key) => Sections.FirstOrDefault(section => section.Key == key);
}

/// <param name="Needs">What the study must have for the section to appear: "Scores".</param>
/// <param name="MaximumWords">Null when the section has no limit of its own.</param>
public sealed record TemplateSection(
    string Key, int Number, int Page, SectionKind Kind, bool Required, int? MaximumWords, LocalText Heading, LocalText Hint, IReadOnlyList<string> Needs)
{
    public bool HasProse => Kind != SectionKind.Data;
}

/// <param name="FirstPageEndsWith">The key of the section that must end on page 1; empty when none must.</param>
public sealed record FicheLimits(int BodyWords, int Pages, string FirstPageEndsWith, CountRange KeyMessages, CountRange Recommendations, CountRange Findings, CountRange Quotes);

/// <summary>From so many to so many, both included.</summary>
public sealed record CountRange(int Minimum, int Maximum)
{
    public bool Holds(int count) => count >= Minimum && count <= Maximum;
}

/// <summary>What is wrong with the file of a template, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Key">A key of <see cref="FichesTexts"/>; its arguments are file, line, then <paramref name="Arguments"/>.</param>
public sealed record TemplateProblem(string FileName, long Line, string Key, params string[] Arguments);

/// <summary>What a section may need of the study, as a template names it.</summary>
public static class SectionNeeds
{
    public const string Scores = "Scores";
}

/// <summary>The keys of sections that the program fills or treats by itself; all others are prose under their heading.</summary>
public static class SectionKeys
{
    public const string OneSentence = "one-sentence";
    public const string KeyMessages = "key-messages";
    public const string Recommendations = "recommendations";
    public const string FlowToday = "flow-today";
    public const string Evidence = "evidence";
    public const string Quotes = "quotes";
    public const string Implementation = "implementation";
    public const string Divergence = "divergence";
    public const string WhatWouldChange = "what-would-change";
    public const string Why = "why";
    public const string Method = "method";
    public const string Sources = "sources";
}
