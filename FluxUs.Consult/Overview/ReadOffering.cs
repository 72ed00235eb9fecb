using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>One offering with everything known of it, for its page. Evidence is counted in the texts that this reader may open.</summary>
public sealed record OfferingView(
    Guid Id, string Code, LocalText Name, string Circularity, LocalText Description, IReadOnlyList<FlowName> Flows,
    ChainCounts Chain, IReadOnlyList<StageEvidence> Stages, IReadOnlyList<FindingLine> Findings,
    Coverage Coverage, IReadOnlyList<FicheStanding> Fiches, IReadOnlyList<TagCount> Tags);

public sealed record FlowName(string Code, LocalText Name);

/// <param name="Levers">Distinct people and documents that see a lever at this stage.</param>
/// <param name="Obstacles">Distinct people and documents that see an obstacle at it.</param>
public sealed record StageEvidence(Guid Id, LocalText Name, int Levers, int Obstacles);

public sealed record FindingLine(string Code, Worded Statement, ConfidenceLevel? Level, SupportCount Support);

public sealed record TagCount(string Code, LocalText Name, TagKind Kind, int Excerpts);

/// <summary>Who spoke of what: axes of the codebook by classes of role and the literature, in distinct people and documents.</summary>
/// <param name="Columns">Classes of role heard on the offering, then the people whose class this reader may not be told, then the literature.</param>
public sealed record Coverage(IReadOnlyList<CoverageClass> Columns, IReadOnlyList<CoverageAxis> Rows);

public enum CoverageKind { RoleClass, OtherPeople, Literature }

/// <param name="Name">Of a class of role.</param>
public sealed record CoverageClass(CoverageKind Kind, LocalText? Name, int Count);

public sealed record CoverageAxis(string Code, LocalText Name, IReadOnlyList<int> Counts);

public sealed class ReadOffering(ConsultDbContext db, CountChain chain, FindingSupport support, ExcerptSources sources, CountStages count, TellableRoles tellable)
{
    public async Task<Outcome<OfferingView>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        var offering = await db.Set<Offering>().AsNoTracking().Include(found => found.Stages).Include(found => found.Flows)
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (offering is null) return Outcome.NotFound;

        var flowIds = offering.Flows.OrderBy(flow => flow.Order).Select(flow => flow.FlowId).ToList();
        var flows = await db.Set<Flow>().AsNoTracking().Where(flow => flowIds.Contains(flow.Id)).ToDictionaryAsync(flow => flow.Id, cancellation);
        var evidence = await EvidenceOf(access, offering.Id, cancellation);
        return new OfferingView(
            offering.Id, offering.Code, offering.Name, offering.Circularity, offering.Description,
            flowIds.ConvertAll(id => new FlowName(flows[id].Code, flows[id].Name)),
            (await chain.Run(access, offering.Id, cancellation)).Value!,
            await StagesOf(access, offering, cancellation),
            await FindingsOf(access, offering.Id, cancellation),
            await CoverageOf(access, evidence, cancellation),
            [.. (await FicheStandings.Of(db, access.StudyId, offering.Id, cancellation)).Select(fiche => fiche.Standing)],
            [.. evidence.Where(line => line.Tag.Kind != TagKind.Axis)
                .GroupBy(line => line.Tag)
                .Select(group => new TagCount(group.Key.Code, group.Key.Name, group.Key.Kind, group.Select(line => line.ExcerptId).Distinct().Count()))
                .OrderByDescending(tag => tag.Excerpts).ThenBy(tag => tag.Code, StringComparer.Ordinal).Take(8)]);
    }

    private sealed record TagInfo(Guid Id, string Code, LocalText Name, TagKind Kind, Guid? ParentId);

    private sealed record EvidenceLine(Guid ExcerptId, TagInfo Tag, IReadOnlyList<ExcerptSource> Sources);

    private async Task<List<EvidenceLine>> EvidenceOf(StudyAccess access, Guid offeringId, CancellationToken cancellation)
    {
        var excerpts = Open(access).Where(excerpt => excerpt.Offerings.Any(offering => offering.OfferingId == offeringId));
        var behind = (await sources.Of(excerpts, cancellation)).ToLookup(source => source.ExcerptId);
        var tags = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == access.StudyId)
            .Select(tag => new TagInfo(tag.Id, tag.Code, tag.Name, tag.Kind, tag.ParentId)).ToDictionaryAsync(tag => tag.Id, cancellation);
        var tagged = await excerpts.SelectMany(excerpt => excerpt.Tags, (excerpt, tag) => new { excerpt.Id, tag.TagId }).ToListAsync(cancellation);
        return tagged.ConvertAll(line => new EvidenceLine(line.Id, tags[line.TagId], [.. behind[line.Id]]));
    }

    private async Task<IReadOnlyList<StageEvidence>> StagesOf(StudyAccess access, Offering offering, CancellationToken cancellation)
    {
        var stages = offering.Stages.Select(stage => stage.Id).ToList();
        var counts = await count.Of(Open(access).Where(excerpt => excerpt.StageId != null && stages.Contains(excerpt.StageId.Value)), cancellation);
        return [.. offering.Stages.OrderBy(stage => stage.Order).Select(stage =>
        {
            var counted = counts.GetValueOrDefault(stage.Id) ?? StageCount.None;
            return new StageEvidence(stage.Id, stage.Name, counted.Levers, counted.Obstacles);
        })];
    }

    private IQueryable<Excerpt> Open(StudyAccess access)
    {
        var open = db.Set<SourceText>().Where(SourceReading.OpenTo(access));
        return db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && open.Any(text => text.Id == excerpt.SourceTextId));
    }

    private async Task<IReadOnlyList<FindingLine>> FindingsOf(StudyAccess access, Guid offeringId, CancellationToken cancellation)
    {
        var findings = await db.Set<Finding>().AsNoTracking()
            .Where(finding => finding.StudyId == access.StudyId && finding.Offerings.Any(offering => offering.OfferingId == offeringId))
            .OrderBy(finding => finding.Code)
            .Select(finding => new { finding.Id, finding.Code, finding.Statement, finding.Language, finding.Translations, finding.Confidence.Level }).ToListAsync(cancellation);
        if (findings.Count == 0) return [];
        var counts = (await support.Run(access, findings.ConvertAll(finding => finding.Id), cancellation)).Value!;
        return findings.ConvertAll(finding => new FindingLine(finding.Code, Worded.In(Languages.Current.Code, finding.Statement, finding.Language, finding.Translations), finding.Level, counts.GetValueOrDefault(finding.Id) ?? SupportCount.None));
    }

    private async Task<Coverage> CoverageOf(StudyAccess access, List<EvidenceLine> evidence, CancellationToken cancellation)
    {
        var classes = await db.Set<RoleClass>().AsNoTracking().Where(roleClass => roleClass.StudyId == access.StudyId).OrderBy(roleClass => roleClass.Code).ToListAsync(cancellation);
        var axes = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == access.StudyId && tag.Kind == TagKind.Axis).OrderBy(tag => tag.Order).ToListAsync(cancellation);
        var told = await tellable.For(access, cancellation);
        bool IsOf(ExcerptSource source, Guid roleClass) => source.IsVoice && told.TryGetValue(source.SourceId, out var known) && known == roleClass;
        bool IsOther(ExcerptSource source) => source.IsVoice && !told.ContainsKey(source.SourceId);
        var all = evidence.SelectMany(line => line.Sources).ToList();
        var columns = classes.Select(roleClass => (Kind: CoverageKind.RoleClass, Name: (LocalText?)roleClass.Name, Takes: (Func<ExcerptSource, bool>)(source => IsOf(source, roleClass.Id))))
            .Append((CoverageKind.OtherPeople, null, IsOther)).Where(column => all.Exists(source => column.Takes(source)))
            .Append((CoverageKind.Literature, null, source => !source.IsVoice)).ToList();
        var rows = axes
            .Select(axis => (Axis: axis, Sources: evidence.Where(line => line.Tag.Id == axis.Id || line.Tag.ParentId == axis.Id).SelectMany(line => line.Sources).ToList()))
            .Where(row => row.Sources.Count > 0)
            .Select(row => new CoverageAxis(row.Axis.Code, row.Axis.Name, columns.ConvertAll(column => Distinct(row.Sources, column.Takes))));
        return new Coverage(columns.ConvertAll(column => new CoverageClass(column.Kind, column.Name, Distinct(all, column.Takes))), [.. rows]);
    }

    private static int Distinct(IEnumerable<ExcerptSource> sources, Func<ExcerptSource, bool> takes) => sources.Where(takes).Select(source => source.SourceId).Distinct().Count();
}
