using System.Text.Json;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Operations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Operations;

public class CommandLineTests
{
    private const string Book = "@book{martin2020, title = {Le bois}, author = {Martin, Anne}, year = 2020}\n@book{empty2021, year = 2021}\n";

    [Fact]
    public async Task Without_a_command_that_is_known_it_says_so()
    {
        await using var test = await TestStudy.Create();

        var (code, output, error) = await Run(test, "nothing");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("nothing", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_a_result()
    {
        await using var test = await TestStudy.Create();

        var (code, output, error) = await Run(test, "--help");

        Assert.Equal((0, ""), (code, error));
        Assert.All(["demo", "import", "export", "user"], command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_study_is_refused_in_one_line()
    {
        await using var test = await TestStudy.Create();

        var (code, output, error) = await Run(test, "export", "csl", "--study", "none", "--out", Path.Combine(test.Root, "x.json"));

        Assert.Equal((1, "", "No study has the address “none”.\n"), (code, output, error));
    }

    [Fact]
    public async Task Literature_comes_in_and_what_was_dropped_is_told()
    {
        await using var test = await TestStudy.Create();
        var file = Write(test, "books.bib", Book);

        var tried = await Run(test, "import", file, "--study", "wood", "--dry-run");
        Assert.Empty(await test.All<Reference>());
        var (code, output, error) = await Run(test, "import", file, "--study", "wood");

        Assert.Equal((0, 0, ""), (tried.Code, code, error));
        Assert.Contains("martin2020: Le bois", output, StringComparison.Ordinal);
        Assert.Contains("empty2021", output, StringComparison.Ordinal);
        Assert.Contains(await test.All<Reference>(), reference => reference.CitationKey == "martin2020");
    }

    [Fact]
    public async Task A_transcript_needs_its_interview()
    {
        await using var test = await TestStudy.Create();
        var roleClass = new RoleClass(test.Study.Id, "operator", new("opérateur"));
        var expert = new Expert(test.Study.Id, "X01", roleClass.Id);
        test.Get<IdentitySeal>().Seal(expert, new ExpertIdentity("Yvonne Quaetaert", "", new(""), "", ""));
        expert.Agree(new Consent(expert.Id, "2026-1", new DateOnly(2026, 1, 1), null, Attribution.RoleOnly, true, true, ConsentReuse.ThisStudy));
        var interview = new Interview(test.Study.Id, "E-01", new DateOnly(2026, 11, 1), "fr");
        interview.BringTogether([expert.Id], [], []);
        await test.Save(roleClass);
        await test.Save(expert);
        await test.Save(interview);
        var file = Write(test, "talk.vtt", "WEBVTT\n\n00:00.000 --> 00:04.000\n<v X01>Le bois part.\n");

        var without = await Run(test, "import", file, "--study", "wood");
        var elsewhere = await Run(test, "import", file, "--study", "wood", "--interview", "E-99");
        var with = await Run(test, "import", file, "--study", "wood", "--interview", "E-01");

        Assert.Equal((1, 1, 0), (without.Code, elsewhere.Code, with.Code));
        Assert.StartsWith("talk.vtt: ", without.Error, StringComparison.Ordinal);
        Assert.Contains("X01: X01", with.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_leaves_the_others_in_and_the_code_says_so()
    {
        await using var test = await TestStudy.Create();

        var (code, output, error) = await Run(test, "import", Write(test, "books.bib", Book), Path.Combine(test.Root, "gone.bib"), "--study", "wood");

        Assert.Equal(1, code);
        Assert.Contains("martin2020", output, StringComparison.Ordinal);
        Assert.Contains("gone.bib", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_whole_or_leaves_what_was_there()
    {
        await using var test = await TestStudy.Create();
        await Run(test, "import", Write(test, "books.bib", Book), "--study", "wood");
        var target = Write(test, "references.json", "before");

        var refused = await Run(test, "export", "csl", "--study", "none", "--out", target);
        Assert.Equal((1, "before"), (refused.Code, await File.ReadAllTextAsync(target, TestStudy.Cancellation)));
        var (code, output, error) = await Run(test, "export", "csl", "--study", "wood", "--out", target);

        Assert.Equal((0, target + "\n", ""), (code, output, error));
        using var items = JsonDocument.Parse(await File.ReadAllTextAsync(target, TestStudy.Cancellation));
        Assert.Equal("martin2020", items.RootElement[0].GetProperty("id").GetString());
        Assert.Empty(Directory.GetFiles(test.Root, "*.unfinished"));
    }

    [Fact]
    public async Task Tables_under_another_name_than_zip_are_said_to_be_an_archive()
    {
        await using var test = await TestStudy.Create();
        var (named, other) = (Path.Combine(test.Root, "x.zip"), Path.Combine(test.Root, "x.csv"));

        var asZip = await Run(test, "export", "csv", "--study", "wood", "--out", named);
        var asOther = await Run(test, "export", "csv", "--study", "wood", "--out", other);

        Assert.Equal((0, ""), (asZip.Code, asZip.Error));
        Assert.Equal((0, other + "\n"), (asOther.Code, asOther.Output));
        Assert.Contains(other, asOther.Error, StringComparison.Ordinal);
        Assert.Contains("ZIP", asOther.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fiche_of_what_the_study_does_not_have_is_refused_by_its_code()
    {
        await using var test = await TestStudy.Create();

        var published = await Run(test, "fiche", "P99", "--study", "wood", "--lang", "fr", "--out", Path.Combine(test.Root, "x.pdf"));
        var draft = await Run(test, "fiche", "P99", "--study", "wood", "--lang", "fr", "--draft", "--out", Path.Combine(test.Root, "x.pdf"));

        Assert.Equal((1, 1), (published.Code, draft.Code));
        Assert.All([published.Error, draft.Error], error => Assert.Contains("P99", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_refused_with_its_name()
    {
        await using var test = await TestStudy.Create();
        var target = Path.Combine(test.Root, "no", "such", "folder", "x.zip");

        var (code, _, error) = await Run(test, "export", "csv", "--study", "wood", "--out", target);

        Assert.Equal(1, code);
        Assert.Contains(target, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fiche", "P01", "--study", "wood", "--lang", "de", "--out", "x.pdf")]
    [InlineData("fiche", "P01", "--study", "wood", "--lang", "fr", "--out", "x.txt")]
    [InlineData("pack", "--study", "wood", "--lang", "fr", "--out", "x.html")]
    [InlineData("export", "xlsx", "--study", "wood", "--out", "x.zip")]
    [InlineData("demo", "--scale", "many")]
    public async Task Wrong_usage_changes_nothing(params string[] args)
    {
        await using var test = await TestStudy.Create();

        var (code, output, error) = await Run(test, args);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_fiche_that_was_never_published_is_refused()
    {
        await using var test = await TestStudy.Create();
        var target = Path.Combine(test.Root, "x.pdf");

        var fiche = await Run(test, "fiche", "P01", "--study", "wood", "--lang", "fr", "--out", target);
        var pack = await Run(test, "pack", "--study", "wood", "--lang", "fr", "--out", target);

        Assert.Equal((1, 1), (fiche.Code, pack.Code));
        Assert.False(File.Exists(target));
    }

    private static string Write(TestStudy test, string name, string content)
    {
        var path = Path.Combine(test.Root, name);
        File.WriteAllText(path, content);
        return path;
    }

    internal static async Task<(int Code, string Output, string Error)> Run(TestStudy test, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.Run(test.Services, args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
