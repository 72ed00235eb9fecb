using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

public sealed record RemoveTagRequest(Guid Operation, string Code, int Version);

/// <summary>Removes a tag that no excerpt has and under which none stands.</summary>
public sealed class RemoveTag(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveTagRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCodebook)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var tag = await db.Set<Tag>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (tag is null) return Outcome.NotFound;
            if (!await CodebookLock.IsOpenTo(db, access, cancellation)) return Outcome.Refused<EvidenceTexts>("CodebookIsLocked");
            var uses = await db.Set<ExcerptTag>().CountAsync(use => use.TagId == tag.Id, cancellation);
            if (uses > 0) return Outcome.Refused<EvidenceTexts>("TagIsUsed", null, tag.Name, uses);
            if (await db.Set<Tag>().AnyAsync(below => below.ParentId == tag.Id, cancellation)) return Outcome.Refused<EvidenceTexts>("TagHasTagsBelow", null, tag.Name);
            db.Expect(tag, request.Version);
            db.Remove(tag);
            return Nothing.Value;
        }, cancellation);
    }
}
