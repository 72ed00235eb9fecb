using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>What an organisation does in a flow or for an offering.</summary>
public sealed record OrganisationRoleRow(Guid Id, LocalText Role, string? FlowCode, LocalText? FlowName, string? OfferingCode);

/// <summary>One line of the study's organisations.</summary>
public sealed record OrganisationRow(Guid Id, string Name, LocalText Kind, string WebAddress, int Version, IReadOnlyList<OrganisationRoleRow> Roles);

public sealed class ListOrganisations(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<OrganisationRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        return Outcome.Done(await Of(access.StudyId, cancellation));
    }

    internal async Task<IReadOnlyList<OrganisationRow>> Of(Guid studyId, CancellationToken cancellation)
    {
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(organisation => organisation.StudyId == studyId).ToListAsync(cancellation);
        var roles = (await (
                from role in db.Set<OrganisationRole>()
                join organisation in db.Set<Organisation>() on role.OrganisationId equals organisation.Id
                where organisation.StudyId == studyId
                select new { role.Id, role.OrganisationId, role.Role, role.FlowId, role.OfferingId })
            .AsNoTracking().ToListAsync(cancellation)).ToLookup(role => role.OrganisationId);
        var flows = await db.Set<Flow>().AsNoTracking().Where(flow => flow.StudyId == studyId).ToDictionaryAsync(flow => flow.Id, flow => new { flow.Code, flow.Name }, cancellation);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == studyId).ToDictionaryAsync(offering => offering.Id, offering => offering.Code, cancellation);
        return organisations
            .OrderBy(organisation => organisation.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(organisation => new OrganisationRow(organisation.Id, organisation.Name, organisation.Kind, organisation.WebAddress, organisation.Version,
                [.. roles[organisation.Id].Select(role => new OrganisationRoleRow(role.Id, role.Role,
                    role.FlowId is { } at ? flows[at].Code : null, role.FlowId is { } flow ? flows[flow].Name : null, role.OfferingId is { } offering ? offerings[offering] : null))]))
            .ToList();
    }
}
