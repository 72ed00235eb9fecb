using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FluxUs.Consult.Exchange.Tables;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

public partial class BlindScoresTests
{
    private static readonly string[] Addresses =
    [
        "", "/priorities", "/priorities/scores", "/priorities/scores/P01", "/priorities/criteria", "/priorities/decision", "/priorities/scores.csv", "/priorities/ranking.csv", "/priorities/ranks.csv",
        "/priorities/scores/import", "/offerings", "/offerings/P01", "/committee", "/export",
    ];

    [Fact]
    public async Task Before_the_release_no_page_and_no_download_changes_by_what_another_scores()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        foreach (var roles in new[] { Roles.Manager, Roles.Researcher, Roles.Editor, Roles.Committee })
        {
            var person = await site.SignIn(await site.Study.AddMember(roles));
            var before = await Read(person);
            await scene.Score(scene.Researcher, (4, 3), (2, 1));
            await scene.Score(scene.Manager, (1, 0), (0, 0), (2, null));
            var after = await Read(person);
            await scene.Score(scene.Researcher, (null, null), (null, null));
            await scene.Score(scene.Manager, (null, null), (null, null), (null, null));

            Assert.All(Addresses, address => Assert.Equal(before[address], after[address]));
        }
    }

    [Fact]
    public async Task Before_the_release_no_query_and_no_export_tells_of_another()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Researcher, (4, 3), (2, 1));

        var sheet = await scene.Done(test.Get<OpenScores>().Run(scene.Manager, TestStudy.Cancellation));
        var offering = await scene.Done(test.Get<ReadOfferingScores>().Run(scene.Manager, "P01", TestStudy.Cancellation));
        var ranking = await scene.Done(test.Get<RankOfferings>().Run(scene.Manager, TestStudy.Cancellation));
        using var file = new MemoryStream();
        await scene.Done(test.Get<ExportTables>().Run(scene.Manager, file, TestStudy.Cancellation));

        Assert.All(sheet.Rows.SelectMany(row => row.Cells), cell => Assert.Equal(ScoreCell.Empty, cell));
        Assert.All(offering.Criteria, criterion => Assert.Empty(criterion.Given));
        Assert.Equal(RankingGap.NotReleased, ranking.Gap);
        Assert.Empty(ranking.Material.Spreads);
        using var archive = new ZipArchive(file);
        Assert.Equal(1, LinesOf(archive, "scores.csv"));
        Assert.Equal(1, LinesOf(archive, "ranking.csv"));
        var mine = await scene.Done(test.Get<OpenScores>().Run(scene.Researcher, TestStudy.Cancellation));
        Assert.Equal(4, mine.Rows[0].Cells[0].Value);
    }

    [Fact]
    public async Task After_the_release_everyone_reads_the_scores_and_the_ranking_goes_out()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Researcher, (4, 3), (2, 1));
        await scene.Release();
        using var file = new MemoryStream();
        await scene.Done(test.Get<ExportTables>().Run(scene.Manager, file, TestStudy.Cancellation));

        using var archive = new ZipArchive(file);
        Assert.Equal(3, LinesOf(archive, "ranking.csv"));
        Assert.Equal("code,score,rank,share", TextOf(archive, "ranking.csv").Split('\n')[0]);
        // Each settled cell, and each of the one scorer.
        Assert.Equal(1 + 8, LinesOf(archive, "scores.csv"));
        var committee = await scene.Done(test.Get<OpenScores>().Run(await test.As(Roles.Committee), TestStudy.Cancellation));
        Assert.Equal(3, committee.Rows[0].Cells[1].Value);
    }

    private static string TextOf(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static int LinesOf(ZipArchive archive, string name) => TextOf(archive, name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static async Task<Dictionary<string, string>> Read(HttpClient person)
    {
        var pages = new Dictionary<string, string>();
        foreach (var address in Addresses)
        {
            var answer = await person.GetAsync("/studies/wood" + address, TestStudy.Cancellation);
            // What differs from one look to the next: tokens of forms and ids of operations.
            Assert.True((int)answer.StatusCode < 500, $"{address} answered {answer.StatusCode}");
            pages[address] = $"{answer.StatusCode} {Changing().Replace(await answer.Content.ReadAsStringAsync(TestStudy.Cancellation), "")}";
        }

        return pages;
    }

    [GeneratedRegex("""CfDJ8[A-Za-z0-9_+/=-]+|"traceId":"[^"]*"|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}""")]
    private static partial Regex Changing();
}
