using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <summary>An excerpt as the page of its finding shows it.</summary>
/// <param name="Text">What was said or read; its released quote, or null, when its text is not yet open to this reader.</param>
/// <param name="RoleClass">Of who speaks; empty for a document, and where this reader may not be told.</param>
/// <param name="IsOpen">Whether this reader may open the text it stands in.</param>
public sealed record BoundExcerpt(
    Guid ExcerptId, Guid SourceTextId, int Number, string SourceCode, SourceKind Kind, bool IsFor, Worded? Text, string RoleClass,
    TimeSpan? At, int? Page, string? QuoteCode, ApprovalState? QuoteState, bool IsOpen);

/// <summary>What would be left for the claim without the words of one person.</summary>
/// <param name="Codes">Of the conversations with that person: E-12.</param>
public sealed record WithoutPerson(string Codes, int PeopleLeft, int RoleClassesLeft, int DocumentsLeft)
{
    public bool NothingLeft => PeopleLeft + DocumentsLeft == 0;

    public bool SingleVoiceLeft => PeopleLeft == 1 && DocumentsLeft == 0;
}

public sealed record RecommendationUse(string Code, string Statement);

public sealed record FindingDetail(
    Guid Id, string Code, string Statement, string Language, int Version, ConfidenceAssessment Confidence, string? SettledBy,
    IReadOnlyList<OfferingName> Offerings, IReadOnlyList<BoundExcerpt> Excerpts, SupportCount Support, IReadOnlyList<FindingLack> Lacks,
    IReadOnlyList<RecommendationUse> Recommendations, IReadOnlyList<FindingUse> Uses, IReadOnlyList<WithoutPerson> Withdrawals)
{
    /// <summary>The statement in the other languages.</summary>
    public LocalText Translations { get; init; } = new("");

    /// <summary>The translations that the statement has moved away from.</summary>
    public IReadOnlyList<StaleTranslation> Stale { get; init; } = [];

    /// <summary>Since when its confidence no longer weighs what it rests on, and why; null while it does.</summary>
    public DateTime? WeighAgainSince { get; init; }

    public EvidenceLoss? WeighAgainWhy { get; init; }

    /// <summary>The statement in the language of the reader.</summary>
    public Worded Read => Worded.In(Foundation.Ui.Languages.Current.Code, Statement, Language, Translations);
}

/// <summary>One finding with the excerpts for and against it, what leans on it and what a withdrawal would leave.</summary>
public sealed class ReadFinding(ConsultDbContext db, FindingSupport support, TellableRoles tellable, IEnumerable<IRestsOnFindings> above)
{
    public async Task<Outcome<FindingDetail>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFindings)) return Outcome.Forbidden;
        var finding = await db.Set<Finding>().AsNoTracking().Include(found => found.Offerings)
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (finding is null) return Outcome.NotFound;

        var offeringIds = finding.Offerings.Select(offering => offering.OfferingId).ToList();
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offeringIds.Contains(offering.Id)).OrderBy(offering => offering.Code)
            .Select(offering => new OfferingName(offering.Id, offering.Code, offering.Name)).ToListAsync(cancellation);
        var sources = await support.SourcesOf(access.StudyId, [finding.Id], cancellation);
        var counted = FindingSupport.Count(sources).GetValueOrDefault(finding.Id, SupportCount.None);
        var reader = Foundation.Ui.Languages.Current.Code;
        var recommendations = await db.Set<Recommendation>().AsNoTracking()
            .Where(recommendation => recommendation.StudyId == access.StudyId && recommendation.Findings.Any(bound => bound.FindingId == finding.Id))
            .OrderBy(recommendation => recommendation.Code).Select(recommendation => new RecommendationUse(recommendation.Code,
                recommendation.Translations.Where(translation => translation.Language == reader && recommendation.Language != reader && translation.Wording.Statement != "").Select(translation => translation.Wording.Statement).FirstOrDefault() ?? recommendation.Statement)).ToListAsync(cancellation);
        var uses = new List<FindingUse>();
        foreach (var room in above) uses.AddRange(await room.UsesOf(access, [finding.Id], cancellation));
        var settledBy = finding.Confidence.SettledBy is { } account
            ? await db.Set<Account>().AsNoTracking().Where(found => found.Id == account).Select(found => found.DisplayName).FirstOrDefaultAsync(cancellation)
            : null;

        return new FindingDetail(
            finding.Id, finding.Code, finding.Statement, finding.Language, finding.Version, finding.Confidence, settledBy, offerings,
            await Excerpts(access, finding.Id, sources, cancellation), counted, [.. ListFindings.LacksOf(counted, finding.Confidence, finding.WeighAgainSince, offerings.Count)],
            recommendations, uses, [.. Withdrawals(sources)])
        { Translations = finding.Translations, Stale = StaleTranslation.Of(finding.Statement, finding.Language, finding.Translations, finding.TranslatedFrom), WeighAgainSince = finding.WeighAgainSince, WeighAgainWhy = finding.WeighAgainWhy };
    }

    private async Task<IReadOnlyList<BoundExcerpt>> Excerpts(StudyAccess access, Guid findingId, IReadOnlyList<FindingSource> sources, CancellationToken cancellation)
    {
        var rows = await db.Set<FindingEvidence>().AsNoTracking().Where(evidence => evidence.FindingId == findingId)
            .Join(db.Set<Excerpt>(), evidence => evidence.ExcerptId, excerpt => excerpt.Id, (evidence, excerpt) => new { evidence.IsFor, excerpt })
            .Join(db.Set<SourceText>(), both => both.excerpt.SourceTextId, text => text.Id, (both, text) => new { both.IsFor, both.excerpt, text })
            .Select(all => new
            {
                all.excerpt.Id,
                SourceId = all.text.Id,
                all.excerpt.Number,
                all.text.Code,
                all.text.Kind,
                all.text.Language,
                all.IsFor,
                all.excerpt.Quote,
                all.excerpt.Start,
                IsFree = all.text.FreeOfNamesAt != null,
            })
            .ToListAsync(cancellation);
        var places = (await db.Set<FindingEvidence>().AsNoTracking().Where(evidence => evidence.FindingId == findingId)
            .Join(db.Set<Excerpt>(), evidence => evidence.ExcerptId, excerpt => excerpt.Id, (evidence, excerpt) => excerpt)
            .Join(db.Set<SourceTextVersion>(), excerpt => new { Id = excerpt.SourceTextId, Number = excerpt.TextVersion },
                version => new { Id = version.SourceTextId, version.Number }, (excerpt, version) => new { excerpt, version.Id })
            .Join(db.Set<Segment>(), both => both.Id, segment => segment.SourceTextVersionId, (both, segment) => new { both.excerpt, segment })
            .Where(both => both.segment.Start <= both.excerpt.Start && both.segment.Start + both.segment.Length > both.excerpt.Start)
            .Select(both => new { both.excerpt.Id, both.segment.From, both.segment.Captions, Offset = both.excerpt.Start - both.segment.Start, both.segment.Page }).ToListAsync(cancellation)).ToLookup(place => place.Id);
        var excerptIds = rows.Select(row => row.Id).ToList();
        var quotes = (await db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals).Where(quote => excerptIds.Contains(quote.ExcerptId))
            .OrderBy(quote => quote.Code).ToListAsync(cancellation)).ToLookup(quote => quote.ExcerptId);
        var classes = await db.Set<RoleClass>().AsNoTracking().Where(roleClass => roleClass.StudyId == access.StudyId)
            .ToDictionaryAsync(roleClass => roleClass.Id, roleClass => roleClass.Name, cancellation);
        var told = await tellable.For(access, cancellation);
        var roles = sources.Where(source => source.IsVoice && told.ContainsKey(source.SourceId)).ToLookup(source => source.ExcerptId, source => told[source.SourceId]);

        return [.. rows.OrderBy(row => row.Kind is SourceKind.Transcript or SourceKind.InterviewNotes ? 0 : 1).ThenBy(row => row.Code, StringComparer.Ordinal).ThenBy(row => row.Start).Select(row =>
        {
            var quote = quotes[row.Id].FirstOrDefault(quote => quote.IsReleasedFor(Audience.Committee)) ?? quotes[row.Id].FirstOrDefault();
            var isOpen = SourceReading.IsOpenTo(access, row.IsFree);
            return new BoundExcerpt(row.Id, row.SourceId, row.Number, row.Code, row.Kind, row.IsFor,
                isOpen ? new Worded(row.Quote, row.Language) : quote is not null && QuoteReading.IsOpenTo(access, quote, row.IsFree) ? new Worded(quote.Text, quote.Language) : null,
                string.Join(", ", roles[row.Id].Distinct().Where(classes.ContainsKey).Select(id => classes[id].ToString()).Order(StringComparer.CurrentCulture)),
                places[row.Id].Select(place => CaptionTimes.At(place.Captions, place.Offset) ?? place.From).FirstOrDefault(), places[row.Id].FirstOrDefault()?.Page, quote?.Code, quote?.StateFor(Audience.Committee), isOpen);
        })];
    }

    private static IEnumerable<WithoutPerson> Withdrawals(IReadOnlyList<FindingSource> sources)
    {
        var supporting = sources.Where(source => source.IsFor).ToList();
        foreach (var person in supporting.Where(source => source.IsVoice).GroupBy(source => source.SourceId).OrderBy(group => group.Min(source => source.SourceCode), StringComparer.Ordinal))
        {
            // An excerpt in which the person speaks goes whole, also when others speak in it.
            var gone = person.Select(source => source.ExcerptId).ToHashSet();
            var left = supporting.Where(source => !gone.Contains(source.ExcerptId)).ToList();
            yield return new WithoutPerson(
                string.Join(", ", person.Select(source => source.SourceCode).Distinct().Order(StringComparer.Ordinal)),
                left.Where(source => source.IsVoice).Select(source => source.SourceId).Distinct().Count(),
                left.Where(source => source.RoleClassId is not null).Select(source => source.RoleClassId).Distinct().Count(),
                left.Where(source => !source.IsVoice).Select(source => source.SourceId).Distinct().Count());
        }
    }
}
