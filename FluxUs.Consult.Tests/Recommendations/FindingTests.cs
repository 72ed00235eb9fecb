using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Recommendations;

public class FindingTests
{
    [Fact]
    public async Task Support_counts_people_and_documents_not_mentions()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var (first, second) = (await study.AnExpert(), await study.AnExpert(study.Architects));
        var finding = await study.AFinding("Les éléments arrivent sans preuve.",
            await study.Said("Une fois.", first), await study.Said("Et encore une fois.", first), await study.Said("Moi aussi.", second), await study.Read("Un guide le dit."));
        var against = await study.Said("Pas chez nous.", await study.AnExpert());
        await test.Get<BindExcerpt>().Handle(study.Researcher, new(Guid.NewGuid(), finding.Code, against.Id, IsFor: false), TestStudy.Cancellation);

        var rows = await test.Get<ListFindings>().Run(study.Researcher, new FindingFilter(), TestStudy.Cancellation);

        Assert.Equal(new SupportCount(4, 1, 2, 1, 1, 0, 2), Assert.Single(rows.Value!).Support);
    }

    [Fact]
    public async Task In_a_conversation_of_several_the_segment_says_whose_words_count()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var (first, second) = (await study.AnExpert(), await study.AnExpert(study.Architects));
        var together = await study.AFinding("Tous d’accord.", await study.Said("D’accord.", first, second));

        var rows = await test.Get<ListFindings>().Run(study.Researcher, new FindingFilter(), TestStudy.Cancellation);

        Assert.Equal(2, rows.Value!.Single(row => row.Id == together.Id).Support.PeopleFor);
    }

    [Fact]
    public async Task What_a_finding_lacks_is_said()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var bare = await study.AFinding("Rien ne l’appuie.");
        var single = await study.AFinding("Une voix l’appuie.", await study.Said("Je le dis.", await study.AnExpert()));
        await study.Assess(single);

        var rows = (await test.Get<ListFindings>().Run(study.Researcher, new FindingFilter(), TestStudy.Cancellation)).Value!;

        Assert.Equal([FindingLack.NoExcerpt, FindingLack.NoConfidence], rows.Single(row => row.Id == bare.Id).Lacks);
        Assert.Equal([FindingLack.SingleVoice], rows.Single(row => row.Id == single.Id).Lacks);
        var filtered = await test.Get<ListFindings>().Run(study.Researcher, new FindingFilter(Lack: FindingLack.NoExcerpt), TestStudy.Cancellation);
        Assert.Equal(bare.Id, Assert.Single(filtered.Value!).Id);
    }

    [Fact]
    public async Task The_page_says_what_the_withdrawal_of_a_person_would_leave()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var finding = await study.AFinding("Deux voix.", await study.Said("Un.", await study.AnExpert()), await study.Said("Deux.", await study.AnExpert(study.Architects)));

        var detail = (await test.Get<ReadFinding>().Run(study.Researcher, finding.Code, TestStudy.Cancellation)).Value!;

        Assert.Equal(2, detail.Withdrawals.Count);
        Assert.All(detail.Withdrawals, left => Assert.True(left.SingleVoiceLeft));
        Assert.Equal("E-01", detail.Withdrawals[0].Codes);
    }

    [Fact]
    public async Task An_editor_does_not_read_words_of_a_text_that_is_not_free_of_names()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var finding = await study.AFinding("Une affirmation.", await study.Said("Chez Dupont on fait ainsi.", await study.AnExpert()));

        var asEditor = (await test.Get<ReadFinding>().Run(await test.As(Roles.Editor), finding.Code, TestStudy.Cancellation)).Value!;
        var asResearcher = (await test.Get<ReadFinding>().Run(study.Researcher, finding.Code, TestStudy.Cancellation)).Value!;

        Assert.Null(Assert.Single(asEditor.Excerpts).Text);
        Assert.NotNull(Assert.Single(asResearcher.Excerpts).Text);
    }

    [Fact]
    public async Task A_reading_note_opens_to_an_editor_like_any_other_text_once_it_is_free_of_names()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var read = await study.Read("Une fiche par lot.");
        var editor = await test.As(Roles.Editor);
        async Task<int> Offered() => (await test.Get<FindExcerptsToBind>().Run(editor, null, "", TestStudy.Cancellation)).Value!.Count;

        Assert.Equal(0, await Offered());
        await test.Change<SourceText>(text => text.MarkFreeOfNames(study.Researcher.Actor.Id, test.Time.GetUtcNow().UtcDateTime), text => text.Id == read.SourceTextId);
        Assert.Equal(1, await Offered());
    }

    [Fact]
    public async Task A_finding_that_carries_a_recommendation_is_not_removed()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var finding = await study.AFinding("Une affirmation.");
        var editor = await test.As(Roles.Editor);
        await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), null, 0, "Créer une garantie.", "fr", new Measure(), [finding.Id], [study.Offering.Id]), TestStudy.Cancellation);

        var refused = await test.Get<RemoveFinding>().Handle(editor, new(Guid.NewGuid(), finding.Code, finding.Version), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Refused, refused.Kind);
        Assert.Contains("R-01", (string)refused.Refusals.Single().Arguments[1]);
    }

    [Fact]
    public async Task Two_people_who_change_what_hangs_on_one_finding_do_not_overwrite_each_other()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var finding = await study.AFinding("Une affirmation.");
        var request = new WriteFindingRequest(Guid.NewGuid(), finding.Code, finding.Version, finding.Statement, "fr", [], []);

        var first = await test.Get<WriteFinding>().Handle(study.Researcher, request, TestStudy.Cancellation);
        var second = await test.Get<WriteFinding>().Handle(study.Researcher, request with { Operation = Guid.NewGuid(), OfferingIds = [study.Offering.Id] }, TestStudy.Cancellation);

        Assert.True(first.IsDone);
        Assert.Equal(OutcomeKind.Changed, second.Kind);
    }

    [Fact]
    public async Task A_concern_without_a_reason_is_refused_at_its_field()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var finding = await study.AFinding("Une affirmation.");

        var refused = await test.Get<AssessConfidence>().Handle(study.Researcher,
            new(Guid.NewGuid(), finding.Code, finding.Version, FindingsStudy.Weighed with { AdequacyReason = " " }), TestStudy.Cancellation);

        Assert.Equal("AdequacyReason", Assert.Single(refused.Refusals).Field);
    }

    [Fact]
    public async Task An_excerpt_of_another_study_cannot_be_bound()
    {
        await using var test = await TestStudy.Create();
        var study = await FindingsStudy.In(test);
        var finding = await study.AFinding("Une affirmation.");

        var outcome = await test.Get<BindExcerpt>().Handle(study.Researcher, new(Guid.NewGuid(), finding.Code, Guid.NewGuid(), true), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
    }
}
