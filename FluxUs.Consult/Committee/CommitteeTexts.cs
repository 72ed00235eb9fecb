namespace FluxUs.Consult.Committee;

/// <summary>Marks the texts of this room: CommitteeTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class CommitteeTexts;
