using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Foundation.Documents.Pictures;
using FluxUs.Consult.Tests.Support;
using UglyToad.PdfPig;

namespace FluxUs.Consult.Tests.Fiches;

public class PackTests
{
    [Fact]
    public async Task A_zip_holds_the_published_bytes_under_numbered_names()
    {
        await using var test = await TestStudy.Create();
        await Publish(test, 1);

        using var output = new MemoryStream();
        var pack = await test.Get<RenderPack>().Run(await test.As(Roles.Committee), new("fr", PackFormat.Zip), output, null, TestStudy.Cancellation);

        Assert.Equal(("wood-fiches-fr.zip", "application/zip"), (pack.Value!.FileName, pack.Value.MediaType));
        output.Position = 0;
        using var zip = new ZipArchive(output);
        var entry = Assert.Single(zip.Entries);
        Assert.Equal("01-P01-reemploi-fr-ed1.pdf", entry.Name);
        await using var content = await entry.OpenAsync(TestStudy.Cancellation);
        var edition = Assert.Single(await test.All<Edition>());
        Assert.Equal(SHA256.HashData(edition.Pdf), await SHA256.HashDataAsync(content, TestStudy.Cancellation));
    }

    [Fact]
    public async Task A_pack_of_many_fiches_is_prepared_as_a_job_whose_page_gives_the_file()
    {
        await using var site = await TestSite.Create();
        await Publish(site.Study, ReadPack.MostAtOnce + 1);
        var member = await site.SignIn(Roles.Committee);
        var stranger = await site.SignIn(Roles.Manager);

        var direct = await member.GetAsync("/studies/wood/pack/fr.pdf", TestStudy.Cancellation);
        Assert.Equal("/studies/wood/pack/fr", direct.Headers.Location?.ToString());
        var begun = await TestSite.Post(member, "/studies/wood/pack/fr", "prepare-Pdf");
        var page = begun.Headers.Location!.ToString();
        while (!(await member.GetStringAsync(page + "/progress", TestStudy.Cancellation)).Contains("\"hasEnded\":true", StringComparison.Ordinal)) await Task.Yield();

        Assert.Contains("Télécharger le fichier", await TestSite.Read(member, page), StringComparison.Ordinal);
        var file = await member.GetAsync(page + "/file", TestStudy.Cancellation);
        Assert.Equal("wood-fiches-fr.pdf", file.Content.Headers.ContentDisposition!.FileName);
        using var pdf = PdfDocument.Open(await file.Content.ReadAsByteArrayAsync(TestStudy.Cancellation));
        Assert.True(pdf.NumberOfPages > ReadPack.MostAtOnce);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page + "/file", TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page, TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_cover_says_whose_pack_it_is_and_bears_the_logo_of_the_look_the_study_has_today()
    {
        await using var test = await TestStudy.Create();
        await Publish(test, 1);
        var manager = await test.As(Roles.Manager);
        var logo = SamplePictures.Png(60, 30, 2, _ => [0, .. Enumerable.Repeat((byte)90, 180)]);
        async Task<int> Version() => Assert.Single(await test.All<Study>()).Version;
        Assert.True((await test.Get<KeepLogo>().Handle(manager, new(Guid.NewGuid(), await Version(), new MemoryStream(logo), new LocalText("Une boucle", "Een lus", "A loop")), TestStudy.Cancellation)).IsDone);

        using (var plain = await Pack()) Assert.Empty(plain.GetPage(1).GetImages());
        Assert.True((await test.Get<ChooseLook>().Handle(manager, new(Guid.NewGuid(), await Version(), "study", "#884422", "CC BY 4.0"), TestStudy.Cancellation)).IsDone);

        using var pdf = await Pack();
        Assert.Single(pdf.GetPage(1).GetImages());
        Assert.Contains("CC BY 4.0", string.Join(' ', pdf.GetPage(1).GetWords()), StringComparison.Ordinal);

        async Task<PdfDocument> Pack()
        {
            using var output = new MemoryStream();
            Assert.True((await test.Get<RenderPack>().Run(manager, new("fr", PackFormat.Pdf), output, null, TestStudy.Cancellation)).IsDone);
            return PdfDocument.Open(output.ToArray());
        }
    }

    [Fact]
    public async Task A_cover_lists_what_is_inside_and_the_contents_say_each_fiche_in_its_sentence()
    {
        await using var test = await TestStudy.Create();
        await Publish(test, 2);
        var sentence = Consult.Foundation.Documents.DocumentJson.Read((await test.All<Edition>())[0].Document).Blocks.OfType<Consult.Foundation.Documents.MessagesBlock>().Single().Sentence;

        using var output = new MemoryStream();
        await test.Get<RenderPack>().Run(await test.As(Roles.Committee), new("fr", PackFormat.Pdf), output, null, TestStudy.Cancellation);
        using var pdf = PdfDocument.Open(output.ToArray());

        string Read(int page) => string.Join(' ', pdf.GetPage(page).GetWords().Select(word => word.Text));
        Assert.All(["P01", "P02", "Offre 2", "français", "Dans ce recueil"], words => Assert.Contains(words, Read(1), StringComparison.Ordinal));
        Assert.Contains("Sommaire", Read(2), StringComparison.Ordinal);
        Assert.Equal(2, Read(2).Split(Consult.Foundation.Documents.PlainText.Of(sentence)).Length - 1);
    }

    [Fact]
    public async Task A_cover_of_many_fiches_says_how_many()
    {
        await using var test = await TestStudy.Create();
        await Publish(test, 20);

        using var output = new MemoryStream();
        await test.Get<RenderPack>().Run(await test.As(Roles.Committee), new("fr", PackFormat.Pdf), output, null, TestStudy.Cancellation);
        using var pdf = PdfDocument.Open(output.ToArray());

        var cover = string.Join(' ', pdf.GetPage(1).GetWords().Select(word => word.Text));
        Assert.Contains("20 fiches", cover.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("P19", cover, StringComparison.Ordinal);
    }

    private static async Task Publish(TestStudy test, int count)
    {
        var study = await FicheStudy.In(test);
        var document = Consult.Foundation.Documents.DocumentJson.Write((await study.Compose()).Document);
        for (var number = 1; number <= count; number++)
        {
            var ficheId = study.FicheId;
            if (number > 1)
            {
                var offering = new Offering(test.Study.Id, $"P{number:00}", new LocalText($"Offre {number}", "", ""), "R3");
                var fiche = new Consult.Fiches.Fiche(test.Study.Id, offering.Id, "fr", "default");
                await test.Save(offering, fiche);
                ficheId = fiche.Id;
            }

            await test.Save(new Edition(Guid.CreateVersion7(), test.Study.Id, ficheId, 1, Audience.Public, document, "{}", [1, 2, 3, (byte)number], "abc", 1, "", Guid.Empty, test.Time.GetUtcNow().UtcDateTime));
        }
    }
}
