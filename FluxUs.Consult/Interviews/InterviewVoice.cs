using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>One expert as an interview shows them: never by name.</summary>
/// <param name="RoleClass">Empty where this reader may not be told.</param>
/// <param name="Attribution">The strictest when no consent is in force.</param>
/// <param name="Recording">Whether the conversation may be recorded.</param>
/// <param name="Transcript">Whether a transcript may be made and read.</param>
public sealed record InterviewVoice(
    Guid Id, string Code, LocalText RoleClass, ConsentState Consent, Attribution Attribution, bool Recording, bool Transcript, DateOnly? ValidUntil)
{
    public bool WasAsked => Consent != ConsentState.None;

    internal static async Task<Dictionary<Guid, InterviewVoice>> Of(ConsultDbContext db, Guid studyId, IReadOnlyCollection<Guid> ids, DateOnly today, CancellationToken cancellation)
    {
        var experts = await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents)
            .Where(expert => expert.StudyId == studyId && ids.Contains(expert.Id))
            .Join(db.Set<RoleClass>(), expert => expert.RoleClassId, role => role.Id, (expert, role) => new { Expert = expert, Role = role.Name })
            .ToListAsync(cancellation);
        return experts.ToDictionary(found => found.Expert.Id, found => Of(found.Expert, found.Role, today));
    }

    /// <summary>As this reader may be told of them.</summary>
    internal static async Task<Dictionary<Guid, InterviewVoice>> Of(
        ConsultDbContext db, TellableRoles tellable, StudyAccess access, IReadOnlyCollection<Guid> ids, DateOnly today, CancellationToken cancellation)
    {
        var told = await tellable.For(access, cancellation);
        var voices = await Of(db, access.StudyId, ids, today, cancellation);
        return voices.Values.ToDictionary(voice => voice.Id, voice => told.ContainsKey(voice.Id) ? voice : voice with { RoleClass = new LocalText("") });
    }

    private static InterviewVoice Of(Expert expert, LocalText role, DateOnly today)
    {
        var standing = expert.StandingOn(today);
        return new InterviewVoice(expert.Id, expert.Code, role, standing.State, standing.Attribution ?? Attribution.Anonymous, standing.Recording, standing.Transcript, standing.ValidUntil);
    }
}
