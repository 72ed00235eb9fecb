using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Interviews;

public class ThrownTagTests
{
    [Fact]
    public async Task A_thrown_tag_becomes_an_excerpt_of_its_paragraph_and_leaves_the_text()
    {
        await using var scene = await Create();
        await scene.Note("obstacles-double", "[00:21:10] place : 3 déménagements [00:21:31 #storage]\n\nla banque refuse [00:22:51 #funding P01] tout rayonnage");

        var text = await HandOver(scene);

        Assert.Equal("[00:21:10] place : 3 déménagements\n\n[00:22:51] la banque refuse tout rayonnage", text.Words);
        Assert.Equal(
            [("place : 3 déménagements", "storage", 1), ("la banque refuse tout rayonnage", "funding", 1)],
            await Excerpts(scene));
        Assert.Equal([new TimeSpan(0, 21, 10), new TimeSpan(0, 22, 51)], text.Times);
    }

    [Fact]
    public async Task A_mark_alone_belongs_to_what_was_said_before_it()
    {
        await using var scene = await Create();
        await scene.Note("obstacles-double", "La place manque.\n\n[00:05:00 #storage]\n\nAutre chose.");

        var text = await HandOver(scene);

        Assert.Equal("La place manque.\n\nAutre chose.", text.Words);
        Assert.Equal([("La place manque.", "storage", 1)], await Excerpts(scene));
    }

    [Fact]
    public async Task A_mark_where_nothing_was_said_yet_leaves_the_name_of_its_tag_as_the_passage()
    {
        await using var scene = await Create();
        await scene.Note("obstacles-double", "[00:05:00 #storage]");

        Assert.Equal("[00:05:00] place, précarité", (await HandOver(scene)).Words);
        Assert.Equal([("place, précarité", "storage", 1)], await Excerpts(scene));
    }

    [Fact]
    public async Task A_tag_thrown_before_any_time_ran_heads_nothing()
    {
        await using var scene = await Create();
        await scene.Note("obstacles-double", "La place manque. [00:00:00 #storage]");

        Assert.Equal("La place manque.", (await HandOver(scene)).Words);
    }

    [Fact]
    public async Task A_code_that_no_tag_has_stays_text()
    {
        await using var scene = await Create();
        await scene.Note("obstacles-double", "Cher [00:05:00 #price] et rare [#storage].");

        Assert.Equal("Cher [00:05:00 #price] et rare.", (await HandOver(scene)).Words);
        Assert.Equal([("Cher [00:05:00 #price] et rare.", "storage", 1)], await Excerpts(scene));
    }

    [Fact]
    public async Task A_tag_thrown_after_the_hand_over_is_added_without_a_new_version_and_only_once()
    {
        await using var scene = await Create();
        await scene.Note("obstacles-double", "La place manque.");
        await HandOver(scene);
        await scene.Note("obstacles-double", "La place manque. [#storage]", 1);

        await HandOver(scene);
        var again = await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);

        Assert.Equal([("La place manque.", "storage", 1)], await Excerpts(scene));
        Assert.Equal("NothingNewNoted", Assert.Single(again.Refusals).Key);
    }

    [Fact]
    public async Task A_tag_that_was_removed_on_the_desk_does_not_come_back()
    {
        await using var scene = await Create();
        await scene.Note("obstacles-double", "La place manque. [#storage]");
        await HandOver(scene);
        var excerpt = await scene.Test.Get<ConsultDbContext>().Set<Excerpt>().AsNoTracking().Include(one => one.Tags).Include(one => one.Offerings).SingleAsync(TestStudy.Cancellation);
        var removed = await scene.Test.Get<RemoveExcerpt>().Handle(scene.Researcher, new(Guid.NewGuid(), excerpt.Id, ExcerptState.Of(excerpt).Mark), TestStudy.Cancellation);
        Assert.True(removed.IsDone);
        await scene.Note("obstacles-double", "La place manque. [#storage] La banque refuse. [#funding]", 1);

        await HandOver(scene);

        Assert.DoesNotContain(await Excerpts(scene), one => one.Tags == "storage");
        Assert.Contains(await Excerpts(scene), one => one.Tags == "funding");
    }

    private static async Task<InterviewScene> Create()
    {
        var scene = await InterviewScene.Create();
        await scene.Test.Save(
            new Tag(scene.Test.Study.Id, "storage", new("place, précarité"), TagKind.Obstacle, "#a3341f", null, 1),
            new Tag(scene.Test.Study.Id, "funding", new("financement"), TagKind.Obstacle, "#a3341f", null, 2));
        return scene;
    }

    private static async Task<(string Words, IReadOnlyList<TimeSpan?> Times)> HandOver(InterviewScene scene)
    {
        var done = await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);
        Assert.True(done.IsDone, string.Join(", ", done.Refusals.Select(refusal => refusal.Key)));
        var version = await scene.Test.Get<ConsultDbContext>().Set<SourceTextVersion>().AsNoTracking().Include(one => one.Segments)
            .OrderBy(one => one.Number).LastAsync(TestStudy.Cancellation);
        return (version.Text, [.. version.Segments.OrderBy(segment => segment.Order).Select(segment => segment.From)]);
    }

    private static async Task<IReadOnlyList<(string Quote, string Tags, int Offerings)>> Excerpts(InterviewScene scene)
    {
        var tags = (await scene.Test.All<Tag>()).ToDictionary(tag => tag.Id, tag => tag.Code);
        var excerpts = await scene.Test.Get<ConsultDbContext>().Set<Excerpt>().AsNoTracking().Include(excerpt => excerpt.Tags).Include(excerpt => excerpt.Offerings)
            .OrderBy(excerpt => excerpt.Start).ToListAsync(TestStudy.Cancellation);
        return [.. excerpts.Select(excerpt => (excerpt.Quote, string.Join(", ", excerpt.Tags.Select(tag => tags[tag.TagId])), excerpt.Offerings.Count))];
    }
}
