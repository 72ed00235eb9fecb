using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <param name="Mark">Of the coding that the person saw (<see cref="ExcerptState.Mark"/>).</param>
public sealed record RemoveExcerptRequest(Guid Operation, Guid ExcerptId, string Mark);

/// <summary>Removes an excerpt; the words stay in their text. Refused while a quote or a finding leans on it.</summary>
public sealed class RemoveExcerpt(ConsultDbContext db, IEnumerable<IRestsOnEvidence> above, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveExcerptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var excerpt = await CodingTable.Find(db, access, request.ExcerptId, cancellation);
            if (excerpt is null) return Outcome.NotFound;
            var before = ExcerptState.Of(excerpt);
            if (before.Mark != request.Mark) return Outcome.Changed;
            var holding = await CodingTable.WhatHolds(db, access, above, excerpt.Id, cancellation);
            if (holding.Count > 0) return Outcome.Refused<EvidenceTexts>("ExcerptIsLeanedOn", null, excerpt.Number, string.Join(", ", holding));
            db.Remove(excerpt);
            CodingTable.Remember(db, access, excerpt.SourceTextId, time.GetUtcNow().UtcDateTime, before, null);
            return Nothing.Value;
        }, cancellation);
    }
}
