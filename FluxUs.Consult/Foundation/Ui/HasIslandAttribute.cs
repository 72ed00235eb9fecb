namespace FluxUs.Consult.Foundation.Ui;

/// <summary>
/// Marks a page that holds an interactive island: only there are the script that opens a circuit and the bar that tells of a cut
/// connection sent (<c>@attribute [HasIsland]</c>). Every other page is plain HTML.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HasIslandAttribute : Attribute;
