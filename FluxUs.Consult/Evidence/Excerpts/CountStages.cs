using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <param name="Levers">Distinct people and documents that see a lever at the stage, never mentions.</param>
/// <param name="Obstacles">Distinct people and documents that see an obstacle at it.</param>
public sealed record StageCount(int Levers, int Obstacles)
{
    public static readonly StageCount None = new(0, 0);

    public int Both => Levers + Obstacles;
}

/// <summary>Counts levers and obstacles at stages from the tagged evidence: the one rule for every page, table and fiche, so that two
/// figures never contradict each other. An excerpt counts at the stage that it points at.</summary>
public sealed class CountStages(ConsultDbContext db, ExcerptSources sources)
{
    /// <param name="excerpts">Those of one study that the reader may count.</param>
    /// <returns>Stages at which nobody sees either are not in it.</returns>
    public async Task<IReadOnlyDictionary<Guid, StageCount>> Of(IQueryable<Excerpt> excerpts, CancellationToken cancellation)
    {
        var telling = db.Set<Tag>().Where(tag => tag.Kind == TagKind.Lever || tag.Kind == TagKind.Obstacle);
        var coded = excerpts.Where(excerpt => excerpt.StageId != null && excerpt.Tags.Any(use => telling.Any(tag => tag.Id == use.TagId)));
        var tagged = await coded.SelectMany(excerpt => excerpt.Tags, (excerpt, use) => new { excerpt.Id, excerpt.StageId, use.TagId })
            .Join(telling, use => use.TagId, tag => tag.Id, (use, tag) => new { use.Id, StageId = use.StageId!.Value, tag.Kind })
            .Distinct().ToListAsync(cancellation);
        if (tagged.Count == 0) return new Dictionary<Guid, StageCount>();
        var behind = (await sources.Of(coded, cancellation)).ToLookup(source => source.ExcerptId, source => source.SourceId);
        return tagged.GroupBy(use => use.StageId).ToDictionary(stage => stage.Key, stage =>
        {
            int Who(TagKind kind) => stage.Where(use => use.Kind == kind).SelectMany(use => behind[use.Id]).Distinct().Count();
            return new StageCount(Who(TagKind.Lever), Who(TagKind.Obstacle));
        });
    }
}
