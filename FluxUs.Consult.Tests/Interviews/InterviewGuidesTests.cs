using FluxUs.Consult.Interviews;

namespace FluxUs.Consult.Tests.Interviews;

public class InterviewGuidesTests
{
    private const string Good = """
        code: short
        version: "1"
        durationMinutes: 20
        name: { fr: "Court", nl: "Kort", en: "Short" }
        roleClasses: [operator]
        sections:
          - key: one
            title: { fr: "un" }
            questions:
              - code: first
                text: { fr: "Pourquoi ?", nl: "Waarom?", en: "Why?" }
                prompts: { fr: "Relancer." }
        """;

    [Fact]
    public void The_guides_that_come_with_the_program_are_read_without_a_problem()
    {
        var guides = new InterviewGuides(Path.Combine(AppContext.BaseDirectory, "templates", "guides"));

        Assert.Empty(guides.Problems);
        Assert.Equal(["administration", "financier", "operator"], guides.All.Select(guide => guide.Code));
        Assert.Equal(9, guides.Find("operator")!.Questions.Count());
    }

    [Fact]
    public void A_guide_is_read_in_its_order()
    {
        var (guide, problem) = GuideReader.Read(Good, "short.yaml");

        Assert.Null(problem);
        Assert.Equal("Waarom?", guide!.Sections[0].Questions[0].Text.Dutch);
        Assert.Equal(20, guide.DurationMinutes);
    }

    [Theory]
    [InlineData("code: short", "code: other", 1, "GuideCodeIsFileName")]
    [InlineData("name: {", "name: [", 4, "GuideUnreadable")]
    [InlineData("durationMinutes: 20", "durationMinutes: un peu", 3, "GuideNumberExpected")]
    [InlineData("- code: first", "- code: \"Erste Frage\"", 10, "GuideQuestionCode")]
    [InlineData("text: { fr: \"Pourquoi ?\", nl: \"Waarom?\", en: \"Why?\" }", "text: {}", 11, "GuideLanguagesExpected")]
    [InlineData("text: {", "texte: {", 10, "GuideFieldMissing")]
    public void What_is_wrong_is_told_with_its_line(string good, string bad, long line, string key)
    {
        var (guide, problem) = GuideReader.Read(Good.Replace(good, bad, StringComparison.Ordinal), "short.yaml");

        Assert.Null(guide);
        Assert.Equal(("short.yaml", line, key), (problem!.FileName, problem.Line, problem.Key));
    }

    [Fact]
    public void A_broken_file_leaves_the_others_in_use()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "short.yaml"), Good);
        File.WriteAllText(Path.Combine(folder.Path, "broken.yaml"), "\t- :");

        var guides = new InterviewGuides(folder.Path);

        Assert.Equal("short", Assert.Single(guides.All).Code);
        Assert.Equal("broken.yaml", Assert.Single(guides.Problems).FileName);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("consult-guides-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
