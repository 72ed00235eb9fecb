using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Title">The function and organisation, as the committee's page says it.</param>
public sealed record InviteMemberRequest(string Email, string DisplayName, Roles Roles, LocalText Title);

/// <summary>Adds a person to the study by email address. Whoever has no account yet gets one, and a link to open it.</summary>
public sealed class InviteMember(ConsultDbContext db, OneTimeLinks links)
{
    /// <returns>The link to hand over; without an address when the person has an account already.</returns>
    public async Task<Outcome<IssuedLink>> Handle(StudyAccess access, InviteMemberRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        if (request.Roles == Roles.None) return Outcome.Refused<StudiesTexts>("MemberNeedsRole", nameof(request.Roles));
        return await db.Write<IssuedLink>(access.Actor, null, async () =>
        {
            var invited = await links.Invite(request.Email, request.DisplayName, cancellation);
            if (!invited.IsDone) return invited;
            if (invited.Value.Address is not null && !await LinkOf.MayBeGivenBy(db, access.Actor, invited.Value.AccountId, cancellation))
                return Outcome.Refused<StudiesTexts>("ResetNeedsAllStudies", nameof(request.Email));
            var membership = await db.Set<Membership>()
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.AccountId == invited.Value.AccountId, cancellation);
            if (membership is not null && invited.Value.Address is null) return Outcome.Refused<StudiesTexts>("AlreadyMember", nameof(request.Email), request.Email.Trim());
            if (membership is null) db.Add(membership = new Membership(access.StudyId, invited.Value.AccountId, request.Roles));
            membership.Give(request.Roles, request.Title);
            return invited;
        }, cancellation);
    }
}
