using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public sealed class TemplateTests
{
    private const string Base = """
        code: plain
        name: { fr: Simple }
        limits: { bodyWords: 1500, pages: 4, keyMessages: { minimum: 3, maximum: 5 }, recommendations: { minimum: 3, maximum: 6 }, findings: { minimum: 3, maximum: 6 }, quotes: { minimum: 0, maximum: 2 } }
        sections:
          - { key: one-sentence, number: 1, page: 1, kind: Prose, heading: { fr: En une phrase } }
          - { key: sources, number: 2, page: 2, kind: Data, heading: { fr: Sources } }
        pageStyle: { marginSide: 54, colours: { brand: "#0b5a5e" } }
        """;

    [Fact]
    public void A_template_based_on_another_says_only_what_differs()
    {
        var (template, problem) = Read("""
            code: own
            basedOn: plain
            name: { fr: La nôtre }
            sections:
              - { key: sources, heading: { fr: D’où cela vient } }
              - { key: one-sentence }
            pageStyle: { marginTop: 20 }
            studyColour: true
            """);

        Assert.Null(problem);
        Assert.Equal(["D’où cela vient", "En une phrase"], template!.Sections.Select(section => section.Heading.French));
        Assert.Equal((1500, 54, 20), (template.Limits.BodyWords, template.Style.MarginSide, template.Style.MarginTop));
        Assert.Equal(("#123456", "#0b5a5e"), (template.StyleFor("#123456").Colours.Headings, template.StyleFor("").Colours.Brand));
    }

    [Theory]
    [InlineData("code: own\nbasedOn: nothing\n", 2, "TemplateBaseUnknown")]
    [InlineData("code: own\nbasedOn: plain\npageStyle:\n  marginTopp: 20\n", 4, "TemplateFieldUnknown")]
    [InlineData("code: own\nbasedOn: plain\npageStyle:\n  prose: Papyrus\n", 4, "TemplateTypefaceUnknown")]
    [InlineData("code: own\nbasedOn: plain\nband: yes\n", 3, "TemplateFlagExpected")]
    public void What_is_wrong_is_told_with_its_line(string text, long line, string key)
    {
        var (template, problem) = Read(text);

        Assert.Null(template);
        Assert.Equal((line, key), (problem!.Line, problem.Key));
    }

    [Fact]
    public async Task A_manager_chooses_how_the_fiches_of_a_study_look()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        Task<Consult.Foundation.Data.Outcome<Consult.Foundation.Data.Nothing>> Choose(string look, string colour) =>
            test.Get<ChooseLook>().Handle(manager, new(Guid.NewGuid(), test.Study.Version, look, colour, "CC BY 4.0"), TestStudy.Cancellation);

        Assert.Equal("ColourTooPale", Assert.Single((await Choose("study", "#ffee00")).Refusals).Key);
        Assert.Equal("LookUnknown", Assert.Single((await Choose("none", "")).Refusals).Key);
        Assert.True((await Choose("study", "#1F4E79")).IsDone);

        var look = (await test.Get<ReadLook>().Run(manager, TestStudy.Cancellation)).Value!;
        Assert.Equal(("study", "#1f4e79", "CC BY 4.0"), (look.Look, look.Colour, look.Licence));
    }

    private static (FicheTemplate? Template, TemplateProblem? Problem) Read(string text) => TemplateReader.Read(text, "own.yaml", code => code == "plain" ? Base : null);
}
