using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>What this room holds of an expert's words: notes, files as they were brought, and the place, which can name a person. Of a conversation with several
/// people nobody can tell the words apart, so all of it goes.</summary>
internal sealed class WordsInInterviews(ConsultDbContext db, ErasedFiles files) : IHoldsExpertWords
{
    public int Floor => 7;

    public async Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var noted = await With(studyId, expertId).Where(interview => db.Set<InterviewNote>().Any(note => note.InterviewId == interview.Id))
            .OrderBy(interview => interview.Code).Select(interview => interview.Code).ToListAsync(cancellation);
        var brought = await With(studyId, expertId).Where(interview => db.Set<TranscriptFile>().Any(file => file.InterviewId == interview.Id))
            .OrderBy(interview => interview.Code).Select(interview => interview.Code).ToListAsync(cancellation);
        var placed = await With(studyId, expertId).Where(interview => interview.Place != "").OrderBy(interview => interview.Code).Select(interview => interview.Code).ToListAsync(cancellation);
        List<HeldWords> held = [];
        if (noted.Count > 0) held.Add(new HeldWords(typeof(InterviewsTexts), "HeldNotes", WordsFate.Removed, noted));
        if (brought.Count > 0) held.Add(new HeldWords(typeof(InterviewsTexts), "HeldFiles", WordsFate.Removed, brought));
        if (placed.Count > 0) held.Add(new HeldWords(typeof(InterviewsTexts), "HeldPlaces", WordsFate.Removed, placed));
        return held;
    }

    public async Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var held = await With(studyId, expertId).ToListAsync(cancellation);
        foreach (var interview in held) interview.ForgetPlace();
        var interviews = held.ConvertAll(interview => interview.Id);
        db.RemoveRange(await db.Set<InterviewNote>().Where(note => interviews.Contains(note.InterviewId)).ToListAsync(cancellation));
        var brought = await db.Set<TranscriptFile>().Where(file => interviews.Contains(file.InterviewId)).ToListAsync(cancellation);
        db.RemoveRange(brought);
        foreach (var hash in brought.Select(file => file.Sha256).Distinct()) files.Erase(hash);
    }

    // Also a conversation whose text gives words to the expert without naming them as having been there.
    private IQueryable<Interview> With(Guid studyId, Guid expertId)
    {
        var texts = db.TextsOf(studyId, expertId);
        return db.Set<Interview>().Where(interview => interview.StudyId == studyId
            && (interview.Experts.Any(expert => expert.ExpertId == expertId) || texts.Any(text => text.OriginId == interview.Id)));
    }
}
