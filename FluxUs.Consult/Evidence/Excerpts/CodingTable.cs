using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <summary>What an excerpt is given: tags, a stage, offerings.</summary>
public sealed record Coding(IReadOnlyList<Guid> Tags, Guid? StageId, IReadOnlyList<Guid> Offerings);

/// <summary>What the acts on excerpts share: the text as it stands, what may be given to an excerpt, the record that lets an act
/// be undone. All of it within the writing transaction of the act.</summary>
internal static class CodingTable
{
    /// <summary>The text of the version that the person saw, or nothing when it was corrected since.</summary>
    public static async Task<Outcome<(SourceText Text, string Words)>> TextAsSeen(
        ConsultDbContext db, StudyAccess access, Guid sourceTextId, int textVersion, CancellationToken cancellation)
    {
        var text = await db.Set<SourceText>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == sourceTextId, cancellation);
        if (text is null) return Outcome.NotFound;
        if (text.CurrentVersion != textVersion) return Outcome.Changed;
        var words = await db.Set<SourceTextVersion>().AsNoTracking()
            .Where(version => version.SourceTextId == text.Id && version.Number == textVersion).Select(version => version.Text).FirstAsync(cancellation);
        return (text, words);
    }

    /// <summary>Checks that everything given belongs to the study; a stage brings its own offering along.</summary>
    public static async Task<Outcome<Coding>> Check(ConsultDbContext db, Guid studyId, Coding asked, CancellationToken cancellation)
    {
        var tagIds = asked.Tags.Distinct().ToList();
        if (tagIds.Count == 0) return Outcome.Refused<EvidenceTexts>("ExcerptNeedsTag", "Tag");
        var tags = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == studyId && tagIds.Contains(tag.Id))
            .Select(tag => new { tag.Kind, tag.IsProposed, tag.Name }).ToListAsync(cancellation);
        if (tags.Count != tagIds.Count) return Outcome.Refused<EvidenceTexts>("TagIsGone", "Tag");
        if (tags.Find(tag => tag.Kind == TagKind.Axis) is { } axis) return Outcome.Refused<EvidenceTexts>("AxisIsNoTag", "Tag", axis.Name);
        if (tags.Find(tag => tag.IsProposed) is { } proposed) return Outcome.Refused<EvidenceTexts>("TagIsProposed", "Tag", proposed.Name);

        var offerings = asked.Offerings.ToHashSet();
        if (asked.StageId is { } stageId)
        {
            var owner = await db.Set<Stage>().AsNoTracking().Where(stage => stage.Id == stageId).Select(stage => (Guid?)stage.OfferingId).FirstOrDefaultAsync(cancellation);
            if (owner is null) return Outcome.Refused<EvidenceTexts>("StageIsGone", "Stage");
            offerings.Add(owner.Value);
        }

        var known = await db.Set<Offering>().CountAsync(offering => offering.StudyId == studyId && offerings.Contains(offering.Id), cancellation);
        if (known != offerings.Count) return Outcome.Refused<EvidenceTexts>("OfferingIsGone", "Offering");
        return new Coding(tagIds, asked.StageId, [.. offerings]);
    }

    public static Task<Excerpt?> Find(ConsultDbContext db, StudyAccess access, Guid excerptId, CancellationToken cancellation) =>
        db.Set<Excerpt>().Include(excerpt => excerpt.Tags).Include(excerpt => excerpt.Offerings).AsSplitQuery()
            .FirstOrDefaultAsync(excerpt => excerpt.StudyId == access.StudyId && excerpt.Id == excerptId, cancellation);

    public static void Give(Excerpt excerpt, Coding coding)
    {
        excerpt.TagWith(coding.Tags);
        excerpt.PointAtStage(coding.StageId);
        excerpt.Concern(coding.Offerings);
    }

    /// <summary>Keeps what an act did; the operator and jobs, who have no desk, undo nothing.</summary>
    public static void Remember(ConsultDbContext db, StudyAccess access, Guid sourceTextId, DateTime at, ExcerptState? before, ExcerptState? after)
    {
        if (access.Actor.Kind == ActorKind.Account) db.Add(new CodingAct(sourceTextId, access.Actor.Id, at, before, after));
    }

    /// <summary>Why an excerpt cannot go: what leans on it, by code; empty when nothing does.</summary>
    public static async Task<IReadOnlyList<string>> WhatHolds(
        ConsultDbContext db, StudyAccess access, IEnumerable<IRestsOnEvidence> above, Guid excerptId, CancellationToken cancellation)
    {
        var codes = await db.Set<Quote>().AsNoTracking().Where(quote => quote.StudyId == access.StudyId && quote.ExcerptId == excerptId)
            .OrderBy(quote => quote.Code).Select(quote => quote.Code).ToListAsync(cancellation);
        foreach (var room in above)
            codes.AddRange((await room.WhatRestsOn(access, [excerptId], cancellation)).Select(resting => resting.Code));
        return [.. codes.Distinct()];
    }
}
