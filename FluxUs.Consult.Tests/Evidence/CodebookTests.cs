using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Codebook;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

public class CodebookTests
{
    private static TagFields Fields(string name = "refus", string colour = "#a3341f", TagKind kind = TagKind.Obstacle, Guid? parent = null, int? favourite = null) =>
        new(new LocalText(name), new LocalText(""), kind, colour, parent, favourite);

    [Theory]
    [InlineData("#A3341F", "#a3341f")]
    [InlineData(" #17693f ", "#17693f")]
    [InlineData("a3341f", null)]
    [InlineData("#a3341g", null)]
    [InlineData("#:;<=>?", null)]
    [InlineData("#a3341f;}body{display:none}", null)]
    [InlineData("", null)]
    public void A_colour_is_six_digits_and_nothing_else(string typed, string? read) => Assert.Equal(read, TagColour.Read(typed));

    [Theory]
    [InlineData("#a3341f", true)]
    [InlineData("#17693f", true)]
    [InlineData("#ffb81c", false)]
    [InlineData("#ffffff", false)]
    public void A_pale_colour_cannot_be_read(string colour, bool readable) => Assert.Equal(readable, TagColour.IsReadable(colour));

    [Fact]
    public async Task A_locked_codebook_takes_proposals_of_researchers_and_tags_of_the_manager()
    {
        await using var test = await TestStudy.Create();
        var (manager, researcher) = (await test.As(Roles.Manager), await test.As(Roles.Researcher));
        await test.Get<LockCodebook>().Handle(manager, new(Guid.NewGuid(), true), TestStudy.Cancellation);

        var proposed = await test.Get<AddTag>().Handle(researcher, new(Guid.NewGuid(), Fields("refus")), TestStudy.Cancellation);
        var added = await test.Get<AddTag>().Handle(manager, new(Guid.NewGuid(), Fields("exigence")), TestStudy.Cancellation);
        var changed = await test.Get<ChangeTag>().Handle(researcher, new(Guid.NewGuid(), "exigence", 1, Fields("autre")), TestStudy.Cancellation);
        await test.Get<AcceptTag>().Handle(manager, new(Guid.NewGuid(), "refus"), TestStudy.Cancellation);

        Assert.True(proposed.Value!.IsProposed);
        Assert.False(added.Value!.IsProposed);
        Assert.Equal("CodebookIsLocked", Assert.Single(changed.Refusals).Key);
        Assert.All(await test.All<Tag>(), tag => Assert.False(tag.IsProposed));
    }

    [Fact]
    public async Task A_digit_throws_one_tag()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await test.Get<AddTag>().Handle(researcher, new(Guid.NewGuid(), Fields("un", favourite: 1)), TestStudy.Cancellation);
        await test.Get<AddTag>().Handle(researcher, new(Guid.NewGuid(), Fields("deux", favourite: 1)), TestStudy.Cancellation);

        Assert.Equal("deux", Assert.Single(await test.All<Tag>(), tag => tag.Favourite == 1).Code);
    }

    [Fact]
    public async Task Two_tags_of_one_name_have_codes_of_their_own()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var first = await test.Get<AddTag>().Handle(researcher, new(Guid.NewGuid(), Fields("Refus, exigence")), TestStudy.Cancellation);
        var second = await test.Get<AddTag>().Handle(researcher, new(Guid.NewGuid(), Fields("Refus, exigence")), TestStudy.Cancellation);

        Assert.Equal(("refus-exigence", "refus-exigence-2"), (first.Value!.Code, second.Value!.Code));
    }

    [Fact]
    public async Task A_tag_cannot_stand_under_one_below_it()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var axis = await seed.ATag("axis", TagKind.Axis);
        var below = new Tag(test.Study.Id, "below", new LocalText("sous"), TagKind.Axis, "#a3341f", axis.Id, 1);
        await test.Save(below);

        var changed = await test.Get<ChangeTag>().Handle(researcher, new(Guid.NewGuid(), "axis", 1, Fields("axe", kind: TagKind.Axis, parent: below.Id)), TestStudy.Cancellation);

        Assert.Equal("TagUnderItself", Assert.Single(changed.Refusals).Key);
    }

    [Fact]
    public async Task A_used_tag_stays_and_can_be_merged()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var (from, into) = (await seed.ATag("from"), await seed.ATag("into"));
        var text = await seed.AText(researcher, "La place manque, et l’assurance aussi.", [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        await seed.AnExcerpt(researcher, text, 0, 15, from);
        await seed.AnExcerpt(researcher, text, 20, 10, from, into);

        var removed = await test.Get<RemoveTag>().Handle(researcher, new(Guid.NewGuid(), "from", 1), TestStudy.Cancellation);
        var merged = await test.Get<MergeTags>().Handle(researcher, new(Guid.NewGuid(), "from", 1, "into"), TestStudy.Cancellation);

        Assert.Equal("TagIsUsed", Assert.Single(removed.Refusals).Key);
        Assert.Equal(new MergedTags(1, 1), merged.Value);
        Assert.Equal(into.Id, Assert.Single(await test.All<Tag>()).Id);
        Assert.Equal(2, (await test.All<ExcerptTag>()).Count(use => use.TagId == into.Id));
    }

    [Fact]
    public async Task The_second_to_change_a_tag_is_told()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        await seed.ATag("refusal");

        var first = await test.Get<ChangeTag>().Handle(researcher, new(Guid.NewGuid(), "refusal", 1, Fields("un")), TestStudy.Cancellation);
        var second = await test.Get<ChangeTag>().Handle(researcher, new(Guid.NewGuid(), "refusal", 1, Fields("deux")), TestStudy.Cancellation);

        Assert.True(first.IsDone);
        Assert.Equal(OutcomeKind.Changed, second.Kind);
    }
}
