namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>One caption: what is shown from one time to another. Lines are separated by LF.</summary>
/// <param name="Line">The line of the file where it begins, counted from 1.</param>
internal sealed record Cue(int Line, string? Speaker, TimeSpan Start, TimeSpan? End, string Text);
