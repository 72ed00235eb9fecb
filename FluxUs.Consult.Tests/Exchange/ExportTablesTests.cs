using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Exchange.Tables;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Evidence;
using FluxUs.Consult.Tests.Priorities;
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
            ["criteria", "editions", "excerpts", "fiches", "findings", "flows", "glossary", "interviews", "offerings", "organisations", "programmes", "quantities", "quotes", "ranking", "recommendation-translations", "recommendations", "references", "scores", "stages", "tags"],
            tables.Keys.Order());
        Assert.Equal(26, tables["offerings"].Count);
        Assert.Equal("hergebruik", Assert.Single(tables["glossary"], row => row["fr"] == "réemploi")["nl"]);
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

        // One architect alone, one anonymous, and two operators among four who were heard; of the one whose consent is over nothing leaves.
        Assert.Equal(["", "", operators.Code, operators.Code], rows.Select(row => row["role_classes"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_consent_in_force_nothing_that_a_person_said_leaves(bool hadAgreed)
    {
        await using var test = await TestStudy.Create();
        var seed = new EvidenceSeed(test);
        var scene = await ChoiceScene.Create(test, offerings: 1);
        var (tag, role) = (await seed.ATag(), await seed.ARoleClass("opérateur"));
        var silent = await seed.AnExpert(role, hadAgreed ? Attribution.Named : null, until: hadAgreed ? new DateOnly(2026, 11, 23) : null);
        var agreeing = await seed.AnExpert(role, Attribution.Anonymous);
        var said = await Say(silent, "Secret de fabrication.", "E-91");
        await Say(agreeing, "Propos libres ici.", "E-92");
        await scene.Done(test.Get<WriteFinding>().Handle(scene.Researcher, new(Guid.NewGuid(), null, 0, "Les lieux manquent.", "fr", [], [said.Id]), TestStudy.Cancellation));
        await scene.Done(test.Get<GiveScore>().Handle(
            scene.Researcher, new(Guid.NewGuid(), scene.Offerings[0].Id, scene.C1, 0, 3, ScoreConfidence.High, "« Secret de fabrication »", [said.Id], []), TestStudy.Cancellation));
        await scene.Release();
        await scene.Done(test.Get<SettleScore>().Handle(
            scene.Manager, new(Guid.NewGuid(), scene.Offerings[0].Id, scene.C1, 1, 3, ScoreConfidence.High, "on s’en tient au secret"), TestStudy.Cancellation));

        var content = new MemoryStream();
        await test.Get<ExportTables>().Run(await test.As(Roles.Manager), content, TestStudy.Cancellation);
        var archive = Read(content);

        Assert.DoesNotContain("secret", string.Join('\n', archive.Values), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("E-91", string.Join('\n', archive.Values), StringComparison.Ordinal);
        // What the team says stays: the finding's wording and the score; and so do the words of whoever agrees.
        Assert.Equal(("Les lieux manquent.", ""), (Rows(archive["findings"])[0]["statement"], Rows(archive["findings"])[0]["for"]));
        Assert.All(Rows(archive["scores"]), row => Assert.Equal(("3", ""), (row["value"], row["rationale"])));
        Assert.Equal("E-92", Assert.Single(Rows(archive["interviews"]))["code"]);
        Assert.Equal("Propos", Assert.Single(Rows(archive["excerpts"]))["quote"]);
        Assert.Equal("Propos", Assert.Single(Rows(archive["quotes"]))["text"]);

        async Task<AddedExcerpt> Say(Expert expert, string words, string code)
        {
            var interview = new Interview(test.Study.Id, code, new DateOnly(2026, 10, 14), "fr");
            interview.BringTogether([expert.Id], [], []);
            var text = new SourceText(test.Study.Id, SourceKind.Transcript, interview.Id, code, "fr");
            text.AddVersion(words, [], scene.Researcher.Actor.Id, DateTime.UnixEpoch, "");
            text.Follow([expert.Id], [], interview.Date);
            await test.Save(interview, text);
            var excerpt = await seed.AnExcerpt(scene.Researcher, text, 0, 6, tag);
            await scene.Done(test.Get<MarkFreeOfNames>().Handle(scene.Researcher, new(Guid.NewGuid(), text.Id, 1), TestStudy.Cancellation));
            var quote = await scene.Done(test.Get<MakeQuote>().Handle(scene.Researcher, new(Guid.NewGuid(), excerpt.Id, words[..6], "fr", QuoteForm.Whole), TestStudy.Cancellation));
            await scene.Done(test.Get<RecordApproval>().Handle(scene.Researcher, new(Guid.NewGuid(), quote, 1, Audience.Team, ApprovalState.Approved, null, null), TestStudy.Cancellation));
            return excerpt;
        }
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
