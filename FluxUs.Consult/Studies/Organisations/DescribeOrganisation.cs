using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record DescribeOrganisationRequest(Guid Operation, Guid Id, int Version, string Name, LocalText Kind, string WebAddress);

public sealed class DescribeOrganisation(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DescribeOrganisationRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (OrganisationRules.Refuse(request.Name, request.WebAddress) is { } refusal) return refusal;
        var name = request.Name.Trim();
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (organisation is null) return Outcome.NotFound;
            if (await db.Set<Organisation>().AnyAsync(found => found.StudyId == access.StudyId && found.Name == name && found.Id != request.Id, cancellation))
                return Outcome.Refused<StudiesTexts>("OrganisationExists", nameof(request.Name), name);
            db.Expect(organisation, request.Version);
            organisation.Describe(name, request.Kind, request.WebAddress);
            return Nothing.Value;
        }, cancellation);
    }
}

internal static class OrganisationRules
{
    public static Outcome? Refuse(string name, string webAddress)
    {
        if (string.IsNullOrWhiteSpace(name)) return Outcome.Refused<StudiesTexts>("OrganisationNeedsName", "Name");
        return IsWebAddress(webAddress) ? null : Outcome.Refused<StudiesTexts>("WebAddressUnreadable", "WebAddress");
    }

    /// <summary>A site that a browser opens, or nothing at all.</summary>
    public static bool IsWebAddress(string text) =>
        string.IsNullOrWhiteSpace(text) || (Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http");
}
