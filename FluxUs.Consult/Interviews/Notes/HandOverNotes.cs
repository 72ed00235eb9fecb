using System.Globalization;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <param name="ReplacesCorrection">Whoever hands over was told that the text was corrected by hand since, and that the notes take its place.</param>
public sealed record HandOverNotesRequest(Guid Operation, string Code, bool ReplacesCorrection = false);

/// <summary>Makes the notes of an interview a text that can be tagged, or a new version of it. Tags thrown while noting become
/// excerpts of the paragraph that each stands in, once: where such an excerpt has the tag already, or had it, there is nothing to add.</summary>
public sealed class HandOverNotes(ConsultDbContext db, InterviewGuides guides, BringSourceText bring, AddExcerpt add)
{
    /// <returns>The id of the source text.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, HandOverNotesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var interview = await db.FindInterview(access, request.Code, cancellation);
            if (interview is null) return Outcome.NotFound;
            if (await db.Withdrawn(interview.Id, cancellation) is { } withdrawn) return Outcome.Refused<InterviewsTexts>("ConsentWithdrawn", null, withdrawn);
            var notes = await db.Set<InterviewNote>().AsNoTracking().Where(note => note.InterviewId == interview.Id).ToListAsync(cancellation);
            var tags = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == access.StudyId && tag.Kind != TagKind.Axis && !tag.IsProposed)
                .Select(tag => new { tag.Id, tag.Code, tag.Name }).ToDictionaryAsync(tag => tag.Code, cancellation);
            var speaker = interview.Experts.Count == 1 ? interview.Experts[0].ExpertId : (Guid?)null;
            var handed = NotesText.Of(OpenNotes.NotedQuestions(interview, guides, notes), speaker, code => tags.GetValueOrDefault(code)?.Name.In(interview.Language));
            if (handed.Text.Length == 0) return Outcome.Refused<InterviewsTexts>("NothingNoted");

            var standing = await db.Set<SourceText>().AsNoTracking()
                .Where(text => text.StudyId == access.StudyId && text.OriginId == interview.Id && text.Kind == SourceKind.InterviewNotes)
                .Select(text => new
                {
                    text.Id,
                    text.CurrentVersion,
                    Last = text.Versions.Where(version => !version.IsCorrection).OrderByDescending(version => version.Number).Select(version => new { version.Number, version.Text }).First(),
                })
                .FirstOrDefaultAsync(cancellation);
            var fresh = FreshTags(interview, handed.Thrown);
            var isSame = standing is not null && standing.Last.Text == StoredText.From(handed.Text, []).Text;
            if (isSame && fresh.Count == 0) return Outcome.Refused<InterviewsTexts>("NothingNewNoted");
            Outcome<Guid> made = isSame && standing!.Last.Number == standing.CurrentVersion ? standing.Id : await bring.Handle(access, new MakeSourceTextRequest(
                Guid.Empty, SourceKind.InterviewNotes, interview.Id, interview.Code, interview.Language, handed.Text, handed.Segments,
                [.. interview.Experts.Select(expert => expert.ExpertId)], [.. interview.Offerings.Select(offering => offering.OfferingId)], interview.Date, request.ReplacesCorrection), cancellation);
            if (!made.IsDone) return made.Failure;
            var thrown = await Tag(access, made.Value, interview, fresh, tags.ToDictionary(tag => tag.Key, tag => tag.Value.Id), cancellation);
            if (!thrown.IsDone) return thrown.Failure;
            interview.HandOver();
            return made.Value;
        }, cancellation);
    }

    // The same tag thrown twice without a time is told apart by its turn.
    private static List<ThrownPassage> FreshTags(Interview interview, IReadOnlyList<ThrownPassage> thrown) =>
    [
        .. thrown.GroupBy(passage => (passage.Tag.Tag, passage.Tag.Offering, passage.Tag.At))
            .SelectMany(same => same.Select((passage, turn) => (passage, Key: string.Create(CultureInfo.InvariantCulture, $"{same.Key.Tag} {same.Key.Offering} {same.Key.At:c} {turn}"))))
            .Where(one => interview.TakesOver(one.Key)).Select(one => one.passage),
    ];

    private async Task<Outcome<Nothing>> Tag(
        StudyAccess access, Guid textId, Interview interview, IReadOnlyList<ThrownPassage> thrown, Dictionary<string, Guid> tags, CancellationToken cancellation)
    {
        if (thrown.Count == 0) return Nothing.Value;
        var version = await db.Set<SourceText>().AsNoTracking().Where(text => text.Id == textId).Select(text => text.CurrentVersion).FirstAsync(cancellation);
        var ids = interview.Offerings.Select(offering => offering.OfferingId).ToList();
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => ids.Contains(offering.Id)).ToDictionaryAsync(offering => offering.Code, offering => offering.Id, cancellation);
        foreach (var passage in thrown)
        {
            var tag = tags[passage.Tag.Tag];
            var end = passage.Start + passage.Length;
            var stands = await db.Set<Excerpt>().AnyAsync(
                excerpt => excerpt.SourceTextId == textId && excerpt.TextVersion == version && excerpt.Start < end && excerpt.Start + excerpt.Length > passage.Start
                    && excerpt.Tags.Any(use => use.TagId == tag), cancellation);
            if (stands) continue;
            List<Guid> about = passage.Tag.Offering is { } code && offerings.TryGetValue(code, out var chosen) ? [chosen] : offerings.Count == 1 ? ids : [];
            var added = await add.Handle(access, new AddExcerptRequest(Guid.Empty, textId, version, passage.Start, passage.Length, new Coding([tag], null, about)), cancellation);
            if (!added.IsDone) return added.Failure;
        }

        return Nothing.Value;
    }
}
