using System.Globalization;
using System.Net;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public class FichePagesTests
{
    [Fact]
    public async Task A_fiche_goes_from_draft_to_a_published_file_by_its_pages_alone()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var root = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";
        var (editor, member) = (await site.SignIn(Roles.Editor), await site.SignIn(Roles.Committee));

        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(root, TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(root + "/edit", TestStudy.Cancellation)).StatusCode);
        Assert.Contains("Rien ne bloque", await Read(editor, root + "/edit"), StringComparison.Ordinal);
        await Post(editor, root + "/send", "send-to-review");

        var read = await Read(member, root);
        Assert.Contains("Assurer les éléments réemployés", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Vandenhaute", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await TestSite.Post(member, root, "act-on-reading", ("act", "comment"), ("Section", "flow-today"), ("Text", "De quand ?"))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await TestSite.Post(member, root, "act-on-reading", ("act", "word"), ("Opinion", "WithoutReserve"), ("Reason", ""))).StatusCode);
        Assert.Contains("De quand ?", await Read(editor, root + "/edit?tab=comments"), StringComparison.Ordinal);
        Assert.Contains("P01 (en français), édition 1", await Read(editor, root + "/publish"), StringComparison.Ordinal);
        var published = await Post(editor, root + "/publish", "publish-fiche");

        var edition = Assert.Single(await site.Study.All<Edition>());
        Assert.Contains($"/editions/{edition.Id}", published, StringComparison.Ordinal);
        Assert.Contains($"/editions/{edition.Id}.pdf", await Read(editor, published), StringComparison.Ordinal);
        Assert.Contains($"/editions/{edition.Id}", await Read(editor, root + "/edit"), StringComparison.Ordinal);
        var pdf = await member.GetAsync($"/editions/{edition.Id}.pdf", TestStudy.Cancellation);
        Assert.Equal($"\"{edition.Sha256}\"", pdf.Headers.ETag!.Tag);
        Assert.Equal("P01-reemploi-fr-ed1.pdf", pdf.Content.Headers.ContentDisposition!.FileName);
        Assert.True(pdf.Headers.CacheControl!.Private);
        Assert.Equal(edition.Pdf, await pdf.Content.ReadAsByteArrayAsync(TestStudy.Cancellation));
        using var head = new HttpRequestMessage(HttpMethod.Head, $"/editions/{edition.Id}.pdf");
        var headAnswer = await member.SendAsync(head, TestStudy.Cancellation);
        Assert.Equal((HttpStatusCode.OK, (long?)edition.Pdf.Length), (headAnswer.StatusCode, headAnswer.Content.Headers.ContentLength));
        var docx = await member.GetAsync($"/editions/{edition.Id}.docx", TestStudy.Cancellation);
        Assert.Equal((HttpStatusCode.OK, "P01-reemploi-fr-ed1.docx"), (docx.StatusCode, docx.Content.Headers.ContentDisposition!.FileName));
        var page = await Read(member, $"/editions/{edition.Id}");
        Assert.Contains($"/editions/{edition.Id}.docx", page, StringComparison.Ordinal);
        // Its sections are listed beside it, each with its place in the page.
        Assert.Contains($"href=\"/editions/{edition.Id}#recommendations\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"recommendations\"", page, StringComparison.Ordinal);
        Assert.Contains("édition 1", await Read(member, root), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", await member.GetStringAsync($"/studies/{site.Study.Study.Slug}/pack/fr.pdf", TestStudy.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_against_an_edition_is_told_before_the_fiche_goes_to_review_and_it_goes_knowingly()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        await study.Write("what-would-change", "");
        var send = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr/send";
        var editor = await site.SignIn(Roles.Editor);

        Assert.Contains("empêcherait de la publier", await Read(editor, send), StringComparison.Ordinal);
        var refused = await TestSite.Post(editor, send, "send-to-review", ("Knowingly", "false"));
        Assert.Contains("malgré eux", await TestSite.Read(refused), StringComparison.Ordinal);
        Assert.Equal(Consult.Fiches.FicheState.Draft, (await study.Fiche()).State);
        await Post(editor, send, "send-to-review");

        Assert.Equal(Consult.Fiches.FicheState.InReview, (await study.Fiche()).State);
    }

    [Fact]
    public async Task A_reserve_and_an_interest_reach_the_team_and_the_committee_with_their_reasons_and_the_state_says_so()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var root = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";
        var (editor, member, other) = (await site.SignIn(Roles.Editor), await site.SignIn(Roles.Committee), await site.SignIn(Roles.Committee));
        await Post(editor, root + "/send", "send-to-review");
        await TestSite.Post(member, root, "act-on-reading", ("act", "word"), ("Opinion", "WithReserve"), ("Reason", "Le coût reste à chiffrer."));
        await TestSite.Post(other, root, "act-on-reading", ("act", "word"), ("Opinion", "WithoutReserve"), ("Reason", ""), ("Interest", "siège au conseil d’un assureur"));

        foreach (var page in new[] { await Read(editor, root + "/edit?tab=comments"), await Read(other, root), await Read(editor, root + "/publish") })
        {
            Assert.Contains("Le coût reste à chiffrer.", page, StringComparison.Ordinal);
            Assert.Contains("siège au conseil d’un assureur", page, StringComparison.Ordinal);
            Assert.Contains("1 avis ne compte pas", page, StringComparison.Ordinal);
            Assert.Contains("approuvée avec réserve", page, StringComparison.Ordinal);
        }

        foreach (var page in new[] { "/fiches", "/offerings/P01", "/findings/K-01" })
            Assert.Contains("approuvée avec réserve", await Read(editor, $"/studies/{site.Study.Study.Slug}{page}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reserve_is_answered_on_the_editor_and_its_member_reads_the_answer_and_lifts_it()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var study = $"/studies/{site.Study.Study.Slug}";
        var root = study + "/fiches/P01/fr";
        var (editor, member) = (await site.SignIn(Roles.Editor), await site.SignIn(Roles.Committee));
        await Post(editor, root + "/send", "send-to-review");
        await TestSite.Post(member, root, "act-on-reading", ("act", "word"), ("Opinion", "WithReserve"), ("Reason", "Le coût reste à chiffrer."));
        Assert.Contains("1 avis à répondre", await Read(editor, root + "/edit"), StringComparison.Ordinal);
        Assert.Contains("1 réserve sans réponse", await Read(editor, root + "/publish"), StringComparison.Ordinal);
        Assert.Contains("Répondre à 1 réserve", await Read(editor, study), StringComparison.Ordinal);
        var word = Assert.Single(await site.Study.All<FicheApproval>());
        (string, string)[] sent = [("act", "answer"), ("version", "0"), ("target", word.AccountId.ToString()), ("given", word.At.ToString("O", CultureInfo.InvariantCulture)), ("Words", "Chiffré à la mesure 2.")];

        var refused = await TestSite.Read(await TestSite.Post(editor, root + "/edit?tab=comments", "act-on-fiche", sent));
        Assert.Contains("Choisissez ce que devient l’avis", refused, StringComparison.Ordinal);
        Assert.Contains("Chiffré à la mesure 2.", refused, StringComparison.Ordinal);
        await TestSite.Post(editor, root + "/edit?tab=comments", "act-on-fiche", [.. sent, ("Settlement", "TakenUp")]);

        Assert.DoesNotContain("avis à répondre", await Read(editor, root + "/edit"), StringComparison.Ordinal);
        foreach (var page in new[] { await Read(member, root), await Read(member, study + "/committee") })
        {
            Assert.Contains("Chiffré à la mesure 2.", page, StringComparison.Ordinal);
            Assert.Contains("Changer mon avis", page, StringComparison.Ordinal);
        }

        await TestSite.Post(member, root, "act-on-reading", ("act", "word"), ("Opinion", "WithoutReserve"), ("Reason", ""));
        var after = await Read(editor, root + "/edit?tab=comments");
        Assert.Contains("1 avis antérieur", after, StringComparison.Ordinal);
        Assert.Contains("Chiffré à la mesure 2.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("approuvée avec réserve", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_names_beside_a_section_what_blocks_it_and_a_year_does_not_warn()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        await study.Write("what-would-change", "Une révision à la fin de 2028.");
        var root = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";
        var editor = await site.SignIn(Roles.Editor);
        Assert.DoesNotContain("« 2028 »", await Read(editor, root + "/edit?tab=checks"), StringComparison.Ordinal);

        await study.Write("divergence", "Selon [@finding:K-99].");

        foreach (var page in new[] { "/edit?section=divergence", "/live" })
        {
            var told = await Read(editor, root + page);
            var place = told[told.IndexOf("data-live=\"checks-divergence\"", StringComparison.Ordinal)..];
            Assert.Contains("K-99", place[..place.IndexOf("</div>", StringComparison.Ordinal)], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_edition_is_asked_first_what_changed_and_a_finding_to_weigh_again_is_named_beside_the_published_fiche()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        await site.Study.Save(new Edition(Guid.CreateVersion7(), site.Study.Study.Id, study.FicheId, 1, Audience.Committee,
            Consult.Foundation.Documents.DocumentJson.Write((await study.Compose()).Document), "{}", [1, 2, 3], "abc", 1, "", Guid.Empty, DateTime.UtcNow));
        var root = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";
        var (editor, member) = (await site.SignIn(Roles.Editor), await site.SignIn(Roles.Committee));
        await Post(editor, root + "/send", "send-to-review");
        await TestSite.Post(member, root, "act-on-reading", ("act", "word"), ("Opinion", "WithoutReserve"), ("Reason", ""));

        var publish = await Read(editor, root + "/publish");
        Assert.InRange(publish.IndexOf("name=\"Changes\"", StringComparison.Ordinal), 0, publish.IndexOf("<h2>", publish.IndexOf("<main", StringComparison.Ordinal), StringComparison.Ordinal));

        await site.Study.Change<Consult.Fiches.Fiche>(fiche => fiche.Publish());
        Assert.DoesNotContain("évaluez-la de nouveau", await Read(editor, root + "/edit"), StringComparison.Ordinal);
        await site.Study.Get<UnbindExcerpt>().Handle(study.Findings.Researcher, new(Guid.NewGuid(), "K-01", study.Quote.ExcerptId), TestStudy.Cancellation);
        Assert.Contains("K-01 a perdu un appui", await Read(editor, root + "/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_lacks_its_reason_keeps_the_choice_and_calls_the_reason_optional_nowhere()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var root = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";
        var (editor, member) = (await site.SignIn(Roles.Editor), await site.SignIn(Roles.Committee));
        await Post(editor, root + "/send", "send-to-review");

        var refused = await TestSite.Read(await TestSite.Post(member, root, "act-on-reading", ("act", "word"), ("Opinion", "WithReserve"), ("Reason", "")));

        Assert.Matches("value=\"WithReserve\"[^>]* checked", refused);
        Assert.Matches("<label[^>]*>\\s*Raison \\(nécessaire pour une réserve ou une objection\\)\\s*</label>", refused);
        Assert.DoesNotMatch("<textarea[^>]*name=\"Reason\"[^>]* required", refused);
    }

    [Theory]
    [InlineData(Audience.Public, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData(Audience.Committee, HttpStatusCode.Found, HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [InlineData(Audience.Team, HttpStatusCode.Found, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task An_edition_opens_to_those_for_whom_it_is_meant(Audience audience, HttpStatusCode visitor, HttpStatusCode stranger, HttpStatusCode committee)
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        var edition = new Edition(Guid.CreateVersion7(), site.Study.Study.Id, study.FicheId, 1, audience,
            Consult.Foundation.Documents.DocumentJson.Write((await study.Compose()).Document), "{}", [1, 2, 3], "abc", 1, "", Guid.Empty, DateTime.UtcNow);
        await site.Study.Save(edition);
        var path = $"/editions/{edition.Id}.pdf";

        Assert.Equal(visitor, (await site.Visitor().GetAsync(path, TestStudy.Cancellation)).StatusCode);
        Assert.Equal(stranger, (await (await site.SignIn(await site.Study.AddAccount())).GetAsync(path, TestStudy.Cancellation)).StatusCode);
        Assert.Equal(committee, (await (await site.SignIn(Roles.Committee)).GetAsync(path, TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignIn(Roles.Researcher)).GetAsync(path, TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync($"/editions/{edition.Id}", TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task While_one_types_preview_and_facts_come_from_endpoints_of_the_team()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        await study.Write("one-sentence", "Une phrase toute neuve.");
        var root = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";
        var editor = await site.SignIn(Roles.Editor);

        Assert.Contains("Une phrase toute neuve.", await Read(editor, root + "/live"), StringComparison.Ordinal);
        Assert.Contains("[@finding:K-01]", await editor.GetStringAsync(root + "/tokens", TestStudy.Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Roles.Committee)).GetAsync(root + "/live", TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_preview_shows_the_printed_pages_marks_the_open_section_and_leads_to_the_others()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var root = $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";
        var editor = await site.SignIn(Roles.Editor);

        foreach (var path in new[] { "/edit?section=implementation", "/live?section=implementation" })
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await editor.GetStringAsync(root + path, TestStudy.Cancellation));
            var sheets = page.QuerySelectorAll(".preview .printed");
            Assert.Equal($"Page 1 sur {sheets.Length}", sheets[0].GetAttribute("aria-label"));
            Assert.All(sheets, sheet => Assert.StartsWith("0 0 595.28 841.89", sheet.QuerySelector("svg")!.GetAttribute("viewBox"), StringComparison.Ordinal));
            Assert.Equal("implementation", Assert.Single(page.QuerySelectorAll("#open-section")).GetAttribute("data-section"));
            Assert.All(page.QuerySelectorAll(".preview .rule"), rule => Assert.Equal("implementation", rule.ParentElement!.GetAttribute("data-section")));
            var region = page.QuerySelector(".preview [data-section=key-messages] > a.region")!;
            Assert.Equal(root + "/edit?section=key-messages", region.GetAttribute("href"));
            Assert.Equal("Ouvrir la section « Messages clés »", region.GetAttribute("aria-label"));
            Assert.All(page.QuerySelectorAll(".preview g[lang]"), words => Assert.Equal("fr", words.GetAttribute("lang")));
            Assert.Empty(page.QuerySelectorAll(".preview [style], .preview script"));
            Assert.Contains(page.QuerySelectorAll(".preview g a[href]"), link => link.GetAttribute("href")!.StartsWith($"/studies/{site.Study.Study.Slug}/findings/K-", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_line_of_several_sources_is_found_in_the_preview_by_the_code_of_each()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        var claim = await study.Findings.AFinding("On renonce.", await study.Findings.Said("Je renonce.", await study.Findings.AnExpert(study.Findings.Architects)), await study.Findings.Said("Moi aussi.", await study.Findings.AnExpert(study.Findings.Architects)));
        await study.Write("divergence", $"Tous renoncent. [@finding:{claim.Code}]");
        var editor = await site.SignIn(Roles.Editor);

        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await editor.GetStringAsync($"/studies/{site.Study.Study.Slug}/fiches/P01/fr/edit", TestStudy.Cancellation));

        foreach (var code in new[] { "A-1", "A-2" })
            Assert.Contains("A-1, A-2", Assert.Single(page.QuerySelectorAll($".preview [id='{code}']")).TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path, TestStudy.Cancellation));

    /// <returns>Where it leads.</returns>
    private static async Task<string> Post(HttpClient client, string path, string form)
    {
        var answer = await TestSite.Post(client, path, form);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await answer.Content.ReadAsStringAsync(TestStudy.Cancellation));
        return new Uri(client.BaseAddress!, answer.Headers.Location!).PathAndQuery;
    }
}
