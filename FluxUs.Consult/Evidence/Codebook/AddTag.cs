using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

/// <param name="Code">A slug that an import brings; null makes one from the name.</param>
public sealed record AddTagRequest(Guid Operation, TagFields Fields, string? Code = null);

/// <param name="IsProposed">The codebook is locked: a manager has to accept the tag before anyone uses it.</param>
public sealed record AddedTag(Guid Id, string Code, bool IsProposed);

/// <summary>Adds a tag to the codebook, or proposes it when the codebook is locked.</summary>
public sealed class AddTag(ConsultDbContext db)
{
    public async Task<Outcome<AddedTag>> Handle(StudyAccess access, AddTagRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCodebook)) return Outcome.Forbidden;
        if (request.Code is { } brought && !TagCode.IsSlug(brought)) return Outcome.Refused<EvidenceTexts>("TagCodeIsNoSlug", "Code", brought);
        return await db.Write<AddedTag>(access.Actor, request.Operation, async () =>
        {
            var check = await TagRules.Check(db, access.StudyId, request.Fields, null, cancellation);
            if (!check.IsDone) return check.Failure;
            var fields = check.Value;
            var code = request.Code ?? await TagRules.NewCode(db, access.StudyId, fields.Name.In("fr"), cancellation);
            if (request.Code is not null && await db.Set<Tag>().AnyAsync(tag => tag.StudyId == access.StudyId && tag.Code == code, cancellation))
                return Outcome.Refused<EvidenceTexts>("TagExists", "Code", code);
            var order = await db.Set<Tag>().Where(tag => tag.StudyId == access.StudyId && tag.ParentId == fields.ParentId).MaxAsync(tag => (int?)tag.Order, cancellation) ?? 0;
            var tag = new Tag(access.StudyId, code, fields.Name, fields.Kind, fields.Colour, fields.ParentId, order + 1);
            tag.Describe(fields.Name, fields.Definition, fields.Kind, fields.Colour, fields.ParentId, fields.Favourite);
            await TagRules.FreeFavourite(db, access.StudyId, fields.Favourite, tag.Id, cancellation);
            if (!await CodebookLock.IsOpenTo(db, access, cancellation)) tag.Propose();
            db.Add(tag);
            return new AddedTag(tag.Id, tag.Code, tag.IsProposed);
        }, cancellation);
    }
}
