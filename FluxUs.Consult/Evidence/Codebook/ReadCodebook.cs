using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

/// <summary>One tag with what stands under it.</summary>
/// <param name="Uses">Excerpts that have it, those of tags below not counted.</param>
public sealed record CodebookTag(
    Guid Id, string Code, LocalText Name, LocalText Definition, TagKind Kind, string Colour, Guid? ParentId, int? Favourite, bool IsProposed,
    int Version, int Uses, IReadOnlyList<CodebookTag> Below)
{
    /// <summary>Excerpts with it or a tag below it, an excerpt with two of them counted twice.</summary>
    public int UsesWithBelow => Uses + Below.Sum(tag => tag.UsesWithBelow);

    public bool MayTag => Kind != TagKind.Axis && !IsProposed;
}

/// <param name="IsOpen">Whether this person may change it.</param>
public sealed record CodebookTree(IReadOnlyList<CodebookTag> Roots, bool IsLocked, bool IsOpen)
{
    /// <summary>All tags in the order of the tree.</summary>
    public IEnumerable<CodebookTag> All => Flat(Roots);

    private static IEnumerable<CodebookTag> Flat(IEnumerable<CodebookTag> tags) => tags.SelectMany(tag => Flat(tag.Below).Prepend(tag));
}

/// <summary>The codebook as a tree: axes in order, and in each the levers and obstacles that meet there.</summary>
public sealed class ReadCodebook(ConsultDbContext db)
{
    public async Task<Outcome<CodebookTree>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCodebook)) return Outcome.Forbidden;
        var isLocked = await db.Set<Study>().Where(study => study.Id == access.StudyId).Select(study => study.CodebookLocked).FirstAsync(cancellation);
        var tags = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == access.StudyId).OrderBy(tag => tag.Order).ThenBy(tag => tag.Code).ToListAsync(cancellation);
        var uses = await db.Set<ExcerptTag>().Join(db.Set<Tag>().Where(tag => tag.StudyId == access.StudyId), use => use.TagId, tag => tag.Id, (use, _) => use)
            .GroupBy(use => use.TagId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var below = tags.ToLookup(tag => tag.ParentId);
        List<CodebookTag> Under(Guid? parent) => [.. below[parent].Select(tag => new CodebookTag(
            tag.Id, tag.Code, tag.Name, tag.Definition, tag.Kind, tag.Colour, tag.ParentId, tag.Favourite, tag.IsProposed, tag.Version,
            uses.GetValueOrDefault(tag.Id), Under(tag.Id)))];
        return new CodebookTree(Under(null), isLocked, !isLocked || access.May(Permission.LockCodebook));
    }
}
