namespace FluxUs.Consult.Studies;

/// <summary>Marks the texts of this room: StudiesTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class StudiesTexts;
