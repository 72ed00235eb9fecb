using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

/// <param name="Version">Of the tag as the person saw it.</param>
public sealed record ChangeTagRequest(Guid Operation, string Code, int Version, TagFields Fields);

/// <summary>Renames, defines, colours or moves a tag; only a manager once the codebook is locked.</summary>
public sealed class ChangeTag(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ChangeTagRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCodebook)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var tag = await db.Set<Tag>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (tag is null) return Outcome.NotFound;
            if (!await CodebookLock.IsOpenTo(db, access, cancellation)) return Outcome.Refused<EvidenceTexts>("CodebookIsLocked");
            var check = await TagRules.Check(db, access.StudyId, request.Fields, tag.Id, cancellation);
            if (!check.IsDone) return check.Failure;
            var fields = check.Value;
            if (fields.Kind == TagKind.Axis && await db.Set<ExcerptTag>().AnyAsync(use => use.TagId == tag.Id, cancellation))
                return Outcome.Refused<EvidenceTexts>("UsedTagIsNoAxis", nameof(fields.Kind));
            db.Expect(tag, request.Version);
            await TagRules.FreeFavourite(db, access.StudyId, fields.Favourite, tag.Id, cancellation);
            tag.Describe(fields.Name, fields.Definition, fields.Kind, fields.Colour, fields.ParentId, fields.Favourite);
            return Nothing.Value;
        }, cancellation);
    }
}
