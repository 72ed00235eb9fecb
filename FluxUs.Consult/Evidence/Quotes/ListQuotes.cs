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

/// <summary>Quotes with their expert's word for each audience.</summary>
public sealed class ListQuotes(ConsultDbContext db, AttributionLabels labels)
{
    public async Task<Outcome<IReadOnlyList<QuoteRow>>> Run(StudyAccess access, QuoteFilter filter, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadQuotes)) return Outcome.Forbidden;
        var quotes = db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals).Where(quote => quote.StudyId == access.StudyId)
            .Join(db.Set<Excerpt>(), quote => quote.ExcerptId, excerpt => excerpt.Id, (quote, excerpt) => new { quote, excerpt })
            .Join(db.Set<SourceText>(), both => both.excerpt.SourceTextId, text => text.Id, (both, text) => new { both.quote, both.excerpt, text });
        if (filter.Source is { Length: > 0 } source) quotes = quotes.Where(all => all.text.Code == source);
        if (filter.Offering is { Length: > 0 } code)
            quotes = quotes.Where(all => all.excerpt.Offerings.Any(about => db.Set<Offering>().Any(offering => offering.Id == about.OfferingId && offering.StudyId == access.StudyId && offering.Code == code)));
        var found = await quotes.OrderBy(all => all.quote.Code.Length).ThenBy(all => all.quote.Code)
            .Select(all => new { all.quote, all.quote.Approvals, all.text.Id, all.text.Code, all.text.Kind, IsFree = all.text.FreeOfNamesAt != null }).ToListAsync(cancellation);
        found = [.. found.Where(row => QuoteReading.IsOpenTo(access, row.quote, row.IsFree)
            && (filter.State is null || IsIn(filter.State.Value, filter.Audience, row.quote)))];
        var names = await labels.Run(access, new LabelRequest([.. found.Select(row => row.Id).Distinct()], null, Audience.Team, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancellation);
        return found.Select(row => new QuoteRow(
            row.quote.Code, QuoteWords.Printed(row.quote.Text, row.quote.Form, row.quote.Language), row.quote.Language, row.quote.Form, row.quote.ExcerptId, row.Code,
            row.Kind is SourceKind.Transcript or SourceKind.InterviewNotes, SourceReading.IsOpenTo(access, row.IsFree), names.Value?.GetValueOrDefault(row.Id)?.Text ?? "",
            row.quote.StateFor(Audience.Team), row.quote.StateFor(Audience.Committee), row.quote.StateFor(Audience.Public), row.quote.AwaitsAnswer)).ToList();
    }

    private static bool IsIn(ApprovalState state, Audience? audience, Quote quote) =>
        audience is { } readers ? quote.StateFor(readers) == state : Array.Exists(Enum.GetValues<Audience>(), one => quote.StateFor(one) == state);
}
