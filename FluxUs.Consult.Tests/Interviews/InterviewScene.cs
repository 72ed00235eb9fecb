using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Interviews;

/// <summary>A study with an operator X01 who agreed to all, an offering P01 and an interview E-01 along the operator's guide.</summary>
internal sealed class InterviewScene : IAsyncDisposable
{
    public static readonly DateOnly Day = new(2026, 11, 20);

    private InterviewScene(TestStudy test) => Test = test;

    public TestStudy Test { get; }
    public StudyAccess Researcher { get; private set; } = null!;
    public RoleClass Operators { get; private set; } = null!;
    public Expert Expert { get; private set; } = null!;
    public Offering Offering { get; private set; } = null!;
    public Interview Interview { get; private set; } = null!;

    public static async Task<InterviewScene> Create(bool mayTranscribe = true, string guide = "operator", TestStudy? on = null)
    {
        var scene = new InterviewScene(on ?? await TestStudy.Create());
        await scene.Build(mayTranscribe, guide);
        return scene;
    }

    public Expert AnExpert(string code, bool mayTranscribe = true)
    {
        var expert = new Expert(Test.Study.Id, code, Operators.Id);
        Test.Get<IdentitySeal>().Seal(expert, new ExpertIdentity("Yvonne Quaetaert", "", new(""), "", ""));
        expert.Agree(new Consent(expert.Id, "2026-1", new DateOnly(2026, 11, 1), null, Attribution.RoleOnly, true, mayTranscribe, ConsentReuse.ThisStudy));
        return expert;
    }

    public InterviewPlan Plan(params Expert[] experts) =>
        new([.. experts.Select(expert => expert.Id)], [Researcher.Actor.Id], [Offering.Id], Day, "Appel", "fr", "operator");

    public async Task Note(string question, string text, int revision = 0)
    {
        var kept = await Test.Get<KeepInterviewNote>().Handle(
            Researcher, new(Interview.Code, question, new(Guid.NewGuid(), revision, text)), TestStudy.Cancellation);
        Assert.True(kept.IsDone);
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();

    private async Task Build(bool mayTranscribe, string guide)
    {
        Operators = new RoleClass(Test.Study.Id, "operator", new LocalText("opérateur", "operator", "operator"));
        Offering = new Offering(Test.Study.Id, "P01", new LocalText("Éléments démontés"), "R3");
        Expert = AnExpert("X01", mayTranscribe);
        Interview = new Interview(Test.Study.Id, "E-01", Day, "fr");
        Interview.Schedule(Day, "Appel", "fr", guide);
        Interview.BringTogether([Expert.Id], [], [Offering.Id]);
        await Test.Save(Operators, Offering, Expert, Interview, new CodeSequence { StudyId = Test.Study.Id, Prefix = "E-", Last = 1 });
        Researcher = await Test.As(Roles.Researcher);
    }
}
