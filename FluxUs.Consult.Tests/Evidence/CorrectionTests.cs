using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Correction;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Evidence;

public class CorrectionTests
{
    private const string First = "Le stokage, oui. Mais surtout l’assurance.";
    private const string Second = "On nous demande une garantie décennale.";
    private const string Words = First + "\n\n" + Second;

    [Fact]
    public async Task A_segment_is_corrected_by_hand_and_what_was_seen_before_is_what_happens()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher, text) = await Create(test);
        await seed.AnExcerpt(researcher, text, Words.IndexOf("garantie", StringComparison.Ordinal), "garantie décennale".Length, await seed.ATag());
        await seed.AnExcerpt(researcher, text, 3, "stokage".Length, await seed.ATag("storage"));
        var words = new Dictionary<int, string> { [0] = "Le stockage, oui. Mais surtout l’assurance." };

        var preview = await test.Get<PreviewCorrection>().Run(researcher, new(text.Id, 1, words), TestStudy.Cancellation);
        Assert.Equal(1, (await test.All<SourceText>()).Single().CurrentVersion);
        var corrected = await test.Get<CorrectSegments>().Handle(researcher, new(Guid.NewGuid(), text.Id, 1, words, "orthographe"), TestStudy.Cancellation);

        Assert.Equal((1, "stokage"), (preview.Value!.Placed, Assert.Single(preview.Value.ToDecide).Words));
        Assert.Equal(new CorrectedText(2, 1, 1), corrected.Value);
        var version = await test.Get<ConsultDbContext>().Set<SourceTextVersion>().AsNoTracking().Include(one => one.Segments).SingleAsync(one => one.Number == 2, TestStudy.Cancellation);
        Assert.Equal(("Le stockage, oui. Mais surtout l’assurance.\n\n" + Second, "orthographe"), (version.Text, version.Reason));
        Assert.Equal([("Ada", TimeSpan.FromSeconds(5)), ("Ada", TimeSpan.FromSeconds(12))], version.Segments.OrderBy(segment => segment.Order).Select(segment => (segment.Speaker!, segment.From!.Value)));
        Assert.Equal("0=5000 18=8000", version.Segments.Single(segment => segment.Order == 0).Captions);
    }

    [Fact]
    public async Task An_emptied_segment_goes_with_its_blank_line()
    {
        await using var test = await TestStudy.Create();
        var (_, researcher, text) = await Create(test);

        var corrected = await test.Get<CorrectSegments>().Handle(researcher, new(Guid.NewGuid(), text.Id, 1, new Dictionary<int, string> { [0] = " " }, ""), TestStudy.Cancellation);

        Assert.True(corrected.IsDone);
        Assert.Equal(Second, (await test.All<SourceTextVersion>()).Single(version => version.Number == 2).Text);
        Assert.Equal(Second, Assert.Single((await test.Get<OpenDesk>().Run(researcher, new DeskAddress(text.Code, null, null), TestStudy.Cancellation)).Value!.Segments).Text);
    }

    [Fact]
    public async Task What_was_corrected_by_another_meanwhile_is_told()
    {
        await using var test = await TestStudy.Create();
        var (_, researcher, text) = await Create(test);
        var request = new CorrectSegmentsRequest(Guid.NewGuid(), text.Id, 1, new Dictionary<int, string> { [1] = "Autre chose." }, "");

        var same = await test.Get<CorrectSegments>().Handle(researcher, request with { Words = new Dictionary<int, string>() }, TestStudy.Cancellation);
        await test.Get<CorrectSegments>().Handle(researcher, request, TestStudy.Cancellation);
        var late = await test.Get<CorrectSegments>().Handle(researcher, request with { Operation = Guid.NewGuid() }, TestStudy.Cancellation);

        Assert.Equal("NothingCorrected", Assert.Single(same.Refusals).Key);
        Assert.Equal(OutcomeKind.Changed, late.Kind);
    }

    [Fact]
    public async Task An_excerpt_from_the_middle_of_a_turn_walks_back_to_its_second()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher, text) = await Create(test);
        var added = await seed.AnExcerpt(researcher, text, Words.IndexOf("Mais", StringComparison.Ordinal), 13, await seed.ATag());

        var chosen = await test.Get<OpenExcerpt>().Run(researcher, text.Id, added.Number, TestStudy.Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(8), chosen.Value!.Place!.From);
    }

    private static async Task<(EvidenceSeed Seed, StudyAccess Researcher, SourceText Text)> Create(TestStudy test)
    {
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var expert = await seed.AnExpert(await seed.ARoleClass("fédération"));
        var text = await seed.AText(researcher, Words, [expert], [],
        [
            new SegmentDraft(0, First.Length, "Ada", expert.Id, TimeSpan.FromSeconds(5), null, null, null, [new(0, TimeSpan.FromSeconds(5)), new(17, TimeSpan.FromSeconds(8))]),
            new SegmentDraft(First.Length + 2, Second.Length, "Ada", expert.Id, TimeSpan.FromSeconds(12), null, null, null),
        ]);
        return (seed, researcher, text);
    }
}
