using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Overview;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Recommendations;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

/// <summary>In a small sector a role is a name: whoever may not read identities is told a class of role only where three people of the
/// study share it and the person agreed to be told by it, on every page. Three operators were heard, and one architect.</summary>
public class SmallCellTests
{
    [Fact]
    public async Task A_finding_tells_an_editor_no_role_that_stands_for_one_person()
    {
        await using var test = await TestStudy.Create();
        var (study, architect, operators) = await Heard(test);
        var finding = await study.AFinding("La garantie manque.", [architect, .. operators]);

        var read = await Roles(await test.As(Consult.Studies.Roles.Editor));
        var known = await Roles(study.Researcher);

        Assert.Equal(["", "opérateur de réemploi"], read);
        Assert.Equal(["architecte", "opérateur de réemploi"], known);

        async Task<IEnumerable<string>> Roles(StudyAccess reader) =>
            (await test.Get<ReadFinding>().Run(reader, finding.Code, TestStudy.Cancellation)).Value!.Excerpts.Select(excerpt => excerpt.RoleClass).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_offering_counts_them_among_others_and_only_in_texts_that_the_reader_may_open()
    {
        await using var test = await TestStudy.Create();
        var (study, architect, operators) = await Heard(test);
        var axis = new Tag(test.Study.Id, "insurance", new LocalText("Assurance"), TagKind.Axis, "#a3341f", null, 1);
        var tag = new Tag(test.Study.Id, "refusal", new LocalText("refus"), TagKind.Obstacle, "#a3341f", axis.Id, 2);
        await test.Save(axis, tag);
        await test.Change<Excerpt>(excerpt =>
        {
            excerpt.TagWith([tag.Id]);
            excerpt.PointAtStage(study.Offering.Stages[0].Id);
        });
        var editor = await test.As(Consult.Studies.Roles.Editor);

        var closed = await Read(editor);
        foreach (var excerpt in operators.Prepend(architect).Take(3)) await test.Get<MarkFreeOfNames>().Handle(study.Researcher, new(Guid.NewGuid(), excerpt.SourceTextId, 1), TestStudy.Cancellation);
        var (read, known) = (await Read(editor), await Read(study.Researcher));

        Assert.Empty(closed.Coverage.Rows);
        Assert.Equal([0, 0], closed.Stages.Select(stage => stage.Obstacles));
        Assert.Equal([(CoverageKind.RoleClass, 2), (CoverageKind.OtherPeople, 1), (CoverageKind.Literature, 0)], read.Coverage.Columns.Select(column => (column.Kind, column.Count)));
        Assert.Equal([3, 0], read.Stages.Select(stage => stage.Obstacles));
        Assert.Equal([("architecte", 1), ("opérateur de réemploi", 3), (null, 0)], known.Coverage.Columns.Select(column => (column.Name?.French, column.Count)));
        Assert.Equal([4, 0], known.Stages.Select(stage => stage.Obstacles));

        async Task<OfferingView> Read(StudyAccess reader) => (await test.Get<ReadOffering>().Run(reader, "P01", TestStudy.Cancellation)).Value!;
    }

    [Fact]
    public async Task Excerpts_cannot_be_looked_for_by_a_role_that_is_not_told()
    {
        await using var test = await TestStudy.Create();
        var (study, architect, operators) = await Heard(test);
        foreach (var excerpt in operators.Prepend(architect)) await test.Get<MarkFreeOfNames>().Handle(study.Researcher, new(Guid.NewGuid(), excerpt.SourceTextId, 1), TestStudy.Cancellation);
        var editor = await test.As(Consult.Studies.Roles.Editor);

        Assert.Equal(0, await Found(editor, "architect"));
        Assert.Equal(3, await Found(editor, "operator"));
        Assert.Equal(1, await Found(study.Researcher, "architect"));
        Assert.Equal(["operator"], await Choices(editor));
        Assert.Equal(["architect", "operator"], await Choices(study.Researcher));

        async Task<int> Found(StudyAccess reader, string role) => (await test.Get<ListExcerpts>().Run(reader, new ExcerptFilter(Role: role), 1, TestStudy.Cancellation)).Value!.Found;
        async Task<IEnumerable<string>> Choices(StudyAccess reader) => (await test.Get<ListExcerptChoices>().Run(reader, TestStudy.Cancellation)).Value!.Roles.Select(role => role.Code);
    }

    [Fact]
    public async Task An_interview_tells_an_editor_with_whom_it_was_by_code_alone()
    {
        await using var test = await TestStudy.Create();
        var (study, architect, _) = await Heard(test);
        var interview = new Interview(test.Study.Id, "E-91", new DateOnly(2026, 5, 4), "fr");
        interview.BringTogether([(await test.All<SourceVoice>()).Single(voice => voice.SourceTextId == architect.SourceTextId).ExpertId], [], []);
        await test.Save(interview);
        var editor = await test.As(Consult.Studies.Roles.Editor);

        Assert.Equal("", await Listed(editor) + await Opened(editor));
        Assert.Equal("architecte architecte", $"{await Listed(study.Researcher)} {await Opened(study.Researcher)}");

        async Task<string> Listed(StudyAccess reader) =>
            Assert.Single(Assert.Single((await test.Get<ListInterviews>().Run(reader, new(), TestStudy.Cancellation)).Value!.Rows).Voices).RoleClass.French;
        async Task<string> Opened(StudyAccess reader) =>
            Assert.Single((await test.Get<OpenInterview>().Run(reader, "E-91", TestStudy.Cancellation)).Value!.Voices).RoleClass.French;
    }

    private static async Task<(FindingsStudy Study, Excerpt Architect, List<Excerpt> Operators)> Heard(TestStudy test)
    {
        var study = await FindingsStudy.In(test);
        var architect = await study.Said("Personne n’assure.", await study.AnExpert(study.Architects));
        var operators = new List<Excerpt>();
        for (var one = 0; one < 3; one++) operators.Add(await study.Said("Il faut un lieu stable.", await study.AnExpert(study.Operators)));
        return (study, architect, operators);
    }
}
