using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>What is decided of an interview before it is held, and corrected after.</summary>
/// <param name="Date">Null when the form gave none that can be read.</param>
/// <param name="Place">Where it is held, or that it is a call.</param>
/// <param name="Language">fr, nl or en.</param>
/// <param name="GuideCode">Empty for an interview without a guide.</param>
public sealed record InterviewPlan(
    IReadOnlyList<Guid> ExpertIds, IReadOnlyList<Guid> InterviewerIds, IReadOnlyList<Guid> OfferingIds,
    DateOnly? Date, string Place, string Language, string GuideCode)
{
    public const int LongestPlace = 200;

    /// <summary>All that stands in the way of this plan, at its fields.</summary>
    /// <param name="heard">The experts of the interview as it stands: who withdrew since stays on record.</param>
    internal async Task<List<Refusal>> Check(
        ConsultDbContext db, StudyAccess access, InterviewGuides guides, IReadOnlyCollection<Guid> heard, CancellationToken cancellation)
    {
        List<Refusal> refusals = [];
        void Refuse(string key, string field, params object[] arguments) => refusals.Add(new Refusal(typeof(InterviewsTexts), key, field, arguments));

        if (ExpertIds.Count == 0) Refuse("InterviewNeedsExpert", nameof(ExpertIds));
        if (Date is null) Refuse("InterviewNeedsDate", nameof(Date));
        if (Language is not ("fr" or "nl" or "en")) Refuse("InterviewNeedsLanguage", nameof(Language));
        if (Place.Trim().Length > LongestPlace) Refuse("PlaceTooLong", nameof(Place));
        if (GuideCode.Length > 0 && guides.Find(GuideCode) is null) Refuse("GuideGone", nameof(GuideCode));

        var known = await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents)
            .Where(expert => expert.StudyId == access.StudyId && (ExpertIds.Contains(expert.Id) || heard.Contains(expert.Id))).ToListAsync(cancellation);
        // A place can name the person, and no later withdrawal would take it along.
        var gone = known.Where(expert => expert.HasWithdrawn && heard.Contains(expert.Id)).Select(expert => expert.Code).Order(StringComparer.Ordinal).ToList();
        if (gone.Count > 0 && Place.Trim().Length > 0) Refuse("PlaceOfWhoWithdrew", nameof(Place), string.Join(", ", gone));
        var experts = known.FindAll(expert => ExpertIds.Contains(expert.Id));
        if (experts.Count < ExpertIds.Distinct().Count()) Refuse("ExpertGone", nameof(ExpertIds));
        var withdrawn = experts.Where(expert => expert.HasWithdrawn && !heard.Contains(expert.Id)).Select(expert => expert.Code).Order(StringComparer.Ordinal).ToList();
        if (withdrawn.Count > 0) Refuse("ExpertWithdrew", nameof(ExpertIds), string.Join(", ", withdrawn));
        var members = await db.Set<Membership>().CountAsync(member => member.StudyId == access.StudyId && InterviewerIds.Contains(member.AccountId), cancellation);
        if (members < InterviewerIds.Distinct().Count()) Refuse("InterviewerGone", nameof(InterviewerIds));
        var offerings = await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId && OfferingIds.Contains(offering.Id), cancellation);
        if (offerings < OfferingIds.Distinct().Count()) Refuse("OfferingGone", nameof(OfferingIds));
        return refusals;
    }
}
