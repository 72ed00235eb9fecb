using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
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

/// <summary>Counts what findings rest on, for any number of them, in two queries.</summary>
public sealed class FindingSupport(ConsultDbContext db)
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

    /// <summary>One line for each excerpt and person or document behind it. In a conversation of several, the voice is that of
    /// the segment; where the segment names none, everyone who was there.</summary>
    internal async Task<IReadOnlyList<FindingSource>> SourcesOf(Guid studyId, IReadOnlyCollection<Guid> findingIds, CancellationToken cancellation)
    {
        var bound = db.Set<Finding>().AsNoTracking()
            .Where(finding => finding.StudyId == studyId && (findingIds.Count == 0 || findingIds.Contains(finding.Id)))
            .SelectMany(finding => finding.Evidence)
            .Join(db.Set<Excerpt>(), evidence => evidence.ExcerptId, excerpt => excerpt.Id, (evidence, excerpt) => new { evidence, excerpt })
            .Join(db.Set<SourceText>(), both => both.excerpt.SourceTextId, text => text.Id, (both, text) => new { both.evidence, both.excerpt, text });
        var lines = await bound
            .LeftJoin(db.Set<SourceVoice>(), all => all.text.Id, voice => voice.SourceTextId, (all, voice) => new { all.evidence, all.text, ExpertId = (Guid?)voice!.ExpertId })
            .LeftJoin(db.Set<Expert>(), all => all.ExpertId, expert => expert.Id, (all, expert) => new
            {
                all.evidence.FindingId, all.evidence.ExcerptId, all.evidence.IsFor, all.text.Kind, all.text.OriginId, all.text.Code,
                all.ExpertId, RoleClassId = (Guid?)expert!.RoleClassId,
            })
            .ToListAsync(cancellation);

        var shared = lines.GroupBy(line => (line.FindingId, line.ExcerptId)).Where(group => group.Count() > 1).Select(group => group.Key.ExcerptId).ToHashSet();
        var speakers = shared.Count == 0 ? [] : await bound
            .Where(all => shared.Contains(all.excerpt.Id))
            .Join(db.Set<SourceTextVersion>(), all => new { Id = all.text.Id, Number = all.excerpt.TextVersion },
                version => new { Id = version.SourceTextId, version.Number }, (all, version) => new { all.excerpt, version })
            .Join(db.Set<Segment>(), both => both.version.Id, segment => segment.SourceTextVersionId, (both, segment) => new { both.excerpt, segment })
            .Where(both => both.segment.ExpertId != null && both.segment.Start < both.excerpt.Start + both.excerpt.Length
                && both.segment.Start + both.segment.Length > both.excerpt.Start)
            .Select(both => new { ExcerptId = both.excerpt.Id, both.segment.ExpertId })
            .Distinct().ToListAsync(cancellation);
        var spoken = speakers.ToLookup(speaker => speaker.ExcerptId, speaker => speaker.ExpertId);

        return [.. lines
            .Where(line => line.ExpertId is null || !spoken.Contains(line.ExcerptId) || spoken[line.ExcerptId].Contains(line.ExpertId))
            .Select(line => new FindingSource(
                line.FindingId, line.ExcerptId, line.IsFor, line.Kind is SourceKind.Transcript or SourceKind.InterviewNotes,
                line.ExpertId ?? line.OriginId, line.RoleClassId, line.Code))];
    }

    private static int Distinct(IEnumerable<FindingSource> sources, Func<FindingSource, bool> which, Func<FindingSource, Guid> what) =>
        sources.Where(which).Select(what).Distinct().Count();
}
