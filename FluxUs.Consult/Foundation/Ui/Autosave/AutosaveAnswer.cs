namespace FluxUs.Consult.Foundation.Ui.Autosave;

/// <summary>What a room answers when it is asked for, or given, a text that is kept as it is typed. Times are UTC.</summary>
public abstract record AutosaveAnswer
{
    private AutosaveAnswer()
    {
    }

    /// <summary>It is kept (200).</summary>
    /// <param name="Revision">The revision that it now has.</param>
    public sealed record Saved(int Revision, DateTime SavedAt) : AutosaveAnswer
    {
        public DateTime SavedAt { get; } = Utc(SavedAt);
    }

    /// <summary>The text as it stands (200).</summary>
    public sealed record Standing(int Revision, string Text, DateTime? SavedAt) : AutosaveAnswer
    {
        public DateTime? SavedAt { get; } = SavedAt is { } at ? Utc(at) : null;
    }

    /// <summary>Somebody has saved meanwhile (409): their text, when, and who, so that the person can choose.</summary>
    /// <param name="By">The name of who saved last, as the team knows it.</param>
    public sealed record Changed(int Revision, string Text, DateTime SavedAt, string By) : AutosaveAnswer
    {
        public DateTime SavedAt { get; } = Utc(SavedAt);
    }

    /// <summary>There is no such text, or none that this person may see (404).</summary>
    public sealed record NotFound : AutosaveAnswer;

    /// <summary>This person may read it and not write it (403).</summary>
    public sealed record Forbidden : AutosaveAnswer;

    /// <summary>It cannot be kept as it is (422); the reason is in the reader's language and says what to do.</summary>
    public sealed record Refused(string Reason) : AutosaveAnswer;

    // A time from a column has no kind; the browser needs the "Z" to tell its own hour.
    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
