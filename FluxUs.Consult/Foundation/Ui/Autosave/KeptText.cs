namespace FluxUs.Consult.Foundation.Ui.Autosave;

/// <summary>
/// A text that is kept as it is typed: an owned part of a room's entity. Its revision is to be configured as the concurrency token
/// (<c>owned.Property(text =&gt; text.Revision).IsConcurrencyToken()</c>), so that two writers at the same instant cannot both win.
/// </summary>
public sealed class KeptText
{
    /// <summary>Longer texts are refused: more than any interview, and small enough to travel at each pause.</summary>
    public const int MaxLength = 1_000_000;

    private KeptText()
    {
    }

    /// <summary>The text, lines apart by LF, otherwise as it was typed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Grows by one with each change; 0 before the first.</summary>
    public int Revision { get; private set; }

    /// <summary>The operation that made this revision.</summary>
    public Guid Operation { get; private set; }

    /// <summary>When this revision was made, in UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Who made it, as the team knows them.</summary>
    public string SavedBy { get; private set; } = "";

    /// <summary>A text before its first word.</summary>
    public static KeptText Empty(DateTime now) => new() { SavedAt = now };

    /// <summary>A text that was brought along, by an import for example.</summary>
    public static KeptText Of(string text, string by, DateTime now) => new()
    {
        Text = WithLineFeeds(text),
        Revision = 1,
        SavedBy = by,
        SavedAt = now,
    };

    public AutosaveAnswer Stand() => new AutosaveAnswer.Standing(Revision, Text, SavedAt);

    /// <summary>
    /// Keeps the new text when it was written on this revision. The same operation again, or the very text that stands here, changes
    /// nothing and is answered as saved; anything else written on an older revision is answered with what stands here.
    /// </summary>
    public AutosaveAnswer Keep(AutosaveText sent, string by, DateTime now)
    {
        var text = WithLineFeeds(sent.Text);
        if (sent.Operation == Operation || text == Text)
        {
            return new AutosaveAnswer.Saved(Revision, SavedAt);
        }

        if (sent.Revision != Revision)
        {
            return new AutosaveAnswer.Changed(Revision, Text, SavedAt, SavedBy);
        }

        Text = text;
        Revision++;
        Operation = sent.Operation;
        SavedAt = now;
        SavedBy = by;
        return new AutosaveAnswer.Saved(Revision, SavedAt);
    }

    private static string WithLineFeeds(string text) => text.ReplaceLineEndings("\n");
}
