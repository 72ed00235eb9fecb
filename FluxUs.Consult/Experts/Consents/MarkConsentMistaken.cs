using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <param name="Code">Of the expert: X07.</param>
/// <param name="Reason">What is wrong with it, for whoever looks later.</param>
public sealed record MarkConsentMistakenRequest(Guid Operation, string Code, Guid ConsentId, string Reason);

/// <summary>Marks a consent as recorded by mistake: the wrong person, the wrong box, entered twice. It stays on record, struck through,
/// and counts no more; editions that printed more than is agreed to without it are flagged. It is no way back from a withdrawal.</summary>
public sealed class MarkConsentMistaken(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms, TimeProvider time)
{
    public const int LongestReason = 300;

    public async Task<Outcome<Nothing>> Handle(StudyAccess access, MarkConsentMistakenRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        if (string.IsNullOrWhiteSpace(request.Reason)) return Outcome.Refused<ExpertsTexts>("MistakeNeedsReason", nameof(request.Reason));
        if (request.Reason.Trim().Length > LongestReason) return Outcome.Refused<ExpertsTexts>("MistakeReasonTooLong", nameof(request.Reason), LongestReason);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var expert = await db.Set<Expert>().Include(found => found.Consents).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (expert?.Consents.FirstOrDefault(found => found.Id == request.ConsentId) is not { } consent) return Outcome.NotFound;
            if (consent.WithdrawnOn is not null) return Outcome.Refused<ExpertsTexts>("WithdrawnIsNoMistake");
            if (consent.MistakenAt is not null) return Outcome.Refused<ExpertsTexts>("AlreadyMistaken");
            var at = time.GetUtcNow().UtcDateTime;
            var before = expert.StandingOn(DateOnly.FromDateTime(at));
            consent.MarkMistaken(access.Actor.Id, at, request.Reason);
            await rooms.FlagIfLess(expert, before, DateOnly.FromDateTime(at), cancellation);
            return Nothing.Value;
        }, cancellation);
    }
}
