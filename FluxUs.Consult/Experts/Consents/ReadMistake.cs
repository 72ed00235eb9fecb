using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>A consent that is about to be marked as a mistake.</summary>
/// <param name="Now">What the expert's consents allow today.</param>
/// <param name="Then">What they would allow without this one.</param>
public sealed record MistakeScreen(string FormVersion, DateOnly GivenOn, Attribution Attribution, ConsentStanding Now, ConsentStanding Then);

public sealed class ReadMistake(ConsultDbContext db, TimeProvider time)
{
    /// <returns>Not found where there is nothing to mark: withdrawn, or marked already.</returns>
    public async Task<Outcome<MistakeScreen>> Run(StudyAccess access, string code, Guid consentId, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        var expert = await db.Set<Expert>().AsNoTracking().Include(found => found.Consents).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (expert?.Consents.FirstOrDefault(found => found.Id == consentId) is not { WithdrawnOn: null, MistakenAt: null } consent) return Outcome.NotFound;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new MistakeScreen(
            consent.FormVersion, consent.GivenOn, consent.Attribution, expert.StandingOn(today), ConsentStanding.On(today, expert.Consents.Where(other => other.Id != consentId)));
    }
}
