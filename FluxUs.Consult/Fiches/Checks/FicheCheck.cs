namespace FluxUs.Consult.Fiches.Checks;

public enum CheckWeight
{
    /// <summary>Told to the editor; an edition may be published with it.</summary>
    Warns,
    /// <summary>Something outside of the fiche is awaited; no edition until then.</summary>
    Waits,
    /// <summary>No edition until it is mended.</summary>
    Blocks,
}

/// <summary>One thing that stands against an edition, or that its editor should know.</summary>
/// <param name="Key">A text of the room: <c>Check.{Key}</c>.</param>
/// <param name="Section">The section it belongs to; empty for the whole fiche.</param>
/// <param name="Address">Where it is mended, below the study.</param>
/// <param name="Arguments">Of the text, in the reader's language already.</param>
public sealed record FicheCheck(string Key, CheckWeight Weight, string Section, string Address, params object[] Arguments)
{
    public bool StopsEdition => Weight != CheckWeight.Warns;

    /// <summary>Whether something may be mended at its address; else it is only told: what one voice says stands as it is, and the
    /// server's address is for whoever runs it.</summary>
    public bool IsMendedThere => Key is not ("FindingSingleVoice" or "AddressNotLasting");
}
