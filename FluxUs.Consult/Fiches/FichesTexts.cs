namespace FluxUs.Consult.Fiches;

/// <summary>Marks the texts of this room: FichesTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class FichesTexts;
