using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Docx;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Foundation.Documents.Pdf;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Foundation.Documents.Pdf;
using FluxUs.Consult.Tests.Foundation.Documents.Pictures;
using FluxUs.Consult.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Fiches;

/// <summary>The logo of a study: what is taken, where it is printed, and that looks say which reviews they void.</summary>
public class LogoTests
{
    private static readonly LocalText Words = new("Une boucle", "Een lus", "A loop");

    private static byte[] Png => SamplePictures.Png(60, 30, 2, _ => [0, .. Enumerable.Repeat((byte)90, 180)]);

    [Fact]
    public async Task A_logo_is_kept_by_its_hash_and_goes_when_it_is_removed()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);

        Assert.True((await Keep(test, manager, Png)).IsDone);
        var first = Assert.Single(await test.All<Study>()).Logo;
        Assert.True(test.Get<FileStore>().Contains(first));
        Assert.True((await Keep(test, manager, SamplePictures.Jpeg)).IsDone);
        var second = Assert.Single(await test.All<Study>()).Logo;
        Assert.Equal((false, true), (test.Get<FileStore>().Contains(first), test.Get<FileStore>().Contains(second)));
        Assert.True((await Keep(test, manager, null)).IsDone);
        Assert.Equal(second, Assert.Single(await test.All<Study>()).Logo);

        Assert.True((await test.Get<RemoveLogo>().Handle(manager, new(Guid.NewGuid(), await Version(test)), TestStudy.Cancellation)).IsDone);
        Assert.Equal("", Assert.Single(await test.All<Study>()).Logo);
        Assert.False(test.Get<FileStore>().Contains(second));
    }

    [Fact]
    public async Task What_is_no_small_whole_picture_is_refused_and_not_kept()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        async Task<string> Refusal(byte[]? content, LocalText words) => Assert.Single((await Keep(test, manager, content, words)).Refusals).Key;

        Assert.Equal("LogoIsNoPicture", await Refusal("<svg/>"u8.ToArray(), Words));
        Assert.Equal("LogoIsNoPicture", await Refusal(Png[..60], Words));
        Assert.Equal("LogoIsNoPicture", await Refusal(SamplePictures.Jpeg[..^40], Words));
        Assert.Equal("LogoTooLarge", await Refusal([.. Png, .. new byte[StudyLogo.LimitBytes]], Words));
        Assert.Equal("LogoNeedsWords", await Refusal(Png, new LocalText("", "Een lus", "")));
        Assert.Equal("TextTooLong", await Refusal(Png, new LocalText("Une boucle", new string('x', 301))));
        Assert.Equal("LogoMissing", await Refusal(null, Words));
        Assert.Empty(test.Get<FileStore>().Hashes());
    }

    [Fact]
    public async Task A_logo_is_kept_without_what_a_camera_or_a_program_wrote_beside_it()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        static byte[] Segment(byte marker, string words) => [0xff, marker, 0, (byte)(words.Length + 2), .. System.Text.Encoding.Latin1.GetBytes(words)];
        var (jpeg, adobe) = (SamplePictures.Jpeg, Segment(0xee, "Adobe\0d\0\0\0\0\0"));
        byte[] told = [.. jpeg[..2], .. adobe, .. Segment(0xe1, "Exif\0\0Bruxelles"), .. Segment(0xfe, "Marie"), .. Segment(0xed, "Photoshop 3.0\0Marie"), .. jpeg[2..], .. Segment(0xfe, "after the end")];

        Assert.True((await Keep(test, manager, told)).IsDone);
        byte[] bare = [.. jpeg[..2], .. adobe, .. jpeg[2..]];
        Assert.Equal(bare, await Kept(test));

        byte[] text = [0, 0, 0, 12, .. System.Text.Encoding.Latin1.GetBytes("tEXtAuthor\0Marie"), 0, 0, 0, 0];
        Assert.True((await Keep(test, manager, [.. Png[..33], .. text, .. Png[33..]])).IsDone);
        Assert.Equal(Png, await Kept(test));
    }

    [Fact]
    public async Task A_study_in_Dutch_says_in_Dutch_what_its_logo_shows()
    {
        await using var test = await TestStudy.Create();
        var study = new Study("hout", new LocalText("Hout"), "nl");
        await test.Save(study);
        var manager = await test.As(Roles.Manager, study);
        Task<Outcome<Nothing>> Keep(LocalText words) => test.Get<KeepLogo>().Handle(manager, new(Guid.NewGuid(), 1, new MemoryStream(Png), words), TestStudy.Cancellation);

        Assert.Equal("LogoNeedsWords", Assert.Single((await Keep(new LocalText("Une boucle"))).Refusals).Key);
        Assert.True((await Keep(new LocalText("", "Een lus"))).IsDone);
    }

    [Fact]
    public async Task A_logo_that_came_too_late_takes_nobody_elses_file()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        var transcript = (await test.Get<FileStore>().Store(new MemoryStream(Png), "picture", TestStudy.Cancellation)).Value!.Hash;

        Assert.Equal(OutcomeKind.Changed, (await test.Get<KeepLogo>().Handle(manager, new(Guid.NewGuid(), 99, new MemoryStream(Png), Words), TestStudy.Cancellation)).Kind);

        Assert.True(test.Get<FileStore>().Contains(transcript));
    }

    [Fact]
    public async Task Removing_the_logo_is_asked_about_and_says_when_it_comes_too_late()
    {
        await using var site = await TestSite.Create();
        await Keep(site.Study, await site.Study.As(Roles.Manager), Png);
        using var manager = await site.SignIn(Roles.Manager);
        var page = await TestSite.Read(manager, "/studies/wood/settings/look");
        Assert.Contains("<summary>Retirer le logo</summary>", page, StringComparison.Ordinal);
        await Choose(site.Study, await site.Study.As(Roles.Manager), "study", "");

        using var late = await TestSite.PostFrom(manager, page, "/studies/wood/settings/look", "remove-logo");

        Assert.Contains("role=\"alert\"", await TestSite.Read(late), StringComparison.Ordinal);
        Assert.NotEqual("", Assert.Single(await site.Study.All<Study>()).Logo);
    }

    [Fact]
    public async Task The_look_of_the_study_prints_its_logo_in_all_three_formats()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var manager = await test.As(Roles.Manager);
        await Keep(test, manager, Png);
        Assert.Empty((await study.Compose()).Document.Blocks.OfType<BandBlock>());
        await Choose(test, manager, "study", "");

        var composed = await study.Compose();
        var read = DocumentJson.Read(DocumentJson.Write(composed.Document));
        Assert.Equal(Png, Assert.IsType<BandBlock>(read.Blocks[0]).Logo!.Picture.Content.ToArray());
        using var pdf = Rendered.Of(Paper.Of(read), composed.Style);
        Assert.Empty(new PdfStructure(pdf.Pdf).Faults);
        Assert.Empty(new PdfConformance(pdf.Pdf).Faults);
        Assert.Single(pdf.Pdf.GetPage(1).GetImages());
        Assert.Contains("alt=\"Une boucle\"", FicheHtml.Render(read), StringComparison.Ordinal);
        using var docx = new MemoryStream();
        FicheDocx.Write(read, composed.Style, docx);
        docx.Position = 0;
        using var file = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(docx, false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file, TestStudy.Cancellation));
        Assert.Single(file.MainDocumentPart!.ImageParts);
        Assert.DoesNotContain("\"logo\"", System.Text.Encoding.UTF8.GetString(EditionData.Of(read)[0].Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cover_of_a_pack_bears_it()
    {
        var pack = new PackDocument(SampleFicheDetails, [new(SampleFicheDetails, [new HeadingBlock(1, ["Fiche"])])]) { Logo = new Logo(new Picture(Png), "Une boucle"), ContentsTitle = "Sommaire" };
        using var pdf = Rendered.Of(pack);

        Assert.Empty(new PdfStructure(pdf.Pdf).Faults);
        Assert.Single(pdf.Pdf.GetPage(1).GetImages());
    }

    [Fact]
    public async Task Another_look_says_which_reviews_it_voids_and_asks()
    {
        var folder = Directory.CreateTempSubdirectory("consult-looks-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "templates", "fiches"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await File.WriteAllTextAsync(Path.Combine(folder, "short.yaml"), """
            code: short
            basedOn: default
            name: { fr: Court }
            sections: [{ key: one-sentence }, { key: key-messages }, { key: recommendations, heading: { fr: Que faire } }]
            """, TestStudy.Cancellation);
        await using var test = await TestStudy.Create(with: services => services.AddSingleton(new FicheTemplates(folder)));
        var study = await FicheStudy.In(test);
        var manager = await test.As(Roles.Manager);
        await test.Get<SendToReview>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version), TestStudy.Cancellation);

        // Band, logo and licence are nothing that a committee approves; other titles and sections are.
        Assert.True((await Choose(test, manager, "study", "CC BY 4.0")).IsDone);
        Assert.True((await Keep(test, manager, Png)).IsDone);
        var refusal = Assert.Single((await Choose(test, manager, "short", "")).Refusals);
        Assert.Equal(("LookVoidsReviews", nameof(ChooseLookRequest.VoidsReviews), "P01 (fr)"), (refusal.Key, refusal.Field, Assert.Single(refusal.Arguments)));
        Assert.Equal("study", Assert.Single(await test.All<Study>()).FicheLook);
        Assert.True((await Choose(test, manager, "short", "", voids: true)).IsDone);

        // What is void already is not told again.
        Assert.True((await Choose(test, manager, "short", "CC BY 4.0")).IsDone);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<byte[]> Kept(TestStudy test)
    {
        await using var file = test.Get<FileStore>().Open(Assert.Single(await test.All<Study>()).Logo)!;
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, TestStudy.Cancellation);
        return content;
    }

    private static DocumentDetails SampleFicheDetails => new() { Title = "Fiches", Language = "fr", Identifier = Guid.Empty, Date = DateTimeOffset.UnixEpoch };

    private static async Task<int> Version(TestStudy test) => Assert.Single(await test.All<Study>()).Version;

    private static async Task<Outcome<Nothing>> Keep(TestStudy test, StudyAccess manager, byte[]? content, LocalText? words = null) =>
        await test.Get<KeepLogo>().Handle(manager, new(Guid.NewGuid(), await Version(test), content is null ? null : new MemoryStream(content), words ?? Words), TestStudy.Cancellation);

    private static async Task<Outcome<Nothing>> Choose(TestStudy test, StudyAccess manager, string look, string licence, bool voids = false) =>
        await test.Get<ChooseLook>().Handle(manager, new(Guid.NewGuid(), await Version(test), look, "", licence, voids), TestStudy.Cancellation);
}
