using System.Globalization;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Listing;

/// <summary>What an excerpt lacks.</summary>
public enum ExcerptLack { Offering, Place, Finding }

/// <summary>What is looked for; what is null does not matter. All of it stands in the page's address.</summary>
/// <param name="Tag">Its code; tags below it count too.</param>
/// <param name="Offering">Its code.</param>
/// <param name="Role">The code of a class of role: who speaks, where this reader may be told.</param>
/// <param name="Source">The code of an interview or document.</param>
/// <param name="Language">Of the text.</param>
/// <param name="Coder">The account that tagged it.</param>
/// <param name="Words">All must occur; "assur*" finds what starts so.</param>
public sealed record ExcerptFilter(
    string? Tag = null, TagKind? Kind = null, Guid? Stage = null, string? Offering = null, string? Role = null, string? Source = null,
    string? Language = null, Guid? Coder = null, string? Words = null, ExcerptLack? Lack = null);

/// <param name="Axis">The name of what it stands under, or null at the root.</param>
public sealed record ExcerptTagShown(string Code, LocalText Name, TagKind Kind, LocalText? Axis = null)
{
    /// <summary>All tags of a study by their ids.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, ExcerptTagShown>> All(ConsultDbContext db, Guid studyId, CancellationToken cancellation)
    {
        var tags = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == studyId).ToDictionaryAsync(tag => tag.Id, cancellation);
        return tags.Values.ToDictionary(tag => tag.Id, tag => new ExcerptTagShown(tag.Code, tag.Name, tag.Kind, tag.ParentId is { } above ? tags[above].Name : null));
    }
}

/// <summary>One excerpt with what stands around it.</summary>
/// <param name="Label">Who speaks, as far as it may be told in the team; empty for a document.</param>
/// <param name="Place">Where in its text: time, page or question.</param>
/// <param name="Resting">The findings that lean on it.</param>
public sealed record ExcerptRow(
    Guid Id, int Number, Guid SourceTextId, string SourceCode, string Language, string Before, string Quote, string After, SegmentPlace? Place, string Label,
    IReadOnlyList<ExcerptTagShown> Tags, IReadOnlyList<string> Offerings, LocalText? Stage, ExcerptPlace Standing, string Coder, DateTime CodedAt,
    IReadOnlyList<Resting> Resting);

/// <summary>Where a segment stands in its recording, document or guide.</summary>
/// <param name="From">The second of the caption, where the segment was joined from several.</param>
public sealed record SegmentPlace(TimeSpan? From, int? Page, string? Question)
{
    /// <summary>The place of words in a segment.</summary>
    /// <param name="offset">UTF-16 units from the start of the segment.</param>
    public static SegmentPlace Of(TimeSpan? from, string? captions, int offset, int? page, string? question) => new(CaptionTimes.At(captions, offset) ?? from, page, question);
}

/// <param name="Found">Excerpts that match, on all pages.</param>
/// <param name="Total">Excerpts of the study that this person may read.</param>
/// <param name="People">Distinct people among those found, never mentions.</param>
/// <param name="Documents">Distinct documents among them.</param>
public sealed record ExcerptList(IReadOnlyList<ExcerptRow> Rows, int Found, int Total, int People, int Documents);

/// <summary>Excerpts by tag, kind, stage, offering, class of role, source, language, coder and words, in the order of their sources.</summary>
public sealed class ListExcerpts(ConsultDbContext db, ExcerptSources sources, AttributionLabels labels, TellableRoles tellable, IEnumerable<IRestsOnEvidence> above)
{
    public const int PageLength = 50;

    /// <param name="page">From 1.</param>
    public async Task<Outcome<ExcerptList>> Run(StudyAccess access, ExcerptFilter filter, int page, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return Outcome.Forbidden;
        var open = db.Set<SourceText>().Where(SourceReading.OpenTo(access));
        var readable = db.Set<Excerpt>().AsNoTracking().Where(excerpt => open.Any(text => text.Id == excerpt.SourceTextId));
        var wanted = await Narrow(readable, access.StudyId, filter, cancellation);
        var search = new WordSearch(filter.Words);
        var isWorded = !search.IsEmpty;
        var found = await wanted.Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt, text })
            .OrderBy(both => both.text.Code.Length).ThenBy(both => both.text.Code).ThenBy(both => both.excerpt.SourceTextId).ThenBy(both => both.excerpt.Start)
            .Select(both => new { both.excerpt.Id, Quote = isWorded ? both.excerpt.Quote : "" }).ToListAsync(cancellation);
        var ids = found.Where(excerpt => search.Matches(excerpt.Quote)).Select(excerpt => excerpt.Id).ToList();

        var voices = await sources.Of(wanted, cancellation);
        if (filter.Role is { Length: > 0 } role)
        {
            var roleId = await db.Set<RoleClass>().Where(found => found.StudyId == access.StudyId && found.Code == role).Select(found => found.Id).FirstOrDefaultAsync(cancellation);
            // A role that may not be told is none to look for either.
            var told = await tellable.For(access, cancellation);
            var spoken = voices.Where(voice => told.TryGetValue(voice.SourceId, out var known) && known == roleId).Select(voice => voice.ExcerptId).ToHashSet();
            ids.RemoveAll(id => !spoken.Contains(id));
        }

        if (filter.Lack == ExcerptLack.Finding)
        {
            var bound = new HashSet<Guid>();
            foreach (var room in above) bound.UnionWith((await room.FindingsOn(access, ids, cancellation)).Select(resting => resting.ExcerptId));
            ids.RemoveAll(bound.Contains);
        }

        var kept = ids.ToHashSet();
        var behind = voices.Where(voice => kept.Contains(voice.ExcerptId)).Select(voice => (voice.IsVoice, voice.SourceId)).Distinct().ToList();
        var shown = ids.Skip((Math.Max(1, page) - 1) * PageLength).Take(PageLength).ToList();
        return new ExcerptList(
            await Rows(access, shown, cancellation), ids.Count, await readable.CountAsync(cancellation),
            behind.Count(source => source.IsVoice), behind.Count(source => !source.IsVoice));
    }

    private async Task<IQueryable<Excerpt>> Narrow(IQueryable<Excerpt> excerpts, Guid studyId, ExcerptFilter filter, CancellationToken cancellation)
    {
        if (filter.Tag is { Length: > 0 } code)
        {
            var tags = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == studyId).Select(tag => new { tag.Id, tag.Code, tag.ParentId }).ToListAsync(cancellation);
            var wanted = tags.Where(tag => tag.Code == code).Select(tag => tag.Id).ToHashSet();
            // The tree is a few levels deep: each round adds the tags one level further down.
            for (var before = 0; before < wanted.Count;)
            {
                before = wanted.Count;
                wanted.UnionWith(tags.Where(tag => tag.ParentId is { } parent && wanted.Contains(parent)).Select(tag => tag.Id).ToList());
            }

            excerpts = excerpts.Where(excerpt => excerpt.Tags.Any(tag => wanted.Contains(tag.TagId)));
        }

        if (filter.Kind is { } kind)
            excerpts = excerpts.Where(excerpt => excerpt.Tags.Any(use => db.Set<Tag>().Any(tag => tag.Id == use.TagId && tag.Kind == kind)));
        if (filter.Stage is { } stage) excerpts = excerpts.Where(excerpt => excerpt.StageId == stage);
        if (filter.Offering is { Length: > 0 } offering)
            excerpts = excerpts.Where(excerpt => excerpt.Offerings.Any(about => db.Set<Offering>().Any(found => found.Id == about.OfferingId && found.StudyId == studyId && found.Code == offering)));
        if (filter.Source is { Length: > 0 } source)
            excerpts = excerpts.Where(excerpt => db.Set<SourceText>().Any(text => text.Id == excerpt.SourceTextId && text.Code == source));
        if (filter.Language is { Length: > 0 } language)
            excerpts = excerpts.Where(excerpt => db.Set<SourceText>().Any(text => text.Id == excerpt.SourceTextId && text.Language == language));
        if (filter.Lack == ExcerptLack.Offering) excerpts = excerpts.Where(excerpt => !excerpt.Offerings.Any());
        if (filter.Lack == ExcerptLack.Place) excerpts = excerpts.Where(excerpt => excerpt.Place != ExcerptPlace.Placed);
        if (filter.Coder is { } coder) excerpts = excerpts.Where(excerpt => excerpt.CodedBy == coder);
        return excerpts;
    }

    private async Task<IReadOnlyList<ExcerptRow>> Rows(StudyAccess access, List<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0) return [];
        var excerpts = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => ids.Contains(excerpt.Id))
            .Select(excerpt => new
            {
                excerpt.Id,
                excerpt.Number,
                excerpt.SourceTextId,
                excerpt.Before,
                excerpt.Quote,
                excerpt.After,
                excerpt.Place,
                excerpt.CodedAt,
                Source = db.Set<SourceText>().Where(text => text.Id == excerpt.SourceTextId).Select(text => new { text.Code, text.Language }).First(),
                Tags = excerpt.Tags.Select(use => use.TagId).ToList(),
                Offerings = excerpt.Offerings.Select(about => about.OfferingId).ToList(),
                excerpt.StageId,
                Coder = db.Set<Account>().Where(account => account.Id == excerpt.CodedBy).Select(account => account.DisplayName).FirstOrDefault(),
            }).AsSplitQuery().ToDictionaryAsync(excerpt => excerpt.Id, cancellation);

        var tags = await ExcerptTagShown.All(db, access.StudyId, cancellation);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId)
            .ToDictionaryAsync(offering => offering.Id, offering => offering.Code, cancellation);
        var stageIds = excerpts.Values.Select(excerpt => excerpt.StageId).OfType<Guid>().ToHashSet();
        var stages = stageIds.Count == 0 ? [] : await db.Set<Stage>().AsNoTracking().Where(stage => stageIds.Contains(stage.Id)).ToDictionaryAsync(stage => stage.Id, stage => stage.Name, cancellation);
        var places = await Places(ids, cancellation);
        var names = await labels.Run(access, new LabelRequest(
            [.. ids.Select(id => excerpts[id].SourceTextId).Distinct()], null, Audience.Team, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancellation);
        var resting = new List<Resting>();
        foreach (var room in above) resting.AddRange(await room.FindingsOn(access, ids, cancellation));
        var findings = resting.ToLookup(one => one.ExcerptId);

        return [.. ids.Select(id => excerpts[id]).Select(excerpt => new ExcerptRow(
            excerpt.Id, excerpt.Number, excerpt.SourceTextId, excerpt.Source.Code, excerpt.Source.Language, excerpt.Before, excerpt.Quote, excerpt.After, places.GetValueOrDefault(excerpt.Id),
            names.Value?.GetValueOrDefault(excerpt.SourceTextId)?.Text ?? "",
            [.. excerpt.Tags.Select(tag => tags[tag]).OrderBy(tag => tag.Code, StringComparer.Ordinal)], [.. excerpt.Offerings.Select(offering => offerings[offering]).Order(StringComparer.Ordinal)],
            excerpt.StageId is { } stage ? stages.GetValueOrDefault(stage) : null, excerpt.Place, excerpt.Coder ?? "", excerpt.CodedAt, [.. findings[excerpt.Id]]))];
    }

    private async Task<Dictionary<Guid, SegmentPlace>> Places(List<Guid> ids, CancellationToken cancellation)
    {
        var segments = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => ids.Contains(excerpt.Id))
            .Join(db.Set<SourceTextVersion>(), excerpt => new { Id = excerpt.SourceTextId, Number = excerpt.TextVersion },
                version => new { Id = version.SourceTextId, version.Number }, (excerpt, version) => new { excerpt, VersionId = version.Id })
            .Join(db.Set<Segment>(), both => both.VersionId, segment => segment.SourceTextVersionId, (both, segment) => new { both.excerpt, segment })
            .Where(both => both.segment.Start <= both.excerpt.Start && both.excerpt.Start < both.segment.Start + both.segment.Length)
            .Select(both => new { both.excerpt.Id, both.segment.Order, both.segment.From, both.segment.Page, both.segment.Question, both.segment.Captions, Offset = both.excerpt.Start - both.segment.Start })
            .ToListAsync(cancellation);
        return segments.GroupBy(segment => segment.Id).ToDictionary(group => group.Key, group =>
        {
            var first = group.MinBy(segment => segment.Order)!;
            return SegmentPlace.Of(first.From, first.Captions, first.Offset, first.Page, first.Question);
        });
    }
}
