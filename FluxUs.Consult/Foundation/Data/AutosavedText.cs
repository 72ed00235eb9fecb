namespace FluxUs.Consult.Foundation.Data;

public enum AutosaveResult
{
    Saved,
    /// <summary>The same operation came before, or the same text stands already: nothing to do, nothing lost.</summary>
    AlreadySaved,
    /// <summary>Someone saved another text since; the person sees both and chooses.</summary>
    Conflict,
}

/// <summary>A text that is kept as one types. The browser sends the whole text with an operation id and the revision it
/// started from.</summary>
public sealed record AutosavedText
{
    /// <summary>Notes hold what an expert said, and any prose may quote it.</summary>
    [ExpertWords] public string Text { get; private set; } = "";
    /// <summary>0 before the first save, then one more with each.</summary>
    public int Revision { get; private set; }
    public Guid LastOperation { get; private set; }
    public DateTime? SavedAt { get; private set; }
    public Guid? SavedBy { get; private set; }

    /// <param name="text">Markdown as typed; line ends become LF, nothing else changes.</param>
    public AutosaveResult Save(Guid operation, int expectedRevision, string text, Guid by, DateTime at)
    {
        text = text.ReplaceLineEndings("\n");
        if (operation == LastOperation || text == Text) return AutosaveResult.AlreadySaved;
        if (expectedRevision != Revision) return AutosaveResult.Conflict;
        (Text, Revision, LastOperation, SavedBy, SavedAt) = (text, Revision + 1, operation, by, at);
        return AutosaveResult.Saved;
    }
}
