namespace FluxUs.Consult.Foundation.Ui.Marks;

/// <summary>One station of a <see cref="Chain"/>.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="Count">How many there are.</param>
/// <param name="What">Of what, in the number that the count asks for: "entretiens".</param>
/// <param name="Address">The list that is counted; nothing when one's role may not open it.</param>
/// <param name="Note">What is to be known of them: "32 personnes, 15 classes de rôle".</param>
/// <param name="Heed">Whether the note says that something is wrong.</param>
/// <param name="NoteAddress">The list of exactly what the note counts; nothing when there is none.</param>
public sealed record ChainLink(NodeKind Kind, int Count, string What, string? Address = null, string? Note = null, bool Heed = false, string? NoteAddress = null);
