using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>Everything a fiche is made of, gathered for one audience: what it prints and what its checks look at.</summary>
public sealed record FicheMaterial
{
    public required Guid FicheId { get; init; }
    public required string Language { get; init; }
    public required FicheState State { get; init; }
    public required int Version { get; init; }
    /// <summary>The code of its template.</summary>
    public required string Template { get; init; }
    /// <summary>Of the study, as #rrggbb; empty for the look's own.</summary>
    public required string Colour { get; init; }
    /// <summary>Of the study; null where it has none.</summary>
    public Logo? Logo { get; init; }
    public required Audience Audience { get; init; }
    /// <summary>When its prose was last changed or sent on, UTC: the date of a draft.</summary>
    public required DateTime ChangedAt { get; init; }

    public required LocalText StudyName { get; init; }
    public required string StudySlug { get; init; }
    public required string Funder { get; init; }
    public required string Licence { get; init; }
    public required Guid OfferingId { get; init; }
    public required string OfferingCode { get; init; }
    public required LocalText OfferingName { get; init; }
    /// <summary>Of the first flow of the offering; null when it stands in none.</summary>
    public required LocalText? FlowName { get; init; }

    /// <summary>The prose by the key of its section, as typed.</summary>
    public required IReadOnlyDictionary<string, string> Prose { get; init; }
    public required IReadOnlyList<MessageMaterial> Messages { get; init; }

    /// <summary>The offering's findings and all that the fiche cites, by code; support counts what this audience may know of.</summary>
    public required IReadOnlyList<FindingMaterial> Findings { get; init; }
    /// <summary>Of the offering, by code; those advised against are left out.</summary>
    public required IReadOnlyList<RecommendationRow> Recommendations { get; init; }
    /// <summary>The chosen quotes in their order, then those that prose points at.</summary>
    public required IReadOnlyList<QuoteMaterial> Quotes { get; init; }
    public required IReadOnlyList<QuantityMaterial> Quantities { get; init; }
    public required IReadOnlyList<StageMaterial> Stages { get; init; }
    public required IReadOnlyList<SourceMaterial> Sources { get; init; }
    /// <summary>All documents of the study: what each is, by its code.</summary>
    public required IReadOnlyDictionary<string, string> Documents { get; init; }
    /// <summary>On which themes which kinds of source speak of the offering; null where nothing is coded.</summary>
    public required MatrixMaterial? Matrix { get; init; }
    /// <summary>Where the offering stands among the candidates; null while the study has not released its scores.</summary>
    public PlaceMaterial? Place { get; init; }
    public required MethodMaterial Method { get; init; }
    public required OpinionMaterial Opinions { get; init; }
    /// <summary>Of a translation: what its source says now, by section and by message; null for one written for itself.</summary>
    public SourceFiche? Source { get; init; }

    /// <summary>What sections may need of the study, as templates name it.</summary>
    public IReadOnlySet<string> Gives => Place is null ? Nothing : Scores;

    private static readonly HashSet<string> Nothing = [], Scores = [SectionNeeds.Scores];

    public FindingMaterial? Finding(Guid id) => Findings.FirstOrDefault(finding => finding.Row.Id == id);

    public FindingMaterial? Finding(string code) => Findings.FirstOrDefault(finding => finding.Row.Code == code);

    public SourceMaterial? SourceOf(Guid sourceTextId) => Sources.FirstOrDefault(source => source.SourceTextId == sourceTextId);

    public string ProseOf(string key) => Prose.GetValueOrDefault(key, "");

    /// <summary>The terms of the glossary in a section of the source, beside what this translation says.</summary>
    public IReadOnlyList<TermUse> TermsOf(string section) =>
        Source is { } source ? TermUse.Of(source.Glossary, source.Language, source.Now(section), Language, ProseOf(section)) : [];

    /// <summary>Those in the title, which is the name of the offering.</summary>
    public IReadOnlyList<TermUse> TermsOfTitle =>
        Source is { } source ? TermUse.Of(source.Glossary, source.Language, OfferingName.Own(source.Language), Language, OfferingName.Own(Language)) : [];

    /// <summary>Those in the message of the source that a message translates.</summary>
    public IReadOnlyList<TermUse> TermsOf(Guid message) =>
        Source is { } source && source.FollowedMessages.TryGetValue(message, out var followed) && followed.Now is { } now
            ? TermUse.Of(source.Glossary, source.Language, now, Language, Messages.FirstOrDefault(one => one.Id == message)?.Text ?? "") : [];
}

public sealed record MessageMaterial(Guid Id, string Text, IReadOnlyList<Guid> FindingIds);

/// <param name="SourceTextIds">What supports it and may be printed, in the order of codes.</param>
/// <param name="IsOfOffering">Whether it concerns the offering of the fiche; else only something here cites it.</param>
public sealed record FindingMaterial(FindingRow Row, IReadOnlyList<Guid> SourceTextIds, bool IsOfOffering);

/// <param name="Text">As it is printed in this fiche: it may be the original or a translation of what was chosen.</param>
/// <param name="IsChosen">Chosen for the section of quotes; else prose points at it.</param>
/// <param name="MayBePrinted">Released by its expert for this audience, under a consent that holds.</param>
/// <param name="OriginalLanguage">Of the source text.</param>
public sealed record QuoteMaterial(
    Guid Id, string Code, string Text, string Language, QuoteForm Form, ApprovalState State, Guid SourceTextId, string OriginalLanguage, bool IsChosen, bool MayBePrinted);

/// <param name="SourceCode">The document that gives it: D-03; empty when none is recorded.</param>
/// <param name="IsShown">Of the offering or one of its flows; else prose points at it.</param>
public sealed record QuantityMaterial(string Key, LocalText Label, decimal Value, LocalText Unit, int? Year, string SourceCode, string SourceNote, string Locator, bool IsShown)
{
    public bool HasSource => SourceCode.Length > 0 || SourceNote.Length > 0;
}

/// <summary>One stage of the value chain with the distinct people and documents that see a lever or an obstacle there.</summary>
public sealed record StageMaterial(LocalText Name, int Levers, int Obstacles);

/// <param name="OriginCode">E-12 or D-07, for the team.</param>
/// <param name="Label">Code and words for this audience.</param>
/// <param name="Description">Of a document: authors, title, year; of a voice the words of its label, by which the sources are grouped.</param>
public sealed record SourceMaterial(Guid SourceTextId, string OriginCode, bool IsVoice, SourceLabel Label, string Description, bool IsFreeOfNames);

/// <summary>What the fiche speaks from: every text on its offering and every text that it cites, so that its sources, its matrix and this
/// count the same.</summary>
/// <param name="RoleClasses">Classes of role heard on the offering that enough people share to be told, with how many of each.</param>
/// <param name="OtherPeople">Heard, of classes that too few share.</param>
public sealed record MethodMaterial(
    int People, int Conversations, int Documents, DateOnly? From, DateOnly? To, IReadOnlyList<(string RoleClass, int People)> RoleClasses, int OtherPeople)
{
    /// <summary>Of the conversations, how many the sources list.</summary>
    public int CitedConversations { get; init; }

    /// <summary>Of the documents, how many they list.</summary>
    public int CitedDocuments { get; init; }
}

/// <summary>What was decided of an offering.</summary>
public enum Standing { Undecided, Retained, RetainedByVote, RetainedAgainst, NotRetained, NotRetainedAgainst }

/// <param name="Rank">1 + the number strictly above it; null while it is not wholly scored.</param>
/// <param name="Of">How many are ranked.</param>
/// <param name="TiedWith">The codes of those with the same rank.</param>
/// <param name="Share">Of the draws in which it is among those to retain, 0 to 1.</param>
/// <param name="MayStillEnter">How many without all their scores could still come among those to retain when this was computed.</param>
/// <param name="Reason">Of a vote or of a decision against the ranking.</param>
public sealed record PlaceMaterial(
    int? Rank, int Of, IReadOnlyList<string> TiedWith, double? Share, int MayStillEnter, int RetainedCount, Standing Standing, string Reason, IReadOnlyList<PlaceLine> Profile);

/// <param name="Name">Of the criterion, in the language of the fiche.</param>
/// <param name="Worth">From 0, the worst step, to 1; null when missing.</param>
/// <param name="MedianWorth">The median over the retained; null before a decision.</param>
/// <param name="Value">The score on the criterion's own scale, which runs from <paramref name="Worst"/> to <paramref name="Best"/>; null when missing.</param>
/// <param name="Median">The median of the retained on the same scale.</param>
public sealed record PlaceLine(string Name, double? Worth, double? MedianWorth, decimal? Value, decimal? Median, decimal Worst, decimal Best);

/// <summary>What the committee says of it in this round.</summary>
/// <param name="SetAside">Members whose word does not count, for they declared an interest.</param>
public sealed record OpinionMaterial(int WithoutReserve, int WithReserve, int Against, int SetAside)
{
    public static readonly OpinionMaterial None = new(0, 0, 0, 0);

    /// <summary>The one way in which the words of a round are counted.</summary>
    public static OpinionMaterial Of(IReadOnlyCollection<FicheApproval> words)
    {
        int Count(Opinion opinion) => words.Count(word => word.Counts && word.Opinion == opinion);
        return new OpinionMaterial(Count(Opinion.WithoutReserve), Count(Opinion.WithReserve), Count(Opinion.Against), words.Count(word => !word.Counts));
    }

    public int Count => WithoutReserve + WithReserve + Against;
}

/// <param name="Kinds">Kinds of source, documents last.</param>
/// <param name="Themes">Each with how many distinct people or documents speak of it, in the order of the kinds.</param>
public sealed record MatrixMaterial(IReadOnlyList<MatrixKind> Kinds, IReadOnlyList<(string Theme, IReadOnlyList<int> Counts)> Themes);

/// <param name="Name">Of a class of role; empty for the others.</param>
public sealed record MatrixKind(MatrixKindOf Of, string Name);

public enum MatrixKindOf { RoleClass, OtherPeople, Documents }

/// <summary>The fiche that a translation follows, as it stands.</summary>
/// <param name="Language">fr, nl or en.</param>
/// <param name="Followed">By section: the source's text that the translation was last said to follow.</param>
/// <param name="FollowedMessages">By message of the translation: the source's text then, and now; now is null once it is gone.</param>
public sealed record SourceFiche(
    string Language, IReadOnlyDictionary<string, string> Prose, IReadOnlyList<(Guid Id, string Text)> Messages,
    IReadOnlyDictionary<string, string> Followed, IReadOnlyDictionary<Guid, (string Then, string? Now)> FollowedMessages)
{
    /// <summary>Of the study: the words that keep translations the same.</summary>
    public GlossaryMatchers Glossary { get; init; } = new([]);

    public bool IsStale(string section) => Now(section) != Then(section);

    public string Now(string section) => Prose.GetValueOrDefault(section, "").Trim();

    public string Then(string section) => Followed.GetValueOrDefault(section, "").Trim();

    public bool IsStale(Guid message) => FollowedMessages.TryGetValue(message, out var followed) && followed.Now?.Trim() != followed.Then.Trim();
}
