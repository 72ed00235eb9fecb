using FluxUs.Consult.Operations;
using Microsoft.Extensions.Configuration;

namespace FluxUs.Consult.Tests.Operations;

public class SiteSettingsTests
{
    [Theory]
    [InlineData(null, null, null, "SiteAddressMissing")]
    [InlineData("consult.example.org", "consult.example.org", null, "SiteAddressUnreadable")]
    [InlineData("https://consult.example.org/under", "consult.example.org", null, "SiteAddressUnreadable")]
    [InlineData("http://consult.example.org", "consult.example.org", null, "SiteAddressNotHttps")]
    [InlineData("https://consult.example.org", null, null, "AllowedHostsMissing")]
    [InlineData("https://consult.example.org", "*", null, "AllowedHostsMissing")]
    [InlineData("https://consult.example.org", "consult.example.org", "10.0.0.5, proxy", "ProxyUnreadable")]
    [InlineData("https://consult.example.org", "consult.example.org", null, null)]
    [InlineData("https://consult.example.org/", "consult.example.org;localhost", "10.0.0.5, 10.1.0.0/16 ::1", null)]
    public void Outside_Development_the_site_is_not_served_without_its_address_and_hosts(string? address, string? hosts, string? proxies, string? expected) =>
        Assert.Equal(expected, SiteSettings.WhatIsWrong(Settings(address, hosts, proxies), isDevelopment: false)?.Key);

    [Theory]
    [InlineData(null, null)]
    [InlineData("ftp://x", "SiteAddressUnreadable")]
    [InlineData("http://127.0.0.1:5080", null)]
    public void In_Development_nothing_has_to_be_set(string? address, string? expected) =>
        Assert.Equal(expected, SiteSettings.WhatIsWrong(Settings(address, null, null), isDevelopment: true)?.Key);

    private static IConfiguration Settings(string? address, string? hosts, string? proxies) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Site:Address", address), new("AllowedHosts", hosts), new("Site:Proxies", proxies)]).Build();
}
