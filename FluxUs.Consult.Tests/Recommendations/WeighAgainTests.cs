using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Overview;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Fiches;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Recommendations;

public class WeighAgainTests
{
    [Fact]
    public async Task A_finding_that_lost_a_voice_by_a_withdrawal_keeps_its_level_and_asks_to_be_weighed_again_until_it_is()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var leaving = await study.AnExpert();
        var finding = await study.AFinding("La garantie manque.", await study.Said("Personne n’assure.", leaving), await study.Said("Il faut un lieu.", await study.AnExpert()));
        var other = await study.AFinding("Les lieux changent.", await study.Said("On déménage.", await study.AnExpert()));
        await study.Assess(finding, ConfidenceLevel.High);
        await study.Assess(other);

        await Withdraw(test, study, leaving);

        var row = Assert.Single((await test.Get<ListFindings>().Run(study.Researcher, new FindingFilter(Lack: FindingLack.ToWeighAgain), TestStudy.Cancellation)).Value!);
        Assert.Equal((finding.Code, ConfidenceLevel.High), (row.Code, row.Level));
        var detail = (await test.Get<ReadFinding>().Run(study.Researcher, finding.Code, TestStudy.Cancellation)).Value!;
        Assert.Equal((test.Time.GetUtcNow().UtcDateTime, EvidenceLoss.Withdrawal), (detail.WeighAgainSince!.Value, detail.WeighAgainWhy!.Value));
        foreach (var role in new[] { Roles.Researcher, Roles.Editor })
        {
            var waiting = Assert.Single((await test.Get<ListWaiting>().Run(await test.As(role), TestStudy.Cancellation)).Value!, line => line.Kind == WaitingKind.FindingsToWeighAgain);
            Assert.Equal((1, $"findings/{finding.Code}", new DateOnly(2026, 11, 24)), (waiting.Count, waiting.Address, waiting.Since!.Value));
        }

        await study.Assess((await test.All<Finding>()).Single(found => found.Id == finding.Id), ConfidenceLevel.Low);

        Assert.Empty((await test.Get<ListFindings>().Run(study.Researcher, new FindingFilter(Lack: FindingLack.ToWeighAgain), TestStudy.Cancellation)).Value!);
        Assert.DoesNotContain((await test.Get<ListWaiting>().Run(study.Researcher, TestStudy.Cancellation)).Value!, line => line.Kind == WaitingKind.FindingsToWeighAgain);
    }

    [Fact]
    public async Task An_excerpt_that_is_taken_off_asks_for_it_too_where_the_finding_was_weighed_with_it()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var (said, alone) = (await study.Said("Personne n’assure.", await study.AnExpert()), await study.Said("On déménage.", await study.AnExpert()));
        var (weighed, unweighed) = (await study.AFinding("La garantie manque.", said, alone), await study.AFinding("Les lieux changent.", alone));
        await study.Assess(weighed);

        await Unbind(weighed, Guid.NewGuid());
        Assert.Null((await Found(weighed)).WeighAgainWhy);
        await Unbind(weighed, said.Id);
        await Unbind(unweighed, alone.Id);

        Assert.Equal(EvidenceLoss.Unbinding, (await Found(weighed)).WeighAgainWhy);
        Assert.Null((await Found(unweighed)).WeighAgainWhy);

        async Task Unbind(Finding finding, Guid excerpt) => await test.Get<UnbindExcerpt>().Handle(study.Researcher, new(Guid.NewGuid(), finding.Code, excerpt), TestStudy.Cancellation);
        async Task<Finding> Found(Finding finding) => (await test.All<Finding>()).Single(found => found.Id == finding.Id);
    }

    [Fact]
    public async Task A_fiche_that_uses_it_warns_its_editor()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var spoken = (await test.All<Excerpt>()).Single(excerpt => excerpt.Quote == "Personne n’assure.");
        await test.Get<UnbindExcerpt>().Handle(study.Editor, new(Guid.NewGuid(), "K-01", spoken.Id), TestStudy.Cancellation);

        var judged = (await test.Get<CheckFiche>().Run(study.Editor, "P01", "fr", TestStudy.Cancellation)).Value!;

        var check = Assert.Single(judged.Checks, check => check.Key == "FindingToWeighAgain");
        Assert.Equal((CheckWeight.Warns, "findings/K-01"), (check.Weight, check.Address));
    }

    [Fact]
    public async Task Before_a_withdrawal_it_is_said_whose_labels_will_tell_less()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var operators = new List<Expert>();
        for (var one = 0; one < 4; one++) operators.Add(await study.AnExpert(study.Operators, one == 3 ? Attribution.Named : Attribution.RoleOnly));
        foreach (var expert in operators.Take(3)) await study.Said("Il faut un lieu stable.", expert);
        await study.Said("Personne n’assure.", await study.AnExpert(study.Architects));

        var told = await Preview(operators[0]);
        await study.Said("Nous aussi.", operators[3]);
        var elsewhere = new Offering(test.Study.Id, "P02", new Consult.Foundation.Data.LocalText("Terres"), "");
        await test.Save(elsewhere);
        await test.Change<SourceText>(text => text.Follow(text.Voices.Select(voice => voice.ExpertId), [elsewhere.Id], text.Date), text => text.Code == "E-05");
        var onOffering = await Preview(operators[0]);

        // Three are heard, then two: of the two who are left both agreed to be told by their role.
        Assert.Equal([(null, 3, 2, "X02, X03")], told);
        // A fourth is heard, on something else: the class is still told, and the function no more on the offering that the three spoke of.
        Assert.Equal([("P01", 3, 2, "X02, X03")], onOffering);

        async Task<List<(string?, int, int, string)>> Preview(Expert expert) =>
            [.. (await test.Get<ReadWithdrawal>().Run(study.Researcher, expert.Code, TestStudy.Cancellation)).Value!.Labels.Select(told => (told.Offering, told.Before, told.After, string.Join(", ", told.Codes)))];
    }

    private static async Task Withdraw(TestStudy test, FindingsStudy study, Expert expert) =>
        Assert.True((await test.Get<WithdrawConsent>().Handle(study.Researcher, new(Guid.NewGuid(), expert.Code, expert.Code), TestStudy.Cancellation)).IsDone);
}
