using System.Globalization;
using System.Text;
using FluxUs.Consult.Interviews.Transcripts;

namespace FluxUs.Consult.Interviews;

/// <summary>One who speaks in a transcript.</summary>
/// <param name="Name">As the file writes it.</param>
/// <param name="Turns">How many times they take the floor.</param>
/// <param name="Guess">Whom the program takes them for: the code of an expert, <see cref="SpeakerGuess.Interviewer"/>, or empty.</param>
public sealed record TranscriptSpeaker(string Name, int Words, int Turns, string Guess);

/// <summary>Tells experts from interviewers by what the study knows. It only proposes: a person confirms.</summary>
internal static class SpeakerGuess
{
    public const string Interviewer = "interviewer";

    /// <param name="experts">Codes of the experts of the interview.</param>
    /// <param name="interviewers">Their names as colleagues see them.</param>
    public static IReadOnlyList<TranscriptSpeaker> Of(Transcript transcript, IReadOnlyList<string> experts, IReadOnlyList<string> interviewers)
    {
        var spoken = transcript.Segments.Where(segment => segment.Speaker is not null).GroupBy(segment => segment.Speaker!)
            .ToDictionary(group => group.Key, group => (Words: group.Sum(segment => Words(segment.Text)), Turns: group.Count()), StringComparer.Ordinal);
        var known = transcript.Speakers.ToDictionary(name => name, name => Known(name, experts, interviewers), StringComparer.Ordinal);

        // One voice and one expert are left: they belong together.
        var unknown = transcript.Speakers.Where(name => known[name].Length == 0).ToList();
        var unheard = experts.Except(known.Values).ToList();
        if (unknown.Count == 1 && unheard.Count == 1) known[unknown[0]] = unheard[0];
        return [.. transcript.Speakers.Select(name => new TranscriptSpeaker(name, spoken[name].Words, spoken[name].Turns, known[name]))];
    }

    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Known(string name, IReadOnlyList<string> experts, IReadOnlyList<string> interviewers)
    {
        var folded = Fold(name);
        if (experts.FirstOrDefault(code => Fold(code) == folded) is { } expert) return expert;
        if (folded is "interviewer" or "enqueteur" or "enquetrice" or "intervieweur" or "intervieweuse" or "onderzoeker" or "q") return Interviewer;
        return interviewers.Any(interviewer => Fold(interviewer) is var whole && (whole == folded || whole.StartsWith(folded + " ", StringComparison.Ordinal))) ? Interviewer : "";
    }

    private static string Fold(string text) => new([.. text.Trim().Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant)]);
}
