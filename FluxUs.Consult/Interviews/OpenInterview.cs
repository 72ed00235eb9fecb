using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>One text made of an interview.</summary>
/// <param name="ToDecide">Excerpts whose place in the current version a person has to decide.</param>
/// <param name="IsOpen">Whether this reader may open it: an editor only once it is free of names.</param>
public sealed record InterviewText(Guid Id, SourceKind Kind, string Language, int CurrentVersion, DateTime MadeAt, bool IsFreeOfNames, int Excerpts, int ToDecide, bool IsOpen);

/// <summary>A file that was brought and not yet taken.</summary>
public sealed record WaitingTranscript(Guid Id, string FileName, long Size, DateTime BroughtAt);

/// <param name="Answered">Questions of the guide with a note.</param>
/// <param name="Questions">Questions of the guide.</param>
/// <param name="NotedAt">When a note was last saved.</param>
public sealed record InterviewNotesState(int Answered, int Questions, DateTime? NotedAt);

/// <summary>The page of one interview.</summary>
/// <param name="Place">Null for whoever may not know who spoke.</param>
/// <param name="HasNewNotes">Notes were typed since they were last handed over to coding.</param>
public sealed record InterviewDetails(
    Guid Id, string Code, DateOnly Date, string? Place, string Language, InterviewStatus Status, int Version,
    string GuideCode, InterviewGuide? Guide, IReadOnlyList<InterviewVoice> Voices, IReadOnlyList<InterviewerChoice> Interviewers,
    IReadOnlyList<InterviewOfferingChoice> Offerings, IReadOnlyList<InterviewText> Texts, IReadOnlyList<WaitingTranscript> Waiting,
    InterviewNotesState Notes, bool HasNewNotes, bool MayWrite)
{
    /// <summary>Codes of those who withdrew: nothing more is noted or brought of what was said with them.</summary>
    public IReadOnlyList<string> Withdrawn => [.. Voices.Where(voice => voice.Consent == ConsentState.Withdrawn).Select(voice => voice.Code)];
}

public sealed class OpenInterview(ConsultDbContext db, TellableRoles tellable, InterviewGuides guides, TimeProvider time)
{
    public async Task<Outcome<InterviewDetails>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadInterviews)) return Outcome.Forbidden;
        var interview = await db.Set<Interview>().AsNoTracking()
            .Include(found => found.Experts).Include(found => found.Interviewers).Include(found => found.Offerings).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (interview is null) return Outcome.NotFound;

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var voices = await InterviewVoice.Of(db, tellable, access, [.. interview.Experts.Select(expert => expert.ExpertId)], today, cancellation);
        var interviewerIds = interview.Interviewers.Select(interviewer => interviewer.AccountId).ToList();
        var interviewers = await db.Set<Account>().AsNoTracking().Where(account => interviewerIds.Contains(account.Id))
            .OrderBy(account => account.DisplayName).Select(account => new InterviewerChoice(account.Id, account.DisplayName)).ToListAsync(cancellation);
        var offeringIds = interview.Offerings.Select(offering => offering.OfferingId).ToList();
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offeringIds.Contains(offering.Id))
            .OrderBy(offering => offering.Code).Select(offering => new InterviewOfferingChoice(offering.Id, offering.Code, offering.Name)).ToListAsync(cancellation);
        var mayReadAll = access.May(Permission.ReadUnclearedTexts);
        var texts = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == access.StudyId && text.OriginId == interview.Id).OrderBy(text => text.Id)
            .Select(text => new InterviewText(
                text.Id, text.Kind, text.Language, text.CurrentVersion,
                text.Versions.OrderByDescending(version => version.Number).Select(version => version.MadeAt).First(),
                text.FreeOfNamesAt != null,
                db.Set<Excerpt>().Count(excerpt => excerpt.SourceTextId == text.Id),
                db.Set<Excerpt>().Count(excerpt => excerpt.SourceTextId == text.Id && excerpt.Place == ExcerptPlace.Uncertain),
                mayReadAll || text.FreeOfNamesAt != null)).ToListAsync(cancellation);
        var waiting = mayReadAll
            ? await db.Set<TranscriptFile>().AsNoTracking().Where(file => file.InterviewId == interview.Id && file.SourceTextId == null)
                .OrderBy(file => file.BroughtAt).Select(file => new WaitingTranscript(file.Id, file.FileName, file.Size, file.BroughtAt)).ToListAsync(cancellation)
            : [];
        var notes = await db.Set<InterviewNote>().AsNoTracking().Where(note => note.InterviewId == interview.Id && note.Text.Text != "")
            .Select(note => new { note.Question, note.Text.SavedAt }).ToListAsync(cancellation);

        var guide = guides.Find(interview.GuideCode);
        var notedAt = notes.Max(note => note.SavedAt);
        var handedOverAt = texts.Find(text => text.Kind == SourceKind.InterviewNotes)?.MadeAt;
        return new InterviewDetails(
            interview.Id, interview.Code, interview.Date, access.May(Permission.ReadIdentities) ? interview.Place : null, interview.Language, interview.Status, interview.Version,
            interview.GuideCode, guide, [.. voices.Values.OrderBy(voice => voice.Code, StringComparer.Ordinal)], interviewers, offerings, texts, waiting,
            new InterviewNotesState(guide?.Questions.Count(question => notes.Exists(note => note.Question == question.Code)) ?? 0, guide?.Questions.Count() ?? 0, notedAt),
            notedAt is not null && (handedOverAt is null || notedAt > handedOverAt), access.May(Permission.WriteInterviews));
    }
}
