using System.Globalization;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Quotes;

/// <param name="Audience">For whom the state is asked; null for any of them.</param>
/// <param name="State">The expert's word for that audience; asked means that an answer is awaited.</param>
/// <param name="Offering">The code of an offering of the excerpt.</param>
/// <param name="Source">The code of the interview or document.</param>
public sealed record QuoteFilter(Audience? Audience = null, ApprovalState? State = null, string? Offering = null, string? Source = null);

/// <param name="Text">As it would be printed, with the mark of a translation.</param>
/// <param name="Label">Who says it, as far as it may be told in the team; empty for a document.</param>
/// <param name="IsVoice">Words of an expert; those of a document need nobody's approval.</param>
/// <param name="IsTextOpen">Whether this person may read the text around it.</param>
public sealed record QuoteRow(
    string Code, string Text, string Language, QuoteForm Form, Guid ExcerptId, string SourceCode, bool IsVoice, bool IsTextOpen, string Label, ApprovalState ForTeam, ApprovalState ForCommittee, ApprovalState ForPublic, bool AwaitsAnswer);

/// <param name="Rows">Those of the page asked for.</param>
/// <param name="Found">All that match, on every page.</param>
/// <param name="ForCommittee">Of those, the ones their expert released for the committee.</param>
/// <param name="Awaiting">Of those, the ones whose expert was asked and has not answered.</param>
/// <param name="NotAsked">Of those, the words of experts whom nobody has asked yet.</param>
public sealed record QuoteList(IReadOnlyList<QuoteRow> Rows, int Found, int ForCommittee, int Awaiting, int NotAsked);

/// <summary>Quotes with their expert's word for each audience.</summary>
public sealed class ListQuotes(ConsultDbContext db, AttributionLabels labels)
{
    public const int PageLength = 50;

    /// <param name="page">From 1.</param>
    public async Task<Outcome<QuoteList>> Run(StudyAccess access, QuoteFilter filter, int page, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadQuotes)) return Outcome.Forbidden;
        var quotes = db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals).Where(quote => quote.StudyId == access.StudyId)
            .Join(db.Set<Excerpt>(), quote => quote.ExcerptId, excerpt => excerpt.Id, (quote, excerpt) => new { quote, excerpt })
            .Join(db.Set<SourceText>(), both => both.excerpt.SourceTextId, text => text.Id, (both, text) => new { both.quote, both.excerpt, text });
        if (filter.Source is { Length: > 0 } source) quotes = quotes.Where(all => all.text.Code == source);
        if (filter.Offering is { Length: > 0 } code)
            quotes = quotes.Where(all => all.excerpt.Offerings.Any(about => db.Set<Offering>().Any(offering => offering.Id == about.OfferingId && offering.StudyId == access.StudyId && offering.Code == code)));
        var found = await quotes.OrderBy(all => all.quote.Code.Length).ThenBy(all => all.quote.Code)
            .Select(all => new { all.quote, all.text.Id, all.text.Code, all.text.Kind, IsFree = all.text.FreeOfNamesAt != null }).ToListAsync(cancellation);
        found = [.. found.Where(row => QuoteReading.IsOpenTo(access, row.quote, row.IsFree)
            && (filter.State is null || IsIn(filter.State.Value, filter.Audience, row.quote)))];
        var shown = found.Skip((Math.Max(1, page) - 1) * PageLength).Take(PageLength).ToList();
        // Who says it costs more to find out than the quote itself: only of those that are shown.
        var names = await labels.Run(access, new LabelRequest([.. shown.Select(row => row.Id).Distinct()], null, Audience.Team, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancellation);
        return new QuoteList([.. shown.Select(row => new QuoteRow(
            row.quote.Code, QuoteWords.Printed(row.quote.Text, row.quote.Form, row.quote.Language), row.quote.Language, row.quote.Form, row.quote.ExcerptId, row.Code,
            IsVoice(row.Kind), SourceReading.IsOpenTo(access, row.IsFree), names.Value?.GetValueOrDefault(row.Id)?.Text ?? "",
            row.quote.StateFor(Audience.Team), row.quote.StateFor(Audience.Committee), row.quote.StateFor(Audience.Public), row.quote.AwaitsAnswer))],
            found.Count, found.Count(row => row.quote.IsReleasedFor(Audience.Committee)), found.Count(row => row.quote.AwaitsAnswer),
            found.Count(row => IsVoice(row.Kind) && !Array.Exists(Enum.GetValues<Audience>(), audience => row.quote.StateFor(audience) != ApprovalState.NotAsked)));
    }

    private static bool IsVoice(SourceKind kind) => kind is SourceKind.Transcript or SourceKind.InterviewNotes;

    private static bool IsIn(ApprovalState state, Audience? audience, Quote quote) =>
        audience is { } readers ? quote.StateFor(readers) == state : Array.Exists(Enum.GetValues<Audience>(), one => quote.StateFor(one) == state);
}
