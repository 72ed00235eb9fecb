using FluxUs.Consult.Evidence;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Exchange.Loading.Synthetic;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Exchange;

public class WriteSyntheticStudyTests
{
    [Fact]
    public async Task It_is_so_many_times_the_demonstration_and_as_whole()
    {
        await using var test = await TestStudy.Create();
        var done = new Told();

        var written = await test.Get<WriteSyntheticStudy>().Handle(Actor.Operator, new WriteSyntheticStudyRequest(2, null, done), TestStudy.Cancellation);

        Assert.Equal("demo-x2", written.Value);
        Assert.Equal([1, 2], done.Copies);
        var files = DemonstrationFiles.Shipped;
        Assert.Equal(2 * files.Read<StudyFile>(StudyFile.FileName).Offerings.Count, (await test.All<Offering>()).Count);
        Assert.Equal(2 * files.Read<InterviewsFile>(InterviewLoading.FileName).Interviews.Count, (await test.All<Interview>()).Count);
        Assert.Equal(2 * files.Read<FindingsFile>(FindingLoading.FileName).Findings.Count, (await test.All<Finding>()).Count);
        var texts = (await test.All<SourceTextVersion>()).ToDictionary(version => version.SourceTextId, version => version.Text);
        Assert.All(await test.All<Excerpt>(), excerpt => Assert.Equal(excerpt.Quote, texts[excerpt.SourceTextId].Substring(excerpt.Start, excerpt.Length)));
        Assert.Null(await AuditTrail.FirstBroken(test.Get<ConsultDbContext>(), TestStudy.Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(WriteSyntheticStudy.LargestScale + 1)]
    public async Task Other_sizes_are_refused(int scale)
    {
        await using var test = await TestStudy.Create();

        var written = await test.Get<WriteSyntheticStudy>().Handle(Actor.Operator, new WriteSyntheticStudyRequest(scale, null), TestStudy.Cancellation);

        Assert.Equal("ScaleOutOfRange", Assert.Single(written.Refusals).Key);
    }

    private sealed class Told : IProgress<int>
    {
        public List<int> Copies { get; } = [];

        public void Report(int value) => Copies.Add(value);
    }
}
