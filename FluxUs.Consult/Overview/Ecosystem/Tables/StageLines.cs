using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview.Ecosystem.Tables;

/// <summary>A stage of an offering's value chain with what was counted there.</summary>
/// <param name="Place">Its place in the chain, from 1.</param>
public sealed record StageLine(EcosystemOffering Offering, StageRow Stage, int Place, StageCount Count);

public sealed class StageLines(ConsultDbContext db, CountStages count)
{
    private static readonly Dictionary<string, Func<StageLine, object?>> Columns = new()
    {
        ["offering"] = line => line.Offering.Code,
        ["stage"] = line => line.Stage.Name.ToString(),
        ["levers"] = line => line.Count.Levers,
        ["obstacles"] = line => line.Count.Obstacles,
    };

    /// <summary>Every stage, worst first. A reader counts what the reader may read, as the list of excerpts behind each number does.</summary>
    public async Task<IReadOnlyList<StageLine>> All(StudyAccess access, EcosystemContents contents, CancellationToken cancellation)
    {
        var open = db.Set<SourceText>().Where(SourceReading.OpenTo(access));
        return All(contents, await count.Of(db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && open.Any(text => text.Id == excerpt.SourceTextId)), cancellation));
    }

    public static IReadOnlyList<StageLine> All(EcosystemContents contents, IReadOnlyDictionary<Guid, StageCount> counts) =>
        [.. contents.Offerings.SelectMany(offering => offering.Stages.Select((stage, place) => new StageLine(offering, stage, place + 1, counts.GetValueOrDefault(stage.Id) ?? StageCount.None)))
            .OrderByDescending(line => line.Count.Obstacles).ThenByDescending(line => line.Count.Levers)];

    public static IReadOnlyList<StageLine> Of(IReadOnlyList<StageLine> all, EcosystemFilter filter) =>
        filter.Sorted(all.Where(line => filter.Takes(line.Offering) && (!filter.Only || line.Count.Both > 0)), Columns);
}
