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
    internal async Task<List<Refusal>> Check(ConsultDbContext db, StudyAccess access, InterviewGuides guides, CancellationToken cancellation)
    {
        List<Refusal> refusals = [];
        void Refuse(string key, string field) => refusals.Add(new Refusal(typeof(InterviewsTexts), key, field));

        if (ExpertIds.Count == 0) Refuse("InterviewNeedsExpert", nameof(ExpertIds));
        if (Date is null) Refuse("InterviewNeedsDate", nameof(Date));
        if (Language is not ("fr" or "nl" or "en")) Refuse("InterviewNeedsLanguage", nameof(Language));
        if (Place.Trim().Length > LongestPlace) Refuse("PlaceTooLong", nameof(Place));
        if (GuideCode.Length > 0 && guides.Find(GuideCode) is null) Refuse("GuideGone", nameof(GuideCode));

        var experts = await db.Set<Expert>().CountAsync(expert => expert.StudyId == access.StudyId && ExpertIds.Contains(expert.Id), cancellation);
        if (experts < ExpertIds.Distinct().Count()) Refuse("ExpertGone", nameof(ExpertIds));
        var members = await db.Set<Membership>().CountAsync(member => member.StudyId == access.StudyId && InterviewerIds.Contains(member.AccountId), cancellation);
        if (members < InterviewerIds.Distinct().Count()) Refuse("InterviewerGone", nameof(InterviewerIds));
        var offerings = await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId && OfferingIds.Contains(offering.Id), cancellation);
        if (offerings < OfferingIds.Distinct().Count()) Refuse("OfferingGone", nameof(OfferingIds));
        return refusals;
    }
}
