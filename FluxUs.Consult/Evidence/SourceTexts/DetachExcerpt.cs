using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <param name="Mark">Of the coding that the person saw (<see cref="ExcerptState.Mark"/>).</param>
public sealed record DetachExcerptRequest(Guid Operation, Guid ExcerptId, string Mark);

/// <summary>Leaves an excerpt on the version of the text in which its words stood: the corrected text no longer says them. What
/// leans on it goes on seeing it as detached.</summary>
public sealed class DetachExcerpt(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DetachExcerptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var excerpt = await CodingTable.Find(db, access, request.ExcerptId, cancellation);
            if (excerpt is null) return Outcome.NotFound;
            if (ExcerptState.Of(excerpt).Mark != request.Mark) return Outcome.Changed;
            excerpt.Detach();
            return Nothing.Value;
        }, cancellation);
    }
}
