using FluxUs.Consult.Accounts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

public sealed record InterviewOfferingChoice(Guid Id, string Code, LocalText Name)
{
    internal static Task<List<InterviewOfferingChoice>> Of(ConsultDbContext db, StudyAccess access, CancellationToken cancellation) =>
        db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code)
            .Select(offering => new InterviewOfferingChoice(offering.Id, offering.Code, offering.Name)).ToListAsync(cancellation);
}

public sealed record InterviewExpertChoice(Guid Id, string Code, LocalText RoleClass, IReadOnlyList<string> Languages);

public sealed record InterviewerChoice(Guid AccountId, string Name);

/// <summary>All that an interview can be made of.</summary>
public sealed record InterviewChoices(
    IReadOnlyList<InterviewExpertChoice> Experts, IReadOnlyList<InterviewerChoice> Interviewers,
    IReadOnlyList<InterviewOfferingChoice> Offerings, IReadOnlyList<InterviewGuide> Guides, IReadOnlyList<GuideProblem> GuideProblems, string StudyLanguage);

public sealed class ListInterviewChoices(ConsultDbContext db, InterviewGuides guides)
{
    private const Roles Interviewing = Roles.Manager | Roles.Researcher;

    public async Task<Outcome<InterviewChoices>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        var experts = await db.Set<Expert>().AsNoTracking().Where(expert => expert.StudyId == access.StudyId)
            .Join(db.Set<RoleClass>(), expert => expert.RoleClassId, role => role.Id, (expert, role) => new { expert.Id, expert.Code, expert.Languages, Role = role.Name })
            .OrderBy(expert => expert.Code.Length).ThenBy(expert => expert.Code)
            .Select(expert => new InterviewExpertChoice(expert.Id, expert.Code, expert.Role, expert.Languages)).ToListAsync(cancellation);
        var members = await db.Set<Membership>().AsNoTracking().Where(member => member.StudyId == access.StudyId && (member.Roles & Interviewing) != 0)
            .Join(db.Set<Account>(), member => member.AccountId, account => account.Id, (member, account) => new InterviewerChoice(account.Id, account.DisplayName))
            .ToListAsync(cancellation);
        var language = await db.Set<Study>().Where(study => study.Id == access.StudyId).Select(study => study.Language).FirstAsync(cancellation);
        return new InterviewChoices(
            experts, [.. members.OrderBy(member => member.Name, StringComparer.CurrentCulture)], await InterviewOfferingChoice.Of(db, access, cancellation),
            guides.All, guides.Problems, language);
    }
}
