using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Operation">The operation id of the form: sent twice, it makes one organisation.</param>
public sealed record AddOrganisationRequest(Guid Operation, string Name, LocalText Kind, string WebAddress);

public sealed class AddOrganisation(ConsultDbContext db)
{
    /// <returns>The id of the new organisation.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddOrganisationRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (OrganisationRules.Refuse(request.Name, request.WebAddress) is { } refusal) return refusal;
        var name = request.Name.Trim();
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<Organisation>().AnyAsync(found => found.StudyId == access.StudyId && found.Name == name, cancellation))
                return Outcome.Refused<StudiesTexts>("OrganisationExists", nameof(request.Name), name);
            var organisation = new Organisation(access.StudyId, name, request.Kind);
            organisation.Describe(name, request.Kind, request.WebAddress);
            db.Add(organisation);
            return organisation.Id;
        }, cancellation);
    }
}
