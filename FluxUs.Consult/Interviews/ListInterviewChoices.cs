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

/// <param name="HasWithdrawn">Who withdrew and has not agreed again is asked for no further interview.</param>
public sealed record InterviewExpertChoice(Guid Id, string Code, LocalText RoleClass, IReadOnlyList<string> Languages, bool HasWithdrawn);

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
        var experts = await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents).Where(expert => expert.StudyId == access.StudyId)
            .Join(db.Set<RoleClass>(), expert => expert.RoleClassId, role => role.Id, (expert, role) => new { Expert = expert, Role = role.Name })
            .OrderBy(found => found.Expert.Code.Length).ThenBy(found => found.Expert.Code).ToListAsync(cancellation);
        var members = await db.Set<Membership>().AsNoTracking().Where(member => member.StudyId == access.StudyId && (member.Roles & Interviewing) != 0)
            .Join(db.Set<Account>(), member => member.AccountId, account => account.Id, (member, account) => new InterviewerChoice(account.Id, account.DisplayName))
            .ToListAsync(cancellation);
        var language = await db.Set<Study>().Where(study => study.Id == access.StudyId).Select(study => study.Language).FirstAsync(cancellation);
        return new InterviewChoices(
            [.. experts.Select(found => new InterviewExpertChoice(found.Expert.Id, found.Expert.Code, found.Role, found.Expert.Languages, found.Expert.HasWithdrawn))],
            [.. members.OrderBy(member => member.Name, StringComparer.CurrentCulture)], await InterviewOfferingChoice.Of(db, access, cancellation),
            guides.All, guides.Problems, language);
    }
}
