using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>What leans on an interview: findings, recommendations and fiches, each once, in the order of the thread.</summary>
public sealed class WhatRestsOnInterview(ConsultDbContext db, IEnumerable<IRestsOnEvidence> rooms)
{
    public async Task<Outcome<IReadOnlyList<Resting>>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadInterviews)) return Outcome.Forbidden;
        var excerpts = await db.Set<Interview>().AsNoTracking().Where(interview => interview.StudyId == access.StudyId && interview.Code == code)
            .Join(db.Set<SourceText>(), interview => interview.Id, text => text.OriginId, (interview, text) => text.Id)
            .Join(db.Set<Excerpt>(), text => text, excerpt => excerpt.SourceTextId, (text, excerpt) => excerpt.Id).ToListAsync(cancellation);
        List<Resting> resting = [];
        foreach (var room in rooms) resting.AddRange(await room.WhatRestsOn(access, excerpts, cancellation));
        return resting.DistinctBy(one => (one.Kind, one.Code, one.Address)).OrderBy(one => one.Kind).ThenBy(one => one.Code, StringComparer.Ordinal).ToList();
    }
}
