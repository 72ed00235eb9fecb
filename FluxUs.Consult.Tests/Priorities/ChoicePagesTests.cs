using System.Net;
using System.Text;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

/// <summary>What people do on the pages of the choice, over HTTP as a browser without script would.</summary>
public class ChoicePagesTests
{
    private const string Home = "/studies/wood", Import = Home + "/priorities/scores/import", Scores = Home + "/priorities/scores", Choice = Home + "/priorities/decision";

    [Fact]
    public async Task A_spreadsheet_is_previewed_and_then_taken()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        var client = await site.SignIn(Roles.Researcher);

        using var shown = await TestSite.Upload(client, Import, "bring-scores", "notes.csv", Encoding.UTF8.GetBytes("code,name,C1,C2\nP01,Offre,3,4\n"));
        var preview = await shown.Content.ReadAsStringAsync(TestStudy.Cancellation);
        using var taken = await TestSite.PostFrom(client, preview, Import, "take-scores");
        using var again = await TestSite.PostFrom(client, preview.Replace(" 3&#xA;", " 1&#xA;", StringComparison.Ordinal), Import, "take-scores");

        Assert.Equal((HttpStatusCode.Found, $"http://localhost{Scores}"), (taken.StatusCode, taken.Headers.Location!.ToString()));
        Assert.Equal([3m, 4m], (await site.Study.All<Score>()).Select(score => score.Value).Order());
        Assert.NotNull(scene);
        // The same act once more is done once only.
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal(2, (await site.Study.All<Score>()).Count);
    }

    [Fact]
    public async Task An_interest_declared_by_mistake_is_taken_back_on_the_page_and_weights_of_nothing_are_said()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (3, 3), (2, 2), (0, 0));
        await scene.Release();
        var client = await site.SignIn(Roles.Committee);
        await TestSite.Post(client, Choice, "choice", ("act", "interest"), ("OfferingId", scene.Offerings[1].Id.ToString()), ("Words", "actionnaire"));
        var declared = Assert.Single(await site.Study.All<DeclaredInterest>()).Id.ToString();

        using var refused = await TestSite.Post(client, Choice, "choice", ("act", "interest-back"), ("InterestId", declared), ("TakenBackReason", ""));
        Assert.Contains("Dites pourquoi la déclaration est retirée", await TestSite.Read(refused), StringComparison.Ordinal);
        using var taken = await TestSite.Post(client, Choice, "choice", ("act", "interest-back"), ("InterestId", declared), ("TakenBackReason", "homonyme"));

        var page = await TestSite.Read(await client.GetAsync(Choice, TestStudy.Cancellation));
        Assert.Contains("Déclarée par erreur", page, StringComparison.Ordinal);
        Assert.Contains("homonyme", page, StringComparison.Ordinal);
        Assert.DoesNotContain("interest-back", page, StringComparison.Ordinal);
        Assert.Contains("Tous les poids essayés sont nuls", await TestSite.Read(await client.GetAsync($"{Home}/priorities?w.C1=0&w.C2=0", TestStudy.Cancellation)), StringComparison.Ordinal);
        Assert.DoesNotContain("Tous les poids essayés sont nuls", await TestSite.Read(await client.GetAsync($"{Home}/priorities?w.C1=0", TestStudy.Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_that_has_grown_old_is_not_taken_and_says_so()
    {
        await using var site = await TestSite.Create();
        await ChoiceScene.Create(site.Study);
        var client = await site.SignIn(Roles.Researcher);
        using var first = await TestSite.Upload(client, Import, "bring-scores", "a.csv", "code,C1\nP01,3\n"u8.ToArray());
        using var second = await TestSite.Upload(client, Import, "bring-scores", "b.csv", "code,C1\nP01,1\n"u8.ToArray());
        using var taken = await TestSite.PostFrom(client, await first.Content.ReadAsStringAsync(TestStudy.Cancellation), Import, "take-scores");

        using var late = await TestSite.PostFrom(client, await second.Content.ReadAsStringAsync(TestStudy.Cancellation), Import, "take-scores");

        Assert.Contains("Vos notes ont changé depuis l’aperçu", await TestSite.Read(late), StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await site.Study.All<Score>()).Value);
    }

    [Fact]
    public async Task Scores_are_released_once_the_manager_says_that_everyone_has_finished()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        await scene.Score(scene.Researcher, (4, 4));
        var client = await site.SignIn(Roles.Manager);

        using var hasty = await TestSite.Post(client, Scores, "release");
        var refused = await TestSite.Read(hasty);
        var wasReleased = (await site.Study.All<Scoring>()).Single().IsReleased;
        using var sure = await TestSite.Post(client, Scores, "release", ("Sure", "yes"));

        Assert.Contains("cochez que chacun a fini", refused, StringComparison.Ordinal);
        // One's own empty cells, and nothing of what others have filled.
        Assert.Contains("10 cases de votre propre grille sont encore vides.", refused, StringComparison.Ordinal);
        Assert.False(wasReleased);
        Assert.Equal(HttpStatusCode.Found, sure.StatusCode);
        Assert.True((await site.Study.All<Scoring>()).Single().IsReleased);
    }

    [Fact]
    public async Task Nobody_is_safe_while_one_without_scores_may_still_come_in()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study, 4);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (0, 0), (3, null));
        await scene.Release();
        var client = await site.SignIn(Roles.Manager);

        var waiting = await TestSite.Read(client, Home + "/priorities");
        await scene.Done(site.Study.Get<SettleScore>().Handle(scene.Manager, new(Guid.NewGuid(), scene.Offerings[3].Id, scene.C2, 0, 0, ScoreConfidence.High, "relevé"), TestStudy.Cancellation));
        var complete = await TestSite.Read(client, Home + "/priorities");

        Assert.Contains("Rien n’est encore sûr", waiting, StringComparison.Ordinal);
        Assert.Contains("D’abord les notes qui manquent à P04", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("sont sûrs", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Rien n’est encore sûr", complete, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_whom_no_score_can_lift_to_the_cut_leaves_the_others_safe()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test, 4);
        await scene.Score(scene.Manager, (4, 4), (4, 4), (0, 0), (0, null));
        await scene.Release();

        var ranking = await scene.Done(test.Get<RankOfferings>().Run(scene.Manager, TestStudy.Cancellation));

        Assert.Equal("P04", Assert.Single(ranking.Incomplete).Code);
        Assert.Empty(ranking.MayStillEnter);
    }

    [Fact]
    public async Task Who_does_not_score_is_told_to_wait_until_the_scores_are_released()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        await scene.Score(scene.Manager, (4, 4));

        foreach (var roles in new[] { Roles.Editor, Roles.Committee })
            Assert.Contains("Les notes ne sont pas encore dévoilées", await TestSite.Read(await site.SignIn(roles), Scores), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranks_in_the_draws_stand_in_a_table_and_in_a_file_and_make_up_every_draw()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (2, 2), (1, 1), (0, 0));
        await scene.Release();
        var client = await site.SignIn(Roles.Committee);

        var page = await TestSite.Read(client, Home + "/priorities");
        var lines = (await client.GetStringAsync(Home + "/priorities/ranks.csv", TestStudy.Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("id=\"rank-shares\"", page, StringComparison.Ordinal);
        Assert.Equal("code,rank_1,rank_2,rank_3,rank_4,rank_5", lines[0]);
        Assert.All(lines[1..], line => Assert.Equal(1, line.Split(',')[1..].Sum(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)), 6));
        var first = (await scene.Done(site.Study.Get<RankOfferings>().Run(scene.Manager, TestStudy.Cancellation))).Offerings[0];
        Assert.Equal(("P01", 1), (first.Code, first.BestRank));
        Assert.InRange(first.WorstRank, 1, 2);
    }

    [Fact]
    public async Task The_home_says_what_waits_of_the_scores_and_tells_nobody_of_another()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        var (researcher, manager) = (await site.SignIn(Roles.Researcher), await site.SignIn(Roles.Manager));
        await scene.Score(scene.Researcher, (4, 4));
        await scene.Score(scene.Manager, (3, 4));

        var before = await TestSite.Read(researcher, Home);
        await scene.Release();
        var (after, mine) = (await TestSite.Read(manager, Home), await TestSite.Read(researcher, Home));

        Assert.Contains("10 cases vides", before, StringComparison.Ordinal);
        Assert.Contains("Arrêter 1 note sur laquelle les voix diffèrent", after, StringComparison.Ordinal);
        Assert.DoesNotContain("cases vides", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("voix diffèrent", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_committee_finds_on_its_page_what_is_asked_of_it()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        var client = await site.SignIn(Roles.Committee);

        var weights = await TestSite.Read(client, Home + "/committee");
        await scene.Score(scene.Manager, (4, 4), (3, 3), (3, 3), (2, 2), (0, 0));
        await scene.Release();
        await scene.Done(site.Study.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));
        var vote = await TestSite.Read(client, Home + "/committee");
        var choice = await TestSite.Read(client, Choice);

        Assert.Contains("href=\"/studies/wood/priorities/weights/mine\"", weights, StringComparison.Ordinal);
        Assert.Contains("Votre vote est attendu", vote, StringComparison.Ordinal);
        Assert.All([weights, vote], page => Assert.DoesNotContain("Rien n’est attendu", page, StringComparison.Ordinal));
        // Whoever has no rail is led back.
        Assert.Contains("href=\"/studies/wood/committee\"", choice, StringComparison.Ordinal);
        Assert.Contains("href=\"/studies/wood/priorities/criteria\"", choice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_decision_shows_what_the_last_one_said_otherwise_and_offers_its_reason()
    {
        await using var site = await TestSite.Create();
        var scene = await ChoiceScene.Create(site.Study);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (2, 2), (1, 1), (0, 0));
        await scene.Release();
        var client = await site.SignIn(Roles.Manager);
        async Task Prepare() => await scene.Done(site.Study.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));
        await Prepare();
        await scene.Done(site.Study.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[4].Id, true, "échelle du flux"), TestStudy.Cancellation));
        await scene.Done(site.Study.Get<FreezeDecision>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, new DateOnly(2026, 11, 24), [scene.Manager.Actor.Id]), TestStudy.Cancellation));
        await Prepare();

        var page = await TestSite.Read(client, Choice);

        Assert.Contains("Décision 1\u00A0: Retenu malgré son rang", page, StringComparison.Ordinal);
        Assert.Contains("value=\"échelle du flux\"", page, StringComparison.Ordinal);
    }
}
