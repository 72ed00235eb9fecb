using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>The columns of the picture: levels of circularity that do much the same to a material, from what keeps the most of its value
/// to what keeps the least, and what has no place on the ladder.</summary>
public enum Rung { R0ToR2, R3, R4ToR6, R7, R8, R9, OffLadder }

public static class Rungs
{
    public static readonly IReadOnlyList<Rung> All = Enum.GetValues<Rung>();

    /// <param name="circularity">As <see cref="CircularityLadder"/> reads it.</param>
    public static Rung Of(string circularity) => CircularityLadder.LevelOf(circularity) switch
    {
        <= 2 => Rung.R0ToR2,
        3 => Rung.R3,
        <= 6 => Rung.R4ToR6,
        7 => Rung.R7,
        8 => Rung.R8,
        9 => Rung.R9,
        _ => Rung.OffLadder,
    };

    /// <summary>Whether the thing itself stays in use, rather than only what it is made of.</summary>
    public static bool KeepsTheThing(this Rung rung) => rung <= Rung.R4ToR6;
}
