using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>What stays closed, over HTTP and in a browser, on the whole demonstration.</summary>
public partial class WhatEachRoleMustNotSeeTests(Browser browser, DemonstrationSite demonstration)
{
    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE"];

    [Theory]
    [InlineData("manager@demo.example", Roles.Manager)]
    [InlineData("researcher@demo.example", Roles.Researcher)]
    [InlineData("editor@demo.example", Roles.Editor)]
    [InlineData("committee@demo.example", Roles.Committee)]
    public async Task A_page_opens_for_those_who_may_read_it_and_does_not_exist_for_the_others(string account, Roles role)
    {
        using var member = await demonstration.SignIn(account);
        var wrong = new List<string>();
        foreach (var page in (await Pages()).Where(page => page.Route.StartsWith("/studies/{Slug}", StringComparison.Ordinal)))
        {
            using var answer = await member.GetAsync(page.Address, TestStudy.Cancellation);
            var expected = page.Readers.HasFlag(role) ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            var leadsHome = role == Roles.Committee && answer.Headers.Location?.ToString().EndsWith(DemonstrationPages.CommitteeHome, StringComparison.Ordinal) == true;
            if (answer.StatusCode != expected && !leadsHome) wrong.Add($"{page.Address} as {role}: {(int)answer.StatusCode}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_study_does_not_exist_for_members_of_another_and_visitors_are_led_to_the_door()
    {
        using var stranger = await Stranger();
        using var visitor = (await demonstration.Site).Visitor();
        var wrong = new List<string>();
        foreach (var page in (await Pages()).Where(page => page.Route.StartsWith("/studies/{Slug}", StringComparison.Ordinal)))
        {
            await Closed(stranger, visitor, HttpMethod.Get, page.Address, wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Generated from the program's own table of endpoints, so that none can be forgotten.</summary>
    [Fact]
    public async Task Every_address_below_a_study_is_closed_to_whoever_is_no_member_with_every_verb()
    {
        var endpoints = (await demonstration.Site).Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith("studies/{slug}", StringComparison.OrdinalIgnoreCase) == true).ToList();
        using var stranger = await Stranger();
        using var visitor = (await demonstration.Site).Visitor();
        var wrong = new List<string>();
        foreach (var endpoint in endpoints)
        {
            foreach (var verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? Verbs)
            {
                await Closed(stranger, visitor, HttpMethod.Parse(verb), AddressOf(endpoint.RoutePattern), wrong);
            }
        }

        Assert.True(endpoints.Count > 50, $"Only {endpoints.Count} endpoints were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_is_kept_as_it_is_typed_is_closed_to_whoever_may_not_read_it()
    {
        using var manager = await demonstration.SignIn("manager@demo.example");
        using var committee = await demonstration.SignIn("committee@demo.example");
        using var stranger = await Stranger();
        using var visitor = (await demonstration.Site).Visitor();
        var addresses = new HashSet<string>();
        foreach (var page in (await Pages()).Where(page => page.Readers.HasFlag(Roles.Manager)))
        {
            foreach (Match area in Autosaved().Matches(await TestSite.Read(manager, page.Address))) addresses.Add(area.Groups["address"].Value);
        }

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync(address, TestStudy.Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address, TestStudy.Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync(address, TestStudy.Cancellation)).StatusCode);
            Assert.False((await committee.GetAsync(address, TestStudy.Cancellation)).IsSuccessStatusCode, address);
        }
    }

    [Fact]
    public async Task An_editor_reads_no_text_that_nobody_has_read_for_names()
    {
        var db = (await demonstration.Site).Study.Get<ConsultDbContext>();
        var printed = await db.Set<Quote>().Select(quote => quote.Text).ToListAsync(TestStudy.Cancellation);
        var texts = await db.Set<SourceText>().Where(text => text.FreeOfNamesAt == null).SelectMany(text => text.Versions).Select(version => version.Text).ToListAsync(TestStudy.Cancellation);
        var closed = await db.Set<Interview>().Where(interview => interview.Code == "E-33" || interview.Code == "E-36").Select(interview => interview.Id).ToListAsync(TestStudy.Cancellation);
        var notes = await db.Set<InterviewNote>().AsNoTracking().Where(note => closed.Contains(note.InterviewId)).ToListAsync(TestStudy.Cancellation);
        // A sentence of which words were approved to be printed may be read there.
        var secrets = texts.Concat(notes.Select(note => note.Text.Text)).SelectMany(text => Sentences().Split(text)).Select(sentence => sentence.Trim(' ', '«', '»', '\u00a0', '\u202f', '.', '\n'))
            .Where(sentence => sentence.Length > 30 && !printed.Any(quote => quote.Contains(sentence, StringComparison.Ordinal) || sentence.Contains(quote, StringComparison.Ordinal))).Distinct().ToList();
        Assert.True(secrets.Count > 5, $"Only {secrets.Count} sentences to look for.");
        using var editor = await demonstration.SignIn("editor@demo.example");
        var addresses = (await Pages()).Where(page => page.Readers.HasFlag(Roles.Editor)).Select(page => page.Address)
            .Concat(["/studies/demo/interviews/E-33", "/studies/demo/interviews/E-36", "/studies/demo/evidence/E-33", "/studies/demo/evidence/E-36", "/studies/demo/evidence?source=E-33"]);
        var wrong = new List<string>();
        foreach (var address in addresses)
        {
            var html = await TestSite.Read(editor, address);
            wrong.AddRange(secrets.Where(secret => html.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{address}: {secret}"));
        }

        using var zip = new ZipArchive(await editor.GetStreamAsync("/studies/demo/export.zip", TestStudy.Cancellation), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestStudy.Cancellation));
            var content = await reader.ReadToEndAsync(TestStudy.Cancellation);
            wrong.AddRange(secrets.Where(secret => content.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{entry.FullName} in the export: {secret}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_committee_sees_no_fiche_before_it_is_in_review()
    {
        var db = (await demonstration.Site).Study.Get<ConsultDbContext>();
        var drafts = await db.Set<Fiche>().Where(fiche => fiche.State == FicheState.Draft)
            .Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new { fiche.Language, offering.Code, fiche.Id }).ToListAsync(TestStudy.Cancellation);
        Assert.NotEmpty(drafts);
        using var committee = await demonstration.SignIn("committee@demo.example");
        foreach (var draft in drafts)
        {
            var address = $"/studies/demo/fiches/{draft.Code}/{draft.Language}";
            foreach (var closed in new[] { address, address + ".pdf", address + "/live", address + "/edit" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync(closed, TestStudy.Cancellation)).StatusCode);
            }

            foreach (var list in new[] { "/studies/demo", "/studies/demo/fiches", "/studies/demo/committee" })
            {
                Assert.DoesNotContain(address, await TestSite.Read(committee, list), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("editor@demo.example", Roles.Editor)]
    [InlineData("committee@demo.example", Roles.Committee)]
    public async Task The_browser_shows_no_way_to_what_is_closed_and_a_typed_address_is_an_unknown_page(string account, Roles role)
    {
        var closed = (await Pages()).Where(page => page.Route.StartsWith("/studies/{Slug}", StringComparison.Ordinal) && !page.Readers.HasFlag(role)).Select(page => page.Address).ToList();
        var page = await demonstration.Open(browser, account);
        await page.GotoAsync("/studies/demo");

        var shown = await page.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map((link) => link.getAttribute('href'))");
        Assert.Empty(shown.Intersect(closed));
        await page.GotoAsync(role == Roles.Editor ? "/studies/demo/experts/X07" : "/studies/demo/interviews/E-12");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Cette page n’existe pas");
        await page.Context.DisposeAsync();
    }

    private async Task<IReadOnlyList<DemonstrationPage>> Pages()
    {
        using var manager = await demonstration.SignIn("manager@demo.example");
        return await DemonstrationPages.Resolve(await demonstration.Site, manager);
    }

    /// <summary>Everything that there is, in another study.</summary>
    private async Task<HttpClient> Stranger() => await (await demonstration.Site).SignIn(Roles.Everyone);

    private static async Task Closed(HttpClient stranger, HttpClient visitor, HttpMethod verb, string address, List<string> wrong)
    {
        using var toStranger = await stranger.SendAsync(new HttpRequestMessage(verb, address), TestStudy.Cancellation);
        using var toVisitor = await visitor.SendAsync(new HttpRequestMessage(verb, address), TestStudy.Cancellation);
        var isGet = verb == HttpMethod.Get || verb == HttpMethod.Head;
        // What changes something is refused for want of a token before anybody looks at the address.
        var isUnknown = toStranger.StatusCode == HttpStatusCode.NotFound || (!isGet && toStranger.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed);
        var isLedToDoor = toVisitor.StatusCode == HttpStatusCode.Unauthorized || (!isGet && toVisitor.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed)
            || (toVisitor.StatusCode == HttpStatusCode.Found && toVisitor.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));
        if (!isUnknown) wrong.Add($"{verb} {address} as a member of another study: {(int)toStranger.StatusCode}");
        if (!isLedToDoor) wrong.Add($"{verb} {address} as a visitor: {(int)toVisitor.StatusCode}");
    }

    private static string AddressOf(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Value(parameter.Name),
        _ => "",
    }))));

    private static string Value(string parameter) => parameter.ToUpperInvariant() switch
    {
        "SLUG" => Demonstration.Slug,
        "LANGUAGE" => "fr",
        "KEY" => "obs2023metabolisme",
        "SOURCE" => "E-12",
        "NUMBER" => "1",
        "TABLE" => "quantities",
        "ID" or "FILEID" => "0198a000-0000-7000-8000-000000000000",
        _ => "P01",
    };

    [GeneratedRegex("data-autosave-url=\"(?<address>[^\"]*)\"")]
    private static partial Regex Autosaved();

    [GeneratedRegex(@"(?<=[.!?»])\s+|\n")]
    private static partial Regex Sentences();
}
