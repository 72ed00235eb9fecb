namespace FluxUs.Consult.Operations;

/// <summary>Marks the texts of this room: OperationsTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class OperationsTexts;
