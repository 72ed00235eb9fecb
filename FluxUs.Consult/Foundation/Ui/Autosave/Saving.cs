namespace FluxUs.Consult.Foundation.Ui.Autosave;

/// <summary>Where a text stands.</summary>
public enum Saving
{
    /// <summary>On the server.</summary>
    Saved,

    /// <summary>In this browser only, on its way.</summary>
    Local,

    /// <summary>Nowhere but on the screen, or refused.</summary>
    Failed,
}
