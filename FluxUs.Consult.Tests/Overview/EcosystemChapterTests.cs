using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Overview.Ecosystem.Chapter;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Evidence;
using FluxUs.Consult.Tests.Foundation.Documents.Pdf;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Overview;

public class EcosystemChapterTests
{
    [Theory]
    [InlineData("fr", "L’écosystème en une image", "Plans et projets")]
    [InlineData("nl", "Het ecosysteem in één beeld", "Plannen en projecten")]
    [InlineData("en", "The ecosystem in one picture", "Plans and projects")]
    public async Task It_is_composed_in_the_language_asked_for_whoever_asks(string language, string title, string programmes)
    {
        await using var test = await TestStudy.Create();
        await Fill(test);

        var chapter = (await test.Get<EcosystemChapter>().Compose(await test.As(Roles.Committee), language, TestStudy.Cancellation))!;
        using var printed = Rendered.Of(chapter);

        Assert.Equal((title, language), (chapter.Details.Title, chapter.Details.Language));
        Assert.Null(printed.FirstMissing(title));
        Assert.Null(printed.FirstMissing(programmes));
        var figure = Assert.Single(chapter.Blocks.OfType<FigureBlock>());
        Assert.Contains("P01", figure.Alternative, StringComparison.Ordinal);
        Assert.NotNull(figure.Twin);
    }

    [Fact]
    public async Task What_fewer_than_three_say_is_not_counted_out_and_what_may_not_leave_is_not_counted_at_all()
    {
        await using var test = await TestStudy.Create();
        var (researcher, offering) = await Fill(test);
        var (seed, tag) = (new EvidenceSeed(test), await new EvidenceSeed(test).ATag());
        var role = await seed.ARoleClass("opérateur");
        foreach (var attribution in new Attribution?[] { Attribution.Anonymous, Attribution.RoleOnly, null })
        {
            var text = await seed.AText(researcher, "non, il manque la place", [await seed.AnExpert(role, attribution)], [offering]);
            await Tag(test, researcher, text.Id, offering, tag);
        }

        Assert.DoesNotContain("dépose", await Letters(test), StringComparison.Ordinal);
        var last = await seed.AText(researcher, "non, il manque la place", [await seed.AnExpert(role)], [offering]);
        await Tag(test, researcher, last.Id, offering, tag);

        // Four people say so; one of them has agreed to nothing.
        Assert.Contains("déposeP01Mobilier0−3", await Letters(test), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_without_flows_has_no_chapter()
    {
        await using var test = await TestStudy.Create();

        Assert.Null(await test.Get<EcosystemChapter>().Compose(await test.As(Roles.Manager), "fr", TestStudy.Cancellation));
    }

    [Fact]
    public async Task A_picture_too_high_for_a_page_goes_on_in_another()
    {
        await using var test = await TestStudy.Create();
        await Fill(test);
        await test.Save([.. Enumerable.Range(1, 60).Select(number => new Flow(test.Study.Id, $"flow-{number}", new LocalText($"Flux {number}"), number + 1))]);

        var chapter = (await test.Get<EcosystemChapter>().Compose(await test.As(Roles.Manager), "fr", TestStudy.Cancellation))!;

        var pictures = chapter.Blocks.OfType<FigureBlock>().ToList();
        Assert.True(pictures.Count > 1);
        Assert.All(pictures, picture => Assert.InRange(picture.Drawing!.Height, 1, 700));
    }

    private static async Task<string> Letters(TestStudy test)
    {
        var chapter = (await test.Get<EcosystemChapter>().Compose(await test.As(Roles.Manager), "fr", TestStudy.Cancellation))!;
        using var printed = Rendered.Of(chapter);
        return printed.Letters;
    }

    private static async Task<(StudyAccess Researcher, Offering Offering)> Fill(TestStudy test)
    {
        var access = await test.As(Roles.Researcher);
        var flow = (await test.Get<AddFlow>().Handle(access, new(Guid.NewGuid(), "wood", new LocalText("Bois", "Hout", "Wood"), new("")), TestStudy.Cancellation)).Value;
        var contents = new OfferingContents(new LocalText("Mobilier"), new LocalText(""), OfferingKind.Product, "R4-R5", new(""), [flow]);
        await test.Get<AddOffering>().Handle(access, new(Guid.NewGuid(), "P01", contents, [new("dépose")]), TestStudy.Cancellation);
        await test.Get<AddProgramme>().Handle(access, new(Guid.NewGuid(), "timber", new(
            new LocalText("Bois d’ici"), ProgrammeKind.Programme, new LocalText("Agence"), new LocalText(""), null, 2025, null, "", null, "", "", [flow], [])), TestStudy.Cancellation);
        return (access, Assert.Single(await test.All<Offering>()));
    }

    private static async Task Tag(TestStudy test, StudyAccess access, Guid text, Offering offering, Tag tag)
    {
        var stage = Assert.Single(await test.All<Stage>()).Id;
        var added = await test.Get<AddExcerpt>().Handle(access, new AddExcerptRequest(Guid.NewGuid(), text, 1, 0, 3, new Coding([tag.Id], stage, [offering.Id])), TestStudy.Cancellation);
        Assert.Equal(OutcomeKind.Done, added.Kind);
    }
}
