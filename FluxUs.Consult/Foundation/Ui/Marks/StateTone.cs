namespace FluxUs.Consult.Foundation.Ui.Marks;

/// <summary>How far something is, for the colour of a <see cref="StatePill"/>.</summary>
public enum StateTone
{
    /// <summary>Begun, nobody waits: grey.</summary>
    Draft,

    /// <summary>Someone is expected to look: ochre.</summary>
    Review,

    /// <summary>Done: green.</summary>
    Done,

    /// <summary>Stopped, refused, withdrawn: red.</summary>
    Stop,
}
