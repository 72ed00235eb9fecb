using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Interviews;

/// <summary>The interviews with an expert, for the expert's page.</summary>
internal sealed class InterviewsOfExpert(ConsultDbContext db, IStringLocalizer<InterviewsTexts> texts) : IListsInterviews
{
    public async Task<IReadOnlyList<ExpertInterview>> With(StudyAccess access, Guid expertId, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadInterviews)) return [];
        var interviews = await db.Set<Interview>().AsNoTracking().Include(interview => interview.Offerings)
            .Where(interview => interview.StudyId == access.StudyId && interview.Experts.Any(expert => expert.ExpertId == expertId))
            .OrderByDescending(interview => interview.Date).ThenByDescending(interview => interview.Id).ToListAsync(cancellation);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId)
            .ToDictionaryAsync(offering => offering.Id, offering => offering.Code, cancellation);
        return [.. interviews.Select(interview => new ExpertInterview(
            interview.Code, interview.Date, $"interviews/{interview.Code}", texts[$"InterviewStatus.{interview.Status}"],
            [.. interview.Offerings.Select(offering => offerings[offering.OfferingId]).Order(StringComparer.Ordinal)]))];
    }
}
