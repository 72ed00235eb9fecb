using System.Net;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public class LookStylesheetTests
{
    private static readonly PageStyle Coloured = PageStyle.A4 with { Prose = "Source Sans 3", Colours = new PageColours { Brand = "#1F4E79", Headings = "#884422" } };

    [Fact]
    public void The_usual_look_needs_no_stylesheet_and_another_says_all_in_its_address()
    {
        Assert.Null(LookStylesheet.AddressOf(PageStyle.A4));
        Assert.Equal("/looks/1F4E79/884422/sans.css", LookStylesheet.AddressOf(Coloured));
        Assert.Equal("/looks/0b5a5e/1b2430/sans.css", LookStylesheet.AddressOf(PageStyle.A4 with { Prose = "Source Sans 3" }));
    }

    [Fact]
    public async Task A_stylesheet_holds_colours_and_letters_and_nothing_that_is_no_colour()
    {
        await using var site = await TestSite.Create();
        var stranger = site.Visitor();

        var sheet = await stranger.GetAsync(LookStylesheet.AddressOf(Coloured), TestStudy.Cancellation);
        Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
        var text = await sheet.Content.ReadAsStringAsync(TestStudy.Cancellation);
        foreach (var part in new[] { "--brand: #1F4E79", "31, 78, 121", "color: #884422", "--reading: var(--bs-body-font-family)" }) Assert.Contains(part, text, StringComparison.Ordinal);
        foreach (var address in new[] { "/looks/red/884422/sans.css", "/looks/1F4E79/88442}/sans.css", "/looks/1F4E79/884422/comic.css" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address, TestStudy.Cancellation)).StatusCode);
    }
}
