using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>What leans on a document: findings, recommendations and fiches, each once, in the order of the thread.</summary>
public sealed class WhatRestsOnReference(ConsultDbContext db, IEnumerable<IRestsOnEvidence> rooms)
{
    public async Task<Outcome<IReadOnlyList<Resting>>> Run(StudyAccess access, string citationKey, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadReferences)) return Outcome.Forbidden;
        var excerpts = await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == access.StudyId && reference.CitationKey == citationKey)
            .Join(db.Set<SourceText>(), reference => reference.Id, text => text.OriginId, (reference, text) => text.Id)
            .Join(db.Set<Excerpt>(), text => text, excerpt => excerpt.SourceTextId, (text, excerpt) => excerpt.Id).ToListAsync(cancellation);
        List<Resting> resting = [];
        foreach (var room in rooms) resting.AddRange(await room.WhatRestsOn(access, excerpts, cancellation));
        return resting.DistinctBy(one => (one.Kind, one.Code, one.Address)).OrderBy(one => one.Kind).ThenBy(one => one.Code, StringComparer.Ordinal).ToList();
    }
}
