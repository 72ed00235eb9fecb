using System.Numerics;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>An exact number: two candidates are tied only when they are, and a weight at which the set changes is that very
/// weight. Kept in lowest terms with a positive denominator.</summary>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly BigInteger _denominator;

    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new ArgumentOutOfRangeException(nameof(denominator));
        var shared = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0) shared = -shared;
        (Numerator, _denominator) = (numerator / shared, denominator / shared);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public static Fraction Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0];
        return new Fraction(bits[3] < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public double ToDouble() => (double)Numerator / (double)Denominator;

    /// <summary>Rounded half away from zero, as people round.</summary>
    public decimal Round(int decimals)
    {
        var scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals) * 2;
        var rounded = ((scaled / Denominator) + 1) / 2 * Numerator.Sign;
        return (decimal)rounded / (decimal)BigInteger.Pow(10, decimals);
    }

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Fraction other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public override string ToString() => Denominator.IsOne ? Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{Numerator}/{Denominator}";

    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;
}
