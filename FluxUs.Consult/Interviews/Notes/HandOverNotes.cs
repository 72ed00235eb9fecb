using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

public sealed record HandOverNotesRequest(Guid Operation, string Code);

/// <summary>Makes the notes of an interview a text that can be tagged, or a new version of it.</summary>
public sealed class HandOverNotes(ConsultDbContext db, InterviewGuides guides, BringSourceText bring)
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
            var speaker = interview.Experts.Count == 1 ? interview.Experts[0].ExpertId : (Guid?)null;
            var (text, segments) = NotesText.Of(OpenNotes.NotedQuestions(interview, guides, notes), speaker);
            if (text.Length == 0) return Outcome.Refused<InterviewsTexts>("NothingNoted");

            var made = await bring.Handle(access, new MakeSourceTextRequest(
                Guid.Empty, SourceKind.InterviewNotes, interview.Id, interview.Code, interview.Language, text, segments,
                [.. interview.Experts.Select(expert => expert.ExpertId)], [.. interview.Offerings.Select(offering => offering.OfferingId)], interview.Date), cancellation);
            if (!made.IsDone) return made.Failure;
            interview.HandOver();
            return made.Value;
        }, cancellation);
    }
}
