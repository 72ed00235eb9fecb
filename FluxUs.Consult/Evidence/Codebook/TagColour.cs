using System.Globalization;

namespace FluxUs.Consult.Evidence.Codebook;

/// <summary>The colour of a tag: it carries a sign in small type, so it has to be read on white and on its own wash.</summary>
public static class TagColour
{
    /// <summary>The least contrast of small text (WCAG 2.2, success criterion 1.4.3).</summary>
    private const double LeastContrast = 4.5;

    // The ground of a tag is this share of its colour on white.
    private const double Wash = 0.10;

    /// <returns>"#a3341f" in lower case, or null when the text is no such colour.</returns>
    public static string? Read(string? text)
    {
        var colour = text?.Trim().ToLowerInvariant() ?? "";
        return colour.Length == 7 && colour[0] == '#' && colour.AsSpan(1).IndexOfAnyExceptInRange('0', 'f') < 0
            && int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _) ? colour : null;
    }

    /// <param name="colour">As <see cref="Read"/> gives it.</param>
    public static bool IsReadable(string colour)
    {
        Span<double> own = stackalloc double[3], ground = stackalloc double[3];
        for (var channel = 0; channel < 3; channel++)
        {
            own[channel] = int.Parse(colour.AsSpan(1 + 2 * channel, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;
            ground[channel] = own[channel] * Wash + 1 - Wash;
        }

        return (Luminance(ground) + 0.05) / (Luminance(own) + 0.05) >= LeastContrast;
    }

    private static double Luminance(ReadOnlySpan<double> channels) =>
        0.2126 * Linear(channels[0]) + 0.7152 * Linear(channels[1]) + 0.0722 * Linear(channels[2]);

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
}
