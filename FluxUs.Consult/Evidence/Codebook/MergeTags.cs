using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

/// <param name="Code">The tag that goes.</param>
/// <param name="IntoCode">The tag that its excerpts get instead.</param>
public sealed record MergeTagsRequest(Guid Operation, string Code, int Version, string IntoCode);

/// <param name="Moved">Excerpts that got the other tag.</param>
/// <param name="HadBoth">Excerpts that had both.</param>
public sealed record MergedTags(int Moved, int HadBoth);

/// <summary>Gives the excerpts of one tag to another and removes the first.</summary>
public sealed class MergeTags(ConsultDbContext db)
{
    public async Task<Outcome<MergedTags>> Handle(StudyAccess access, MergeTagsRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCodebook)) return Outcome.Forbidden;
        return await db.Write<MergedTags>(access.Actor, request.Operation, async () =>
        {
            var tag = await db.Set<Tag>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (tag is null) return Outcome.NotFound;
            if (!await CodebookLock.IsOpenTo(db, access, cancellation)) return Outcome.Refused<EvidenceTexts>("CodebookIsLocked");
            var into = await db.Set<Tag>().AsNoTracking().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.IntoCode, cancellation);
            if (into is null || into.Id == tag.Id || into.Kind == TagKind.Axis || into.IsProposed) return Outcome.Refused<EvidenceTexts>("MergeNeedsTag", nameof(request.IntoCode));
            if (await db.Set<Tag>().AnyAsync(below => below.ParentId == tag.Id, cancellation)) return Outcome.Refused<EvidenceTexts>("TagHasTagsBelow", null, tag.Name);

            var (moved, both) = (0, 0);
            var excerpts = await db.Set<Excerpt>().Include(excerpt => excerpt.Tags).Where(excerpt => excerpt.Tags.Any(use => use.TagId == tag.Id)).ToListAsync(cancellation);
            foreach (var excerpt in excerpts)
            {
                var tags = excerpt.Tags.Select(use => use.TagId).ToList();
                if (tags.Contains(into.Id)) both++;
                else moved++;
                excerpt.TagWith([.. tags.Where(id => id != tag.Id), into.Id]);
            }

            db.Expect(tag, request.Version);
            db.Remove(tag);
            return new MergedTags(moved, both);
        }, cancellation);
    }
}
