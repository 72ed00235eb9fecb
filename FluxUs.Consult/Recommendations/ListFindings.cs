using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <summary>What a finding lacks to carry anything.</summary>
public enum FindingLack { NoExcerpt, SingleVoice, NoConfidence, ToWeighAgain, NoOffering }

/// <summary>An offering as lists name it.</summary>
public sealed record OfferingName(Guid Id, string Code, LocalText Name);

public sealed record FindingRow(
    Guid Id, string Code, string Statement, string Language, ConfidenceLevel? Level, bool IsExplained,
    IReadOnlyList<OfferingName> Offerings, SupportCount Support, IReadOnlyList<FindingLack> Lacks)
{
    /// <summary>The statement in the other languages.</summary>
    public LocalText Translations { get; init; } = new("");

    /// <summary>The translations that the statement has moved away from.</summary>
    public IReadOnlyList<StaleTranslation> Stale { get; init; } = [];

    public bool IsStaleIn(string language) => Stale.Any(translation => translation.Language == language);

    /// <summary>The statement in a language, or in its own where nobody has translated it.</summary>
    public Worded In(string language) => Worded.In(language, Statement, Language, Translations);

    /// <summary>Its confidence was weighed on something that is gone.</summary>
    public bool IsToWeighAgain => Lacks.Contains(FindingLack.ToWeighAgain);

    /// <summary>In the language of the reader.</summary>
    public Worded Read => In(Foundation.Ui.Languages.Current.Code);
}

/// <param name="OfferingCode">P01, or null for all.</param>
/// <param name="Ids">Only these findings; empty for all.</param>
/// <param name="IsStale">Only those with a translation that the statement has moved away from.</param>
public sealed record FindingFilter(
    string? OfferingCode = null, ConfidenceLevel? Level = null, FindingLack? Lack = null, IReadOnlyCollection<Guid>? Ids = null, bool IsStale = false);

/// <summary>The findings of a study with what they rest on and what they lack, in few queries whatever their number.</summary>
public sealed class ListFindings(ConsultDbContext db, FindingSupport support)
{
    public async Task<Outcome<IReadOnlyList<FindingRow>>> Run(StudyAccess access, FindingFilter filter, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFindings)) return Outcome.Forbidden;
        return Outcome.Done(await RowsOf(access.StudyId, filter, cancellation));
    }

    internal async Task<IReadOnlyList<FindingRow>> RowsOf(Guid studyId, FindingFilter filter, CancellationToken cancellation)
    {
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == studyId)
            .Select(offering => new OfferingName(offering.Id, offering.Code, offering.Name)).ToDictionaryAsync(offering => offering.Id, cancellation);
        var findings = db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == studyId);
        if (filter.OfferingCode is { Length: > 0 } code)
        {
            var wanted = offerings.Values.Where(offering => offering.Code == code).Select(offering => offering.Id).ToList();
            findings = findings.Where(finding => finding.Offerings.Any(bound => wanted.Contains(bound.OfferingId)));
        }

        if (filter.Ids is { } ids) findings = findings.Where(finding => ids.Contains(finding.Id));
        if (filter.Level is { } level) findings = findings.Where(finding => finding.Confidence.Level == level);
        var loaded = await findings.OrderBy(finding => finding.Code)
            .Select(finding => new { finding.Id, finding.Code, finding.Statement, finding.Language, finding.Translations, finding.TranslatedFrom, finding.Confidence, finding.WeighAgainSince, Offerings = finding.Offerings.Select(bound => bound.OfferingId).ToList() })
            .ToListAsync(cancellation);
        if (loaded.Count == 0) return [];

        // All of the study at once when the filter leaves many: a list of ids would only slow the query down.
        IReadOnlyCollection<Guid> asked = loaded.Count > 200 ? [] : [.. loaded.Select(finding => finding.Id)];
        var counted = FindingSupport.Count(await support.SourcesOf(studyId, asked, cancellation));
        var rows = loaded.Select(finding =>
        {
            var rests = counted.GetValueOrDefault(finding.Id, SupportCount.None);
            return new FindingRow(finding.Id, finding.Code, finding.Statement, finding.Language, finding.Confidence.Level, finding.Confidence.IsExplained,
                [.. finding.Offerings.Where(offerings.ContainsKey).Select(id => offerings[id]).OrderBy(offering => offering.Code, StringComparer.Ordinal)],
                rests, [.. LacksOf(rests, finding.Confidence, finding.WeighAgainSince, finding.Offerings.Count)])
            { Translations = finding.Translations, Stale = StaleTranslation.Of(finding.Statement, finding.Language, finding.Translations, finding.TranslatedFrom) };
        });
        if (filter.IsStale) rows = rows.Where(row => row.Stale.Count > 0);
        return [.. filter.Lack is { } lack ? rows.Where(row => row.Lacks.Contains(lack)) : rows];
    }

    internal static IEnumerable<FindingLack> LacksOf(SupportCount support, ConfidenceAssessment confidence, DateTime? weighAgainSince, int offerings)
    {
        if (support.HasNoExcerpt) yield return FindingLack.NoExcerpt;
        if (support.IsSingleVoice) yield return FindingLack.SingleVoice;
        if (!confidence.IsExplained) yield return FindingLack.NoConfidence;
        if (weighAgainSince is not null) yield return FindingLack.ToWeighAgain;
        if (offerings == 0) yield return FindingLack.NoOffering;
    }
}
