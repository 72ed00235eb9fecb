namespace FluxUs.Consult.Recommendations;

/// <summary>Marks the texts of this room: RecommendationsTexts.fr.resx, .nl.resx and .en.resx.</summary>
public sealed class RecommendationsTexts;
