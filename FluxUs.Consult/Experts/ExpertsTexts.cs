namespace FluxUs.Consult.Experts;

/// <summary>Marks the texts of this room: ExpertsTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class ExpertsTexts;
