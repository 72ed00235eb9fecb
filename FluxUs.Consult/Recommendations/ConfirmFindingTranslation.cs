using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <param name="Code">K-07.</param>
/// <param name="Version">The version that the person saw.</param>
/// <param name="Language">Of the translation: fr, nl or en.</param>
public sealed record ConfirmTranslationRequest(Guid Operation, string Code, int Version, string Language);

/// <summary>Says that the translation of a finding is still right for its statement as it stands.</summary>
public sealed class ConfirmFindingTranslation(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ConfirmTranslationRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var finding = await db.Set<Finding>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (finding is null || finding.Translations.Own(request.Language).Length == 0) return Outcome.NotFound;
            db.Expect(finding, request.Version);
            finding.FollowedIn(request.Language);
            return Nothing.Value;
        }, cancellation);
    }
}
