using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Labels;

/// <summary>How many people of a study share a role. Only those whose words the study holds count: nobody hides behind a person
/// who was never heard, or behind one who withdrew.</summary>
internal sealed class RoleCells
{
    public static readonly RoleCells Empty = new([], new Dictionary<Guid, RoleStanding>());

    private readonly HashSet<Guid> _heard;
    private readonly HashSet<(Guid Expert, Guid Offering)> _heardOn;
    private readonly Dictionary<Guid, int> _byRole;
    private readonly Dictionary<(Guid Role, Guid Offering), int> _byRoleAndOffering;

    private RoleCells(IReadOnlyCollection<Heard> heard, IReadOnlyDictionary<Guid, RoleStanding> experts)
    {
        Experts = experts;
        _heard = [.. heard.Select(one => one.ExpertId)];
        _heardOn = [.. heard.Where(one => one.OfferingId is not null).Select(one => (one.ExpertId, one.OfferingId!.Value))];
        _byRole = heard.GroupBy(one => one.RoleClassId).ToDictionary(group => group.Key, group => group.Select(one => one.ExpertId).Distinct().Count());
        _byRoleAndOffering = heard.Where(one => one.OfferingId is not null).GroupBy(one => (one.RoleClassId, one.OfferingId!.Value))
            .ToDictionary(group => group.Key, group => group.Select(one => one.ExpertId).Distinct().Count());
    }

    /// <summary>Every expert of the study with the class of role, by id.</summary>
    public IReadOnlyDictionary<Guid, RoleStanding> Experts { get; }

    public int SharingRole(Guid roleClassId) => _byRole.GetValueOrDefault(roleClassId);

    public int SharingRoleOnOffering(Guid roleClassId, Guid offeringId) => _byRoleAndOffering.GetValueOrDefault((roleClassId, offeringId));

    public bool IsHeard(Expert expert) => _heard.Contains(expert.Id);

    public bool IsHeardOn(Expert expert, Guid offeringId) => _heardOn.Contains((expert.Id, offeringId));

    /// <param name="without">An expert as if gone, with every text that holds words of theirs.</param>
    public static async Task<RoleCells> Count(ConsultDbContext db, Guid studyId, DateOnly day, CancellationToken cancellation, Guid? without = null)
    {
        var experts = (await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents).Where(expert => expert.StudyId == studyId).ToListAsync(cancellation))
            .ToDictionary(expert => expert.Id, expert => new RoleStanding(expert.RoleClassId, expert.StandingOn(day)));
        var texts = db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == studyId);
        if (without is { } gone)
        {
            var going = db.TextsOf(studyId, gone);
            texts = texts.Where(text => !going.Any(other => other.Id == text.Id));
        }

        var heard = await texts
            .SelectMany(text => text.Voices, (text, voice) => new { text, voice.ExpertId })
            .SelectMany(both => both.text.Offerings.Select(offering => (Guid?)offering.OfferingId).DefaultIfEmpty(), (both, offering) => new { both.ExpertId, Offering = offering })
            .ToListAsync(cancellation);
        return new RoleCells(
            [.. heard.Where(one => experts.TryGetValue(one.ExpertId, out var expert) && expert.Consent.State != ConsentState.Withdrawn).Select(one => new Heard(one.ExpertId, experts[one.ExpertId].RoleClassId, one.Offering))],
            experts);
    }

    internal readonly record struct RoleStanding(Guid RoleClassId, ConsentStanding Consent);

    private sealed record Heard(Guid ExpertId, Guid RoleClassId, Guid? OfferingId);
}
