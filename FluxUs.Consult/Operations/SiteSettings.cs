using System.Net;

namespace FluxUs.Consult.Operations;

/// <summary>What has to be settled before the program serves people outside of the machine.</summary>
public static class SiteSettings
{
    /// <summary>Outside Development the public address and the host names must be given, since redirects, cookies, passkeys and printed
    /// codes rest on them and nothing that a visitor sends may decide them.</summary>
    /// <returns>The key of the sentence that says what is wrong, with what it concerns; null when all is well.</returns>
    public static (string Key, string Value)? WhatIsWrong(IConfiguration configuration, bool isDevelopment)
    {
        foreach (var proxy in Proxies(configuration))
        {
            if (!IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)) return ("ProxyUnreadable", proxy);
        }

        var address = configuration["Site:Address"] ?? "";
        var isAddress = Uri.TryCreate(address, UriKind.Absolute, out var site) && site is { Scheme: "http" or "https", PathAndQuery: "/" };
        if (address.Length > 0 && !isAddress) return ("SiteAddressUnreadable", address);
        if (isDevelopment) return null;
        if (address.Length == 0) return ("SiteAddressMissing", "");
        if (site!.Scheme != Uri.UriSchemeHttps) return ("SiteAddressNotHttps", address);
        var hosts = configuration["AllowedHosts"] ?? "";
        return hosts.Length == 0 || hosts.Split(';', StringSplitOptions.TrimEntries).Contains("*") ? ("AllowedHostsMissing", site.Host) : null;
    }

    /// <summary>Addresses or networks of the proxies in front: the setting <c>Site:Proxies</c>, separated by commas or spaces.</summary>
    public static IReadOnlyList<string> Proxies(IConfiguration configuration) =>
        (configuration["Site:Proxies"] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
