namespace FluxUs.Consult.Overview;

/// <summary>Marks the texts of this room: OverviewTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class OverviewTexts;
