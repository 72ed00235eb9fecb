namespace FluxUs.Consult.Literature;

/// <summary>Marks the texts of this room: LiteratureTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class LiteratureTexts;
