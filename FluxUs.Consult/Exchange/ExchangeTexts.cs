namespace FluxUs.Consult.Exchange;

/// <summary>Marks the texts of this room: ExchangeTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class ExchangeTexts;
