using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Quotes;

/// <param name="Version">Of the quote as the person saw it.</param>
/// <param name="EditedText">The text as its expert wants it; with <see cref="ApprovalState.Edited"/> only.</param>
/// <param name="On">The day the expert was asked or answered; null for today.</param>
public sealed record RecordApprovalRequest(Guid Operation, string Code, int Version, Audience Audience, ApprovalState State, string? EditedText, DateOnly? On);

/// <summary>Records an expert's word on a quote for one audience. Until it is given, the quote is a paraphrase everywhere.</summary>
public sealed class RecordApproval(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RecordApprovalRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteQuotes)) return Outcome.Forbidden;
        if (request.State == ApprovalState.Edited && string.IsNullOrWhiteSpace(request.EditedText))
            return Outcome.Refused<EvidenceTexts>("EditedNeedsText", nameof(request.EditedText));
        if (request.EditedText?.Length > LongestAttribute.Paragraph) return Outcome.Refused<DataTexts>("TextTooLong", nameof(request.EditedText), LongestAttribute.Paragraph);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (request.On > today) return Outcome.Refused<EvidenceTexts>("DayIsToCome", nameof(request.On));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var quote = await db.Set<Quote>().Include(found => found.Approvals)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (quote is null) return Outcome.NotFound;
            db.Expect(quote, request.Version);
            quote.Record(request.Audience, request.State, request.EditedText, access.Actor.Id, request.On ?? today);
            // The approval is a row of its own; the quote has changed with it.
            db.Entry(quote).Property(changed => changed.Version).IsModified = true;
            return Nothing.Value;
        }, cancellation);
    }
}
