namespace FluxUs.Consult.Evidence;

/// <summary>Marks the texts of this room: EvidenceTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class EvidenceTexts;
