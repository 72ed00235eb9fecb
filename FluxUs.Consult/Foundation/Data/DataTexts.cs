namespace FluxUs.Consult.Foundation.Data;

/// <summary>Marks the texts of refusals that any act may meet.</summary>
public sealed class DataTexts;
