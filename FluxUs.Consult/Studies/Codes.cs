using System.Text.RegularExpressions;

namespace FluxUs.Consult.Studies;

/// <summary>The forms of codes that people give.</summary>
internal static partial class Codes
{
    /// <summary>Small letters, figures and dashes, at most sixty: "social-enterprise".</summary>
    public static bool IsSlug(string text) => Slug().IsMatch(text);

    /// <summary>A letter or two and two or three figures: P01.</summary>
    public static bool IsOffering(string text) => Offering().IsMatch(text);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$")]
    private static partial Regex Slug();

    [GeneratedRegex("^[A-Z]{1,2}[0-9]{2,3}$")]
    private static partial Regex Offering();
}
