namespace FluxUs.Consult.Foundation.Ui.Marks;

/// <summary>One stage of a value chain in <see cref="StageBars"/>.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Levers">Distinct people and documents that see a lever there.</param>
/// <param name="Obstacles">Distinct people and documents that see an obstacle there.</param>
public sealed record StageBar(string Name, int Levers, int Obstacles);
