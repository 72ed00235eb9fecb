using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>A moment of the recording that a place in the text belongs to.</summary>
/// <param name="Offset">In UTF-16 units from the start of the whole text.</param>
public sealed record TranscriptTime(int Offset, TimeSpan Start, TimeSpan? End);

/// <summary>One turn or paragraph of a transcript.</summary>
/// <param name="Speaker">The name as the file writes it, or null when it names none.</param>
/// <param name="Offset">Where it stands in <see cref="Transcript.Text"/>, in UTF-16 units.</param>
/// <param name="Times">The times inside it, one for each caption that was joined into it, in the order of the text.</param>
public sealed record TranscriptSegment(
    string? Speaker, TimeSpan? Start, TimeSpan? End, int Offset, string Text, IReadOnlyList<TranscriptTime> Times)
{
    public int Length => Text.Length;
}

/// <summary>What a transcript file says: its whole text (LF only), cut into segments with speaker and time.</summary>
/// <param name="Language">As the file declares it, or null.</param>
public sealed record Transcript(
    FileKind Kind, string Text, IReadOnlyList<TranscriptSegment> Segments, string? Language, IReadOnlyList<ImportNote> Notes)
{
    /// <summary>The names in the order in which they first speak.</summary>
    public IReadOnlyList<string> Speakers => [.. Segments.Select(segment => segment.Speaker).OfType<string>().Distinct(StringComparer.Ordinal)];
}
