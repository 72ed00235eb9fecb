using System.Text.RegularExpressions;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Identifiers in their bare form.</summary>
public static partial class Identifiers
{
    /// <summary>A DOI without resolver or prefix, in the case it was written; null when there is none in the text.</summary>
    public static string? Doi(string? text) =>
        text is { Length: <= 2_000 } && AnyDoi().Match(text) is { Success: true } found ? found.Value.TrimEnd('.', ',', ';') : null;

    /// <summary>The DOI that an address of a resolver names.</summary>
    public static string? DoiOf(string? url) =>
        url is not null && url.Contains("doi.org/", StringComparison.OrdinalIgnoreCase) ? Doi(Uri.UnescapeDataString(url)) : null;

    /// <summary>ISO 26324: prefix 10 and a registrant, a slash, and what the registrant chose.</summary>
    [GeneratedRegex(@"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s""<>]+")]
    private static partial Regex AnyDoi();
}
