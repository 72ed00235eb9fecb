using System.Globalization;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews.Transcripts;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>What preview and import share: the file read again, whose words it holds, and the text that is made of it.</summary>
internal static class TranscriptTexts
{
    public static Outcome Refuse(ImportRefusal refusal) => Outcome.Refused<InterviewsTexts>("FileRefused", "File", refusal.Describe(CultureInfo.CurrentUICulture));

    /// <summary>A file without speakers and times is what somebody noted.</summary>
    public static SourceKind KindOf(Transcript transcript) =>
        transcript.Segments.Any(segment => segment.Speaker is not null || segment.Start is not null) ? SourceKind.Transcript : SourceKind.InterviewNotes;

    /// <summary>Reads the kept file again; null when it is no more in the store.</summary>
    public static async Task<FileReading<Transcript>?> Read(FileStore files, TranscriptFile file, CancellationToken cancellation)
    {
        await using var content = files.Open(file.Sha256);
        if (content is null) return null;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return TranscriptReader.Read(bytes, file.FileName);
    }

    public static async Task<IReadOnlyList<TranscriptSpeaker>> Speakers(
        ConsultDbContext db, Transcript transcript, Interview interview, IEnumerable<InterviewVoice> voices, CancellationToken cancellation)
    {
        var ids = interview.Interviewers.Select(interviewer => interviewer.AccountId).ToList();
        var names = await db.Set<Account>().Where(account => ids.Contains(account.Id)).Select(account => account.DisplayName).ToListAsync(cancellation);
        return SpeakerGuess.Of(transcript, [.. voices.Select(voice => voice.Code).Order(StringComparer.Ordinal)], names);
    }

    /// <param name="spokenBy">For each speaker the code of an expert, or anything else for one who is none.</param>
    public static IReadOnlyList<SegmentDraft> Segments(Transcript transcript, IReadOnlyDictionary<string, string> spokenBy, IEnumerable<InterviewVoice> voices, SourceKind kind)
    {
        var experts = voices.ToDictionary(voice => voice.Code, voice => voice.Id, StringComparer.Ordinal);
        // Notes of a talk with one expert are what that expert said.
        var only = kind == SourceKind.InterviewNotes && experts.Count == 1 ? experts.Values.First() : (Guid?)null;
        Guid? Expert(string? speaker) =>
            speaker is null ? only : spokenBy.TryGetValue(speaker, out var code) && experts.TryGetValue(code, out var id) ? id : null;

        return [.. transcript.Segments.Select(segment => new SegmentDraft(
            segment.Offset, segment.Length, segment.Speaker, Expert(segment.Speaker), segment.Start, segment.End, null, null,
            Captions(segment)))];
    }

    /// <summary>The times inside a segment; one at its very start says no more than the segment does.</summary>
    internal static IReadOnlyList<CaptionTime> Captions(TranscriptSegment segment) => segment.Times is [{ Offset: var offset }] && offset == segment.Offset
        ? [] : [.. segment.Times.Select(time => new CaptionTime(time.Offset - segment.Offset, time.Start))];
}
