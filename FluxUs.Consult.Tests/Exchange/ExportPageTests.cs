using System.Net;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Exchange;

public class ExportPageTests
{
    [Fact]
    public async Task A_member_of_the_team_downloads_the_tables()
    {
        await using var site = await TestSite.Create();
        using var client = await site.SignIn(Roles.Editor);

        var page = await client.GetAsync("/studies/wood/export", TestStudy.Cancellation);
        var file = await client.GetAsync("/studies/wood/export.zip", TestStudy.Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, file.StatusCode));
        Assert.Equal(("application/zip", "wood.zip"), (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName));
        var bytes = await file.Content.ReadAsByteArrayAsync(TestStudy.Cancellation);
        Assert.Equal("PK"u8, bytes.AsSpan(0, 2));
    }

    [Fact]
    public async Task The_committee_finds_neither()
    {
        await using var site = await TestSite.Create();
        using var client = await site.SignIn(Roles.Committee);

        var page = await client.GetAsync("/studies/wood/export", TestStudy.Cancellation);
        var file = await client.GetAsync("/studies/wood/export.zip", TestStudy.Cancellation);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, file.StatusCode));
    }
}
