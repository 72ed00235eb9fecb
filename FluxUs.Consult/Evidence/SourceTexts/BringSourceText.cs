using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <summary>Makes the text of an interview or reference, or its next version when there is one of this kind already: the excerpts
/// of the version before are placed again.</summary>
public sealed class BringSourceText(ConsultDbContext db, MakeSourceText make, CorrectSourceText correct)
{
    /// <returns>The id of the source text.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, MakeSourceTextRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var standing = await db.Set<SourceText>().AsNoTracking()
                .Where(text => text.StudyId == access.StudyId && text.OriginId == request.OriginId && text.Kind == request.Kind)
                .Select(text => new { text.Id, text.CurrentVersion, IsCorrected = text.Versions.Any(version => version.Number == text.CurrentVersion && version.IsCorrection) }).FirstOrDefaultAsync(cancellation);
            if (standing is null) return await make.Handle(access, request, cancellation);
            // What was corrected, such as a name that was taken out, never comes back in silence.
            if (standing.IsCorrected && !request.ReplacesCorrection) return Outcome.Refused<EvidenceTexts>("CorrectedSince", nameof(request.ReplacesCorrection), request.Code, standing.CurrentVersion);
            var corrected = await correct.Handle(access, new CorrectSourceTextRequest(request.Operation, standing.Id, standing.CurrentVersion, request.Text, request.Segments, ""), cancellation);
            return corrected.IsDone ? standing.Id : corrected.Failure;
        }, cancellation);
    }
}
