namespace FluxUs.Consult.Foundation.Documents;

/// <summary>Which addresses a document may link to: https, mailto, and places within itself.</summary>
public static class LinkAddress
{
    private const int MaxLength = 2_000;

    public static bool IsAllowed(string? address) =>
        address is { Length: > 1 and <= MaxLength }
        && !address.Any(char.IsControl)
        && (address[0] == '#' || IsHttps(address) || IsMail(address));

    private static bool IsHttps(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(address, UriKind.Absolute, out _);

    private static bool IsMail(string address) => address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
}
