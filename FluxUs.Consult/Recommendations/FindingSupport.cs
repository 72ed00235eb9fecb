using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <summary>What a finding rests on, counted by distinct people and documents, never by mentions.</summary>
public sealed record SupportCount(
    int ExcerptsFor, int ExcerptsAgainst, int PeopleFor, int PeopleAgainst, int DocumentsFor, int DocumentsAgainst, int RoleClasses)
{
    public static readonly SupportCount None = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Nothing supports the claim.</summary>
    public bool HasNoExcerpt => ExcerptsFor == 0;

    /// <summary>One single person supports the claim, and no document does.</summary>
    public bool IsSingleVoice => PeopleFor == 1 && DocumentsFor == 0;

    public int SourcesFor => PeopleFor + DocumentsFor;

    public bool IsContested => ExcerptsAgainst > 0;
}

/// <summary>One source behind a finding: a person or a document.</summary>
/// <param name="SourceId">The expert, or the reference that the document is.</param>
/// <param name="RoleClassId">Of the person; null for a document.</param>
internal sealed record FindingSource(Guid FindingId, Guid ExcerptId, bool IsFor, bool IsVoice, Guid SourceId, Guid? RoleClassId, string SourceCode);

/// <summary>Counts what findings rest on, for any number of them, in three queries.</summary>
public sealed class FindingSupport(ConsultDbContext db, ExcerptSources sources)
{
    /// <param name="findingIds">Empty for all findings of the study.</param>
    public async Task<Outcome<IReadOnlyDictionary<Guid, SupportCount>>> Run(StudyAccess access, IReadOnlyCollection<Guid> findingIds, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFindings)) return Outcome.Forbidden;
        return Outcome.Done(Count(await SourcesOf(access.StudyId, findingIds, cancellation)));
    }

    internal static IReadOnlyDictionary<Guid, SupportCount> Count(IEnumerable<FindingSource> sources) => sources
        .GroupBy(source => source.FindingId)
        .ToDictionary(group => group.Key, group => new SupportCount(
            Distinct(group, source => source.IsFor, source => source.ExcerptId),
            Distinct(group, source => !source.IsFor, source => source.ExcerptId),
            Distinct(group, source => source is { IsFor: true, IsVoice: true }, source => source.SourceId),
            Distinct(group, source => source is { IsFor: false, IsVoice: true }, source => source.SourceId),
            Distinct(group, source => source is { IsFor: true, IsVoice: false }, source => source.SourceId),
            Distinct(group, source => source is { IsFor: false, IsVoice: false }, source => source.SourceId),
            Distinct(group, source => source is { IsFor: true, RoleClassId: not null }, source => source.RoleClassId!.Value)));

    /// <summary>One line for each excerpt bound to a finding and person or document behind it.</summary>
    internal async Task<IReadOnlyList<FindingSource>> SourcesOf(Guid studyId, IReadOnlyCollection<Guid> findingIds, CancellationToken cancellation)
    {
        var bound = db.Set<Finding>().AsNoTracking()
            .Where(finding => finding.StudyId == studyId && (findingIds.Count == 0 || findingIds.Contains(finding.Id)))
            .SelectMany(finding => finding.Evidence);
        var evidence = await bound.Select(bound => new { bound.FindingId, bound.ExcerptId, bound.IsFor }).ToListAsync(cancellation);
        var people = await sources.Of(db.Set<Excerpt>().Where(excerpt => bound.Select(one => one.ExcerptId).Contains(excerpt.Id)), cancellation);
        var byExcerpt = people.ToLookup(source => source.ExcerptId);
        return [.. evidence.SelectMany(one => byExcerpt[one.ExcerptId].Select(source =>
            new FindingSource(one.FindingId, one.ExcerptId, one.IsFor, source.IsVoice, source.SourceId, source.RoleClassId, source.Code)))];
    }

    private static int Distinct(IEnumerable<FindingSource> sources, Func<FindingSource, bool> which, Func<FindingSource, Guid> what) =>
        sources.Where(which).Select(what).Distinct().Count();
}
