namespace FluxUs.Consult.Priorities;

/// <summary>Marks the texts of this room: PrioritiesTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class PrioritiesTexts;
