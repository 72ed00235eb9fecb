using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Codebook;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>One question of an interview with what was noted under it.</summary>
/// <param name="Number">Its place in the guide, from 1.</param>
/// <param name="Title">The words of its section; empty for free notes and for questions that the guide has no more.</param>
/// <param name="Text">In the language of the interview; empty for free notes.</param>
public sealed record NotedQuestion(int Number, string Code, string Title, string Text, string Prompts, string Note, int Revision, DateTime? SavedAt)
{
    public bool IsFree => Code == InterviewGuides.Free;

    /// <summary>A question of the guide: these are counted.</summary>
    public bool IsAsked => Title.Length > 0;

    public bool IsAnswered => Note.Length > 0;
}

/// <summary>A tag to throw while somebody speaks.</summary>
/// <param name="Axis">What it stands under; null at the root.</param>
public sealed record ThrowableTag(string Code, LocalText Name, LocalText? Axis, TagKind Kind);

/// <summary>What is to be had in sight while an interview is noted.</summary>
/// <param name="Tags">The favourites of the codebook, then the tags that are used most.</param>
public sealed record InterviewNotes(
    string Code, string Language, IReadOnlyList<InterviewVoice> Voices, IReadOnlyList<InterviewOfferingChoice> Offerings, IReadOnlyList<NotedQuestion> Questions,
    IReadOnlyList<ThrowableTag> Tags)
{
    public int Asked => Questions.Count(question => question.IsAsked);
}

/// <summary>The notes of an interview, question by question in the order of its guide.</summary>
public sealed class OpenNotes(ConsultDbContext db, InterviewGuides guides, ReadCodebook codebook, TimeProvider time)
{
    public async Task<Outcome<InterviewNotes>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        var interview = await db.Set<Interview>().AsNoTracking().Include(found => found.Experts).Include(found => found.Offerings).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (interview is null) return Outcome.NotFound;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var voices = await InterviewVoice.Of(db, access.StudyId, [.. interview.Experts.Select(expert => expert.ExpertId)], today, cancellation);
        var ids = interview.Offerings.Select(offering => offering.OfferingId).ToList();
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => ids.Contains(offering.Id)).OrderBy(offering => offering.Code)
            .Select(offering => new InterviewOfferingChoice(offering.Id, offering.Code, offering.Name)).ToListAsync(cancellation);
        var notes = await db.Set<InterviewNote>().AsNoTracking().Where(note => note.InterviewId == interview.Id).ToListAsync(cancellation);
        return new InterviewNotes(
            interview.Code, interview.Language, [.. voices.Values.OrderBy(voice => voice.Code, StringComparer.Ordinal)], offerings,
            NotedQuestions(interview, guides, notes), await Tags(access, cancellation));
    }

    private async Task<IReadOnlyList<ThrowableTag>> Tags(StudyAccess access, CancellationToken cancellation)
    {
        if ((await codebook.Run(access, cancellation)).Value is not { } tree) return [];
        var names = tree.All.ToDictionary(tag => tag.Id, tag => tag.Name);
        return [.. tree.All.Where(tag => tag.MayTag).OrderBy(tag => tag.Favourite ?? int.MaxValue).ThenByDescending(tag => tag.Uses)
            .Select(tag => new ThrowableTag(tag.Code, tag.Name, tag.ParentId is { } above ? names[above] : null, tag.Kind))];
    }

    /// <summary>The questions of the guide, then notes whose question the guide has no more, then free notes.</summary>
    internal static List<NotedQuestion> NotedQuestions(Interview interview, InterviewGuides guides, IReadOnlyList<InterviewNote> notes)
    {
        List<NotedQuestion> questions = [];
        void Add(string question, string title, string text, string prompts)
        {
            var note = notes.FirstOrDefault(note => note.Question == question)?.Text;
            questions.Add(new NotedQuestion(questions.Count + 1, question, title, text, prompts, note?.Text ?? "", note?.Revision ?? 0, note?.SavedAt));
        }

        foreach (var section in guides.Find(interview.GuideCode)?.Sections ?? [])
        {
            foreach (var question in section.Questions)
                Add(question.Code, section.Title.In(interview.Language), question.Text.In(interview.Language), question.Prompts.In(interview.Language));
        }

        var asked = questions.Select(question => question.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var retired in notes.Where(note => note.Question != InterviewGuides.Free && !asked.Contains(note.Question) && note.Text.Text.Length > 0).Select(note => note.Question).Order(StringComparer.Ordinal))
            Add(retired, "", retired, "");
        Add(InterviewGuides.Free, "", "", "");
        return questions;
    }
}
