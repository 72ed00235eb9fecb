using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>A consent that is about to be marked as a mistake.</summary>
/// <param name="Now">What the expert's consents allow today.</param>
/// <param name="Then">What they would allow without this one.</param>
/// <param name="Flagged">The published things that then say more than is agreed to.</param>
public sealed record MistakeScreen(string FormVersion, DateOnly GivenOn, Attribution Attribution, ConsentStanding Now, ConsentStanding Then, IReadOnlyList<HeldWords> Flagged);

public sealed class ReadMistake(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms, TimeProvider time)
{
    /// <returns>Not found where there is nothing to mark: withdrawn, or marked already.</returns>
    public async Task<Outcome<MistakeScreen>> Run(StudyAccess access, string code, Guid consentId, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        var expert = await db.Set<Expert>().AsNoTracking().Include(found => found.Consents).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (expert?.Consents.FirstOrDefault(found => found.Id == consentId) is not { WithdrawnOn: null, MistakenAt: null } consent) return Outcome.NotFound;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (now, then) = (expert.StandingOn(today), ConsentStanding.On(today, expert.Consents.Where(other => other.Id != consentId)));
        var flagged = new List<HeldWords>();
        if (then.AllowsLessThan(now))
        {
            foreach (var room in rooms) flagged.AddRange((await room.Find(access.StudyId, expert.Id, cancellation)).Where(kind => kind is { Fate: WordsFate.Flagged, Codes.Count: > 0 }));
        }

        return new MistakeScreen(consent.FormVersion, consent.GivenOn, consent.Attribution, now, then, flagged);
    }
}
