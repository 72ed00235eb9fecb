namespace FluxUs.Consult.Foundation.Ui;

/// <summary>Names the shared texts of the interface: <c>UiTexts.fr.resx</c>, <c>.nl.resx</c>, <c>.en.resx</c> beside this file.</summary>
public sealed class UiTexts;
