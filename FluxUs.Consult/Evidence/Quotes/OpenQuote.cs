using System.Globalization;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Quotes;

/// <param name="On">The day the expert was asked or answered; null when not asked.</param>
public sealed record ApprovalShown(Audience Audience, ApprovalState State, DateOnly? On, ApprovalState Effective);

/// <summary>A quote with the words that it comes from.</summary>
/// <param name="Original">What the excerpt says; null for whoever may not read its text.</param>
/// <param name="Code">Null for a quote that is still to be made.</param>
public sealed record QuoteView(
    string? Code, Guid ExcerptId, int ExcerptNumber, string SourceCode, bool IsVoice, string Label, string? Original, string OriginalLanguage,
    string Text, string Language, QuoteForm Form, int Version, IReadOnlyList<ApprovalShown> Approvals);

/// <summary>One quote by its code, or an excerpt of which one can be made.</summary>
public sealed class OpenQuote(ConsultDbContext db, AttributionLabels labels)
{
    /// <param name="code">Of the quote; null to start one of an excerpt.</param>
    public async Task<Outcome<QuoteView>> Run(StudyAccess access, string? code, Guid? excerptId, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadQuotes)) return Outcome.Forbidden;
        var quote = code is null ? null : await db.Set<Quote>().AsNoTracking().Include(found => found.Approvals)
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (code is not null && quote is null) return Outcome.NotFound;
        var wanted = quote?.ExcerptId ?? excerptId;
        var source = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && excerpt.Id == wanted)
            .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new
            {
                excerpt.Id,
                excerpt.Number,
                excerpt.Quote,
                TextId = text.Id,
                text.Code,
                text.Kind,
                text.Language,
                IsFree = text.FreeOfNamesAt != null,
            }).FirstOrDefaultAsync(cancellation);
        if (source is null) return Outcome.NotFound;
        var mayReadText = SourceReading.IsOpenTo(access, source.IsFree);
        if (quote is null ? !mayReadText : !QuoteReading.IsOpenTo(access, quote, source.IsFree)) return Outcome.NotFound;
        var names = await labels.Run(access, new LabelRequest([source.TextId], null, Audience.Team, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancellation);
        var approvals = Enum.GetValues<Audience>().Select(audience =>
        {
            var recorded = quote?.Approvals.FirstOrDefault(approval => approval.Audience == audience);
            return new ApprovalShown(audience, recorded?.State ?? ApprovalState.NotAsked, recorded?.On, quote?.StateFor(audience) ?? ApprovalState.NotAsked);
        });
        return new QuoteView(
            quote?.Code, source.Id, source.Number, source.Code, source.Kind is SourceKind.Transcript or SourceKind.InterviewNotes, names.Value?.GetValueOrDefault(source.TextId)?.Text ?? "",
            mayReadText ? source.Quote : null, source.Language, quote?.Text ?? source.Quote, quote?.Language ?? source.Language, quote?.Form ?? QuoteForm.Whole, quote?.Version ?? 0, [.. approvals]);
    }
}
