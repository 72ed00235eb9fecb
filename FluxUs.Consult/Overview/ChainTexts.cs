using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Marks;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Overview;

/// <summary>Says the chain's figures: of each link how many, and the one thing that most needs a look.</summary>
public static class ChainTexts
{
    /// <param name="studyAddress">"/studies/demo".</param>
    /// <param name="offering">The code of the offering that the figures are of; null for the whole study.</param>
    public static IReadOnlyList<ChainLink> Of(ChainCounts counts, StudyAccess access, string studyAddress, IStringLocalizer<OverviewTexts> texts, string? offering = null)
    {
        string Filtered(string room) => offering is null ? $"{studyAddress}/{room}" : $"{studyAddress}/{room}?offering={offering}";
        string Lacking(string room, string lack) => Filtered(room) + (offering is null ? "?" : "&") + "lacks=" + lack;
        string What(string key, int count) => texts[Plural.IsOne(count) ? key + "One" : key];
        string Counted(string key, int count) => texts.Count(key, count);

        return
        [
            new(NodeKind.Voice, counts.Interviews, What("Interviews", counts.Interviews), Filtered("interviews"),
                counts.People == 0 ? null : $"{Counted("People", counts.People)}, {Counted("RoleClasses", counts.RoleClasses)}"),
            new(NodeKind.Print, counts.Documents, What("Documents", counts.Documents), Filtered("literature"),
                counts.DisputedFigures == 0 ? null : Counted("DisputedFigures", counts.DisputedFigures), Heed: true,
                NoteAddress: $"{studyAddress}/overview?table=quantities&only=true#tables"),
            Excerpts(counts, Filtered("evidence"), What, Counted, Lacking),
            new(NodeKind.Claim, counts.Findings, What("Findings", counts.Findings), Filtered("findings"),
                counts.UnsupportedFindings > 0 ? Counted("UnsupportedFindings", counts.UnsupportedFindings)
                : counts.SingleVoiceFindings > 0 ? Counted("SingleVoiceFindings", counts.SingleVoiceFindings) : null, Heed: true,
                NoteAddress: Lacking("findings", counts.UnsupportedFindings > 0 ? nameof(FindingLack.NoExcerpt) : nameof(FindingLack.SingleVoice))),
            new(NodeKind.Measure, counts.Recommendations, What("Recommendations", counts.Recommendations), Filtered("recommendations"),
                counts.RecommendationsWithoutFinding == 0 ? null : Counted("WithoutFinding", counts.RecommendationsWithoutFinding), Heed: true,
                NoteAddress: Lacking("recommendations", nameof(RecommendationLack.NoFinding))),
            new(NodeKind.Fiche, counts.Fiches, What("Fiches", counts.Fiches), Filtered("fiches"),
                counts.Fiches == 0 ? null : $"{Counted("Published", counts.FichesPublished)}, {Counted("InReview", counts.FichesInReview)}"),
        ];
    }

    private static ChainLink Excerpts(ChainCounts counts, string address, Func<string, int, string> what, Func<string, int, string> counted, Func<string, string, string> lacking)
    {
        var note = counts.ExcerptsToPlace > 0 ? counted("ExcerptsToPlace", counts.ExcerptsToPlace)
            : counts.ExcerptsWithoutOffering > 0 ? counted("WithoutOffering", counts.ExcerptsWithoutOffering) : null;
        return new(NodeKind.Excerpt, counts.Excerpts, what("Excerpts", counts.Excerpts), address, note, Heed: true,
            NoteAddress: lacking("evidence", counts.ExcerptsToPlace > 0 ? nameof(ExcerptLack.Place) : nameof(ExcerptLack.Offering)));
    }
}
