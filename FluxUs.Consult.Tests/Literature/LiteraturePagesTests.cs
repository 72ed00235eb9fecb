using System.Net;
using System.Text;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Literature;

public class LiteraturePagesTests
{
    private const string BibTex = "@book{een2020, author={Een, An}, title={Boek <script>alert(1)</script>}, year={20O8}, url={javascript:alert(1)}}\n@book{twee2021, author={Twee, Bo}, title={Tweede}, year={2021}}\n";

    [Fact]
    public async Task The_chosen_entries_of_a_file_come_into_the_list()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Researcher);

        var preview = Address(await TestSite.Upload(client, "/studies/wood/literature/import", "bring-literature", "a.bib", Encoding.UTF8.GetBytes(BibTex)));
        var html = await client.GetStringAsync(preview, TestStudy.Cancellation);
        var taken = await TestSite.Post(client, preview, "take-references", ("take", "1"));

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("20O8", html, StringComparison.Ordinal);
        Assert.Equal("/studies/wood/literature?taken=1", Address(taken));
        Assert.Equal("een2020", Assert.Single(await site.Study.All<Reference>()).CitationKey);
        Assert.DoesNotContain("javascript:", await client.GetStringAsync("/studies/wood/literature/een2020", TestStudy.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attached_PDF_is_sent_as_a_file_that_can_do_nothing()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Researcher);
        await Bring(site, client);
        var attached = await TestSite.Upload(client, "/studies/wood/literature/een2020", "attach-file", "rapport.pdf", Encoding.Latin1.GetBytes("%PDF-1.7\nstartxref\n9\n%%EOF\n"));
        var path = $"/studies/wood/literature/een2020/files/{Assert.Single(await site.Study.All<Attachment>()).Id}";

        var answer = await client.GetAsync(path, TestStudy.Cancellation);
        var visitor = await site.Visitor().GetAsync(path, TestStudy.Cancellation);
        var committee = await (await site.SignIn(Roles.Committee)).GetAsync(path, TestStudy.Cancellation);

        Assert.Equal(HttpStatusCode.Found, attached.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("D-01-een2020.pdf", answer.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.NotEqual(HttpStatusCode.OK, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, committee.StatusCode);
    }

    [Fact]
    public async Task A_page_that_calls_itself_a_PDF_is_refused_and_not_kept()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Researcher);
        await Bring(site, client);
        var before = site.Study.Get<FileStore>().Hashes().Count();

        var answer = await TestSite.Upload(client, "/studies/wood/literature/een2020", "attach-file", "rapport.pdf", "<html>"u8.ToArray());

        Assert.Contains("rapport.pdf\u00a0: le contenu n’est pas un PDF", await TestSite.Read(answer), StringComparison.Ordinal);
        Assert.Equal(before, site.Study.Get<FileStore>().Hashes().Count());
    }

    [Fact]
    public async Task The_export_reads_back_as_it_was()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Researcher);
        await Bring(site, client);

        var answer = await client.GetAsync("/studies/wood/literature/export", TestStudy.Cancellation);

        Assert.Equal("wood-references.json", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("\"id\": \"een2020\"", await answer.Content.ReadAsStringAsync(TestStudy.Cancellation), StringComparison.Ordinal);
    }

    private static async Task Bring(TestSite site, HttpClient client)
    {
        var preview = Address(await TestSite.Upload(client, "/studies/wood/literature/import", "bring-literature", "a.bib", Encoding.UTF8.GetBytes(BibTex)));
        await TestSite.Post(client, preview, "take-references", ("take", "1"));
        Assert.Single(await site.Study.All<Reference>());
    }

    private static string Address(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location;
        Assert.True(location is not null, $"{(int)answer.StatusCode} leads nowhere: {answer.Content.ReadAsStringAsync(TestStudy.Cancellation).Result}");
        return location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
    }
}
