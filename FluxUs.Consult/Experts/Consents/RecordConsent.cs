using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <param name="Code">Of the expert: X07.</param>
/// <param name="FormVersion">Of the form that was agreed to: "2026-1".</param>
/// <param name="ValidUntil">The last day on which it holds; null when the expert set no end.</param>
public sealed record RecordConsentRequest(
    Guid Operation, string Code, string FormVersion, DateOnly? GivenOn, DateOnly? ValidUntil, Attribution? Attribution, bool Recording, bool Transcript, ConsentReuse Reuse);

/// <summary>Records what an expert agreed to; earlier consents stay on record. Without an answer the strictest choice is kept. Editions that printed
/// more than is agreed to from now on are flagged.</summary>
public sealed class RecordConsent(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms, TimeProvider time)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, RecordConsentRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        if (Refuse(request) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var expert = await db.Set<Expert>().Include(found => found.Consents).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (expert is null) return Outcome.NotFound;
            if (expert.IsErased) return Outcome.Refused<ExpertsTexts>("ExpertErased");
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var before = expert.StandingOn(today);
            var consent = expert.Agree(new Consent(
                expert.Id, request.FormVersion.Trim(), request.GivenOn!.Value, request.ValidUntil, request.Attribution ?? Attribution.Anonymous,
                request.Recording, request.Transcript, request.Reuse));
            await rooms.FlagIfLess(expert, before, today, cancellation);
            return consent.Id;
        }, cancellation);
    }

    private List<Refusal> Refuse(RecordConsentRequest request)
    {
        var refusals = new List<Refusal>();
        void Add(string key, string field) => refusals.Add(new Refusal(typeof(ExpertsTexts), key, field));
        if (string.IsNullOrWhiteSpace(request.FormVersion)) Add("ConsentNeedsForm", nameof(request.FormVersion));
        if (request.GivenOn is null) Add("ConsentNeedsDay", nameof(request.GivenOn));
        else if (request.GivenOn > DateOnly.FromDateTime(time.GetLocalNow().DateTime)) Add("ConsentInFuture", nameof(request.GivenOn));
        if (request.ValidUntil < request.GivenOn) Add("ConsentEndsBefore", nameof(request.ValidUntil));
        return refusals;
    }
}
