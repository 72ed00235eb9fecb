using System.Numerics;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>Numbers by chance that are the same from the same seed on every machine and under every version of .NET:
/// xoshiro256** (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", 2021), its state filled from the
/// seed by SplitMix64.</summary>
internal struct DrawGenerator
{
    private ulong _a, _b, _c, _d;

    public DrawGenerator(ulong seed)
    {
        _a = Split(ref seed);
        _b = Split(ref seed);
        _c = Split(ref seed);
        _d = Split(ref seed);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var kept = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= kept;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>From 0 up to but not 1, each of 2^53 values as likely.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
