namespace FluxUs.Consult.Web;

/// <summary>Names the texts of the status and error pages.</summary>
public sealed class WebTexts;
