namespace FluxUs.Consult.Interviews;

/// <summary>Two texts for one question: what was sent, and what a colleague saved since.</summary>
/// <param name="Revision">Of their text; the next save stands on it.</param>
public sealed record NoteConflict(string Question, string Mine, string Text, string By, int Revision);
