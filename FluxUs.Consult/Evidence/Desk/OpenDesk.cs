using System.Globalization;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Desk;

/// <param name="Source">The code of an origin, or the id of a text where one origin has several.</param>
/// <param name="Part">The part of a long text, from 1; null opens the one of the chosen excerpt, else the first.</param>
/// <param name="Excerpt">The number of the chosen excerpt.</param>
public sealed record DeskAddress(string Source, int? Part, int? Excerpt);

/// <summary>A stretch of the text as the desk shows it.</summary>
/// <param name="Speaker">Who speaks: a code, or the label of the file to researchers; null where it goes on.</param>
/// <param name="IsVoice">An expert's words; else an interviewer's or nobody's known.</param>
public sealed record DeskSegment(int Order, int Start, string Text, string? Speaker, bool IsVoice, SegmentPlace Place);

/// <summary>An excerpt of the part that is shown.</summary>
/// <param name="Lane">Its column among those that overlap, from 0.</param>
public sealed record DeskExcerpt(Guid Id, int Number, int Start, int Length, IReadOnlyList<ExcerptTagShown> Tags, string Coder, int Lane)
{
    public int End => Start + Length;
}

/// <summary>A speaker's label of the file and whose words stand under it.</summary>
public sealed record DeskSpeaker(string Label, Guid? ExpertId);

/// <summary>One of the people whose words the text holds, as the team calls them.</summary>
public sealed record DeskVoice(Guid ExpertId, string Code);

/// <param name="Label">Who speaks, as far as it may be told; empty for a document.</param>
/// <param name="Others">Other texts of the same origin.</param>
/// <param name="Parts">How many parts the text is shown in.</param>
/// <param name="ExcerptCount">In the whole text.</param>
/// <param name="Uncertain">Excerpts whose place after a correction is to be decided.</param>
/// <param name="LastTag">The tag that this person gave last.</param>
/// <param name="MayUndo">Whether this person has an act on this text to undo.</param>
public sealed record DeskView(
    Guid TextId, string Code, SourceKind Kind, string Language, DateOnly? Date, int TextVersion, bool IsFreeOfNames, string Label,
    IReadOnlyList<(Guid Id, SourceKind Kind)> Others, int Part, int Parts, IReadOnlyList<DeskSegment> Segments, IReadOnlyList<DeskExcerpt> Excerpts,
    int ExcerptCount, int Uncertain, IReadOnlyList<Guid> Offerings, IReadOnlyList<DeskSpeaker> Speakers, IReadOnlyList<DeskVoice> Voices, Guid? LastTag, bool MayUndo);

/// <summary>A text on the desk, a part at a time: two hundred pages of transcript open as fast as two.</summary>
public sealed class OpenDesk(ConsultDbContext db, AttributionLabels labels)
{
    /// <summary>UTF-16 units in one part: about ten pages.</summary>
    public const int PartLength = 24_000;

    public async Task<Outcome<DeskView>> Run(StudyAccess access, DeskAddress address, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return Outcome.Forbidden;
        var texts = db.Set<SourceText>().AsNoTracking().Where(SourceReading.OpenTo(access));
        var found = Guid.TryParse(address.Source, out var id)
            ? texts.Where(text => text.Id == id)
            : texts.Where(text => text.Code == address.Source).OrderByDescending(text => text.Kind == SourceKind.Transcript).ThenBy(text => text.Id);
        var head = await found.Select(text => new
        {
            text.Id,
            text.Code,
            text.Kind,
            text.OriginId,
            text.Language,
            text.Date,
            text.CurrentVersion,
            IsFree = text.FreeOfNamesAt != null,
            Offerings = text.Offerings.Select(offering => offering.OfferingId).ToList(),
        }).FirstOrDefaultAsync(cancellation);
        if (head is null) return Outcome.NotFound;

        var version = await db.Set<SourceTextVersion>().AsNoTracking().Where(one => one.SourceTextId == head.Id && one.Number == head.CurrentVersion)
            .Select(one => new { one.Id, one.Text }).FirstAsync(cancellation);
        var chosen = address.Excerpt is not { } number ? null : await db.Set<Excerpt>().AsNoTracking()
            .Where(excerpt => excerpt.SourceTextId == head.Id && excerpt.Number == number && excerpt.TextVersion == head.CurrentVersion)
            .Select(excerpt => (int?)excerpt.Start).FirstOrDefaultAsync(cancellation);
        var parts = Math.Max(1, (version.Text.Length + PartLength - 1) / PartLength);
        var part = Math.Clamp(address.Part ?? (chosen is { } start ? await PartOf(version.Id, start, cancellation) : 1), 1, parts);
        var (from, to) = ((part - 1) * PartLength, part * PartLength);

        var voices = await db.Set<SourceVoice>().AsNoTracking().Where(voice => voice.SourceTextId == head.Id)
            .Join(db.Set<Expert>(), voice => voice.ExpertId, expert => expert.Id, (voice, expert) => expert)
            .OrderBy(expert => expert.Code).Select(expert => new DeskVoice(expert.Id, expert.Code)).ToListAsync(cancellation);
        var segments = await db.Set<Segment>().AsNoTracking()
            .Where(segment => segment.SourceTextVersionId == version.Id && segment.Start >= from && segment.Start < to).OrderBy(segment => segment.Order).ToListAsync(cancellation);
        var end = segments.Count == 0 ? to : Math.Max(to, segments[^1].Start + segments[^1].Length);
        var begin = segments.Count == 0 ? from : segments[0].Start;
        var counts = await db.Set<Excerpt>().Where(excerpt => excerpt.SourceTextId == head.Id).GroupBy(excerpt => excerpt.Place)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var others = await texts.Where(text => text.OriginId == head.OriginId && text.Id != head.Id).Select(text => new { text.Id, text.Kind }).ToListAsync(cancellation);
        var isResearcher = access.May(Permission.ReadUnclearedTexts);
        var label = await labels.Run(access, new LabelRequest([head.Id], null, Audience.Team, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancellation);

        return new DeskView(
            head.Id, head.Code, head.Kind, head.Language, head.Date, head.CurrentVersion, head.IsFree, label.Value?.GetValueOrDefault(head.Id)?.Text ?? "",
            [.. others.Select(other => (other.Id, other.Kind))], part, parts, Shown(segments, version.Text, head.Code, voices, isResearcher),
            await Excerpts(access, head.Id, head.CurrentVersion, begin, end, cancellation),
            counts.Values.Sum(), counts.GetValueOrDefault(ExcerptPlace.Uncertain), head.Offerings,
            isResearcher ? await Speakers(version.Id, cancellation) : [], isResearcher ? voices : [],
            await LastTag(access, cancellation),
            await db.Set<CodingAct>().AnyAsync(act => act.SourceTextId == head.Id && act.By == access.Actor.Id && act.UndoneAt == null, cancellation));
    }

    // A part holds the segments that begin in it; an excerpt is shown where the segment that it begins in is.
    private async Task<int> PartOf(Guid versionId, int start, CancellationToken cancellation)
    {
        var segment = await db.Set<Segment>().AsNoTracking().Where(one => one.SourceTextVersionId == versionId && one.Start <= start)
            .OrderByDescending(one => one.Start).Select(one => (int?)one.Start).FirstOrDefaultAsync(cancellation);
        return (segment ?? start) / PartLength + 1;
    }

    private static List<DeskSegment> Shown(List<Segment> segments, string words, string code, List<DeskVoice> voices, bool isResearcher)
    {
        var shown = new List<DeskSegment>();
        string? before = null;
        foreach (var segment in segments)
        {
            // Several people: each by the team's code; one alone by the code of the interview. Labels of the file may be names.
            var speaker = segment.ExpertId is { } expert
                ? voices.Count > 1 ? voices.Find(voice => voice.ExpertId == expert)?.Code ?? code : code
                : segment.Speaker is { } label ? isResearcher ? label : "" : null;
            var isSame = speaker is not null && speaker == before;
            before = speaker;
            shown.Add(new DeskSegment(segment.Order, segment.Start, words.Substring(segment.Start, segment.Length), isSame ? null : speaker, segment.ExpertId is not null,
                new SegmentPlace(segment.From, segment.Page, segment.Question)));
        }

        return shown;
    }

    private async Task<List<DeskExcerpt>> Excerpts(StudyAccess access, Guid textId, int version, int from, int to, CancellationToken cancellation)
    {
        var excerpts = await db.Set<Excerpt>().AsNoTracking()
            .Where(excerpt => excerpt.SourceTextId == textId && excerpt.TextVersion == version && excerpt.Start < to && excerpt.Start + excerpt.Length > from)
            .OrderBy(excerpt => excerpt.Start).ThenByDescending(excerpt => excerpt.Length).ThenBy(excerpt => excerpt.Number)
            .Select(excerpt => new { excerpt.Id, excerpt.Number, excerpt.Start, excerpt.Length, excerpt.CodedBy, Tags = excerpt.Tags.Select(tag => tag.TagId).ToList() })
            .AsSplitQuery().ToListAsync(cancellation);
        var tags = await ExcerptTagShown.All(db, access.StudyId, cancellation);
        var coderIds = excerpts.Select(excerpt => excerpt.CodedBy).ToHashSet();
        var coders = await db.Set<Account>().AsNoTracking().Where(account => coderIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        var lanes = new List<int>();
        return [.. excerpts.Select(excerpt => new DeskExcerpt(
            excerpt.Id, excerpt.Number, excerpt.Start, excerpt.Length,
            [.. excerpt.Tags.Select(tag => tags[tag]).OrderBy(tag => tag.Code, StringComparer.Ordinal)], coders.GetValueOrDefault(excerpt.CodedBy, ""),
            Lane(lanes, excerpt.Start, excerpt.Start + excerpt.Length)))];
    }

    // The first column in which the one before has ended.
    private static int Lane(List<int> ends, int start, int end)
    {
        var lane = ends.FindIndex(last => last <= start);
        if (lane >= 0)
        {
            ends[lane] = end;
            return lane;
        }

        ends.Add(end);
        return ends.Count - 1;
    }

    private async Task<List<DeskSpeaker>> Speakers(Guid versionId, CancellationToken cancellation)
    {
        var labels = await db.Set<Segment>().AsNoTracking().Where(segment => segment.SourceTextVersionId == versionId && segment.Speaker != null)
            .GroupBy(segment => segment.Speaker!).Select(group => new { Label = group.Key, ExpertId = group.Max(segment => segment.ExpertId), First = group.Min(segment => segment.Order) })
            .OrderBy(group => group.First).ToListAsync(cancellation);
        return [.. labels.Select(label => new DeskSpeaker(label.Label, label.ExpertId))];
    }

    private async Task<Guid?> LastTag(StudyAccess access, CancellationToken cancellation)
    {
        var last = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && excerpt.CodedBy == access.Actor.Id)
            .OrderByDescending(excerpt => excerpt.CodedAt).ThenByDescending(excerpt => excerpt.Id).Select(excerpt => excerpt.Id).FirstOrDefaultAsync(cancellation);
        return await db.Set<ExcerptTag>().AsNoTracking().Where(use => use.ExcerptId == last)
            .Join(db.Set<Tag>().Where(tag => !tag.IsProposed), use => use.TagId, tag => tag.Id, (_, tag) => tag).OrderBy(tag => tag.Code).Select(tag => (Guid?)tag.Id).FirstOrDefaultAsync(cancellation);
    }
}
