using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Labels;

/// <summary>Compares the cells of a study with what a withdrawal would leave of them: of a conversation with several people all goes, so
/// that others may be heard no more either.</summary>
internal sealed class LabelsAfterWithdrawal(ConsultDbContext db, TimeProvider time) : ITellsOfLabels
{
    public async Task<IReadOnlyList<LessToldLabels>> After(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var before = await RoleCells.Count(db, studyId, day, cancellation);
        var after = await RoleCells.Count(db, studyId, day, cancellation, without: expertId);
        // The names of others are told whoever else there is, and the anonymous never had a role.
        var others = (await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents).Where(expert => expert.StudyId == studyId && expert.Id != expertId).ToListAsync(cancellation))
            .Where(expert => expert.StandingOn(day).Attribution == Attribution.RoleOnly).ToList();
        var classes = await db.Set<RoleClass>().AsNoTracking().Where(role => role.StudyId == studyId).ToDictionaryAsync(role => role.Id, role => role.Name, cancellation);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == studyId).OrderBy(offering => offering.Code)
            .Select(offering => new { offering.Id, offering.Code }).ToListAsync(cancellation);

        var changes = new List<LessToldLabels>();
        foreach (var people in others.GroupBy(expert => expert.RoleClassId))
        {
            var (role, had, left) = (people.Key, before.SharingRole(people.Key), after.SharingRole(people.Key));
            if (had >= LabelRule.SmallCell && left < LabelRule.SmallCell)
            {
                Add(role, null, had, left, people.Where(after.IsHeard));
                continue;
            }

            foreach (var offering in offerings)
            {
                var (hadOnIt, leftOnIt) = (before.SharingRoleOnOffering(role, offering.Id), after.SharingRoleOnOffering(role, offering.Id));
                if (left >= LabelRule.SmallCell && hadOnIt >= LabelRule.SmallCell && leftOnIt < LabelRule.SmallCell)
                    Add(role, offering.Code, hadOnIt, leftOnIt, people.Where(expert => after.IsHeardOn(expert, offering.Id)));
            }
        }

        return changes;

        void Add(Guid role, string? offering, int had, int left, IEnumerable<Expert> concerned)
        {
            List<string> codes = [.. concerned.Select(expert => expert.Code).OrderBy(code => code.Length).ThenBy(code => code, StringComparer.Ordinal)];
            if (codes.Count > 0) changes.Add(new LessToldLabels(classes[role], offering, had, left, codes));
        }
    }
}
