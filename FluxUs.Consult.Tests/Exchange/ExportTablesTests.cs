using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Exchange.Tables;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Evidence;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Exchange;

[Collection(LoadedDemonstration.Name)]
public class ExportTablesTests(LoadedDemonstration demonstration)
{
    private readonly TestStudy _test = demonstration.Test;

    [Fact]
    public async Task One_table_a_kind_with_a_row_for_each_thing()
    {
        var tables = await Export();

        Assert.Equal(
            ["criteria", "editions", "excerpts", "fiches", "findings", "flows", "interviews", "offerings", "organisations", "programmes", "quantities", "quotes", "ranking", "recommendation-translations", "recommendations", "references", "scores", "stages", "tags"],
            tables.Keys.Order());
        Assert.Equal(26, tables["offerings"].Count);
        var free = (await _test.All<SourceText>()).Where(text => text.IsFreeOfNames).Select(text => text.Id).ToHashSet();
        Assert.Equal((await _test.All<Excerpt>()).Count(found => free.Contains(found.SourceTextId)), tables["excerpts"].Count);
        var excerpt = Assert.Single(tables["excerpts"], row => row["code"] == "E-12/7");
        Assert.Equal(("E-12", "insurance-refusal", "P01", "operator"), (excerpt["source"], excerpt["tags"], excerpt["offerings"], excerpt["role_classes"]));
    }

    [Fact]
    public async Task Nobody_is_named()
    {
        var everything = string.Join('\n', (await Archive()).Values);
        var experts = DemonstrationFiles.Shipped.Read<ExpertsFile>(ExpertLoading.FileName).Experts;

        Assert.All(experts.SelectMany(expert => new[] { expert.Name, expert.Email, expert.Phone }), identity => Assert.DoesNotContain(identity, everything, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(experts, expert => everything.Contains($"{expert.Code},", StringComparison.Ordinal) || everything.Contains($"{expert.Code};", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_that_may_hold_names_stay_here()
    {
        await using var test = await TestStudy.Create();
        var member = await test.AddMember(Roles.Manager);
        var text = new SourceText(test.Study.Id, SourceKind.ReadingNote, Guid.NewGuid(), "D-01", "fr");
        text.AddVersion("Le secret de Colette.", [], member.Id, DateTime.UnixEpoch, "");
        var excerpt = new Excerpt(test.Study.Id, text.Id, 1, 1, ExcerptSpan.Of("Le secret de Colette.", 0, 9), member.Id, DateTime.UnixEpoch);
        await test.Save(text, excerpt, new Quote(test.Study.Id, "Q-01", excerpt.Id, "Le secret", "fr", QuoteForm.Whole));

        var content = new MemoryStream();
        var outcome = await test.Get<ExportTables>().Run(await test.As(Roles.Editor), content, TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        Assert.DoesNotContain("secret", string.Join('\n', Read(content).Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_exported_only_where_the_label_of_the_text_tells_it()
    {
        await using var test = await TestStudy.Create();
        var seed = new EvidenceSeed(test);
        var researcher = await test.As(Roles.Researcher);
        var (tag, offering) = (await seed.ATag(), await seed.AnOffering());
        var (operators, architects) = (await seed.ARoleClass("opérateur"), await seed.ARoleClass("architecte"));
        var experts = new List<Expert> { await seed.AnExpert(architects), await seed.AnExpert(operators, Attribution.Anonymous), await seed.AnExpert(operators, until: new DateOnly(2026, 11, 1)) };
        for (var more = 0; more < 2; more++) experts.Add(await seed.AnExpert(operators));
        foreach (var expert in experts)
        {
            var text = await seed.AText(researcher, "Il faut un lieu stable.", [expert], [offering]);
            await seed.AnExcerpt(researcher, text, 0, 6, tag);
            await test.Get<MarkFreeOfNames>().Handle(researcher, new(Guid.NewGuid(), text.Id, 1), TestStudy.Cancellation);
        }

        var content = new MemoryStream();
        await test.Get<ExportTables>().Run(await test.As(Roles.Editor), content, TestStudy.Cancellation);
        var rows = Rows(Read(content)["excerpts"]);

        // One architect alone, one anonymous, one whose consent is over, and two operators among four who were heard.
        Assert.Equal(["", "", "", operators.Code, operators.Code], rows.Select(row => row["role_classes"]));
    }

    [Fact]
    public async Task It_asks_who_is_there_before_it_carries_everything_away()
    {
        await using var test = await TestStudy.Create();
        var access = await test.As(Roles.Manager);
        test.Wait(TimeSpan.FromMinutes(11));
        var content = new MemoryStream();

        var outcome = await test.Get<ExportTables>().Run(access, content, TestStudy.Cancellation);

        Assert.Equal("ConfirmFirst", Assert.Single(outcome.Refusals).Key);
        Assert.Equal(0, content.Length);
    }

    private async Task<Dictionary<string, string>> Archive()
    {
        var content = new MemoryStream();
        var outcome = await _test.Get<ExportTables>().Run(await demonstration.Operator(), content, TestStudy.Cancellation);
        Assert.True(outcome.IsDone);
        return Read(content);
    }

    private async Task<Dictionary<string, List<Dictionary<string, string>>>> Export() => (await Archive()).ToDictionary(table => table.Key, table => Rows(table.Value));

    private static List<Dictionary<string, string>> Rows(string table)
    {
        using var csv = new CsvReader(new StringReader(table), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }

    private static Dictionary<string, string> Read(MemoryStream content)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content);
        return archive.Entries.ToDictionary(entry => Path.GetFileNameWithoutExtension(entry.Name), entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
