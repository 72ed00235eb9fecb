using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Recommendations;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

/// <summary>A study whose fiche of P01 in French could be published: three operators heard, a document read, three findings
/// weighed, three recommendations, an approved quote, and prose in every section that needs some.</summary>
internal sealed class FicheStudy
{
    public static readonly FicheName Name = new("P01", "fr");

    private FicheStudy(TestStudy test, FindingsStudy findings, StudyAccess editor) => (Test, Findings, Editor) = (test, findings, editor);

    public TestStudy Test { get; }
    public FindingsStudy Findings { get; }
    public StudyAccess Editor { get; }
    public Expert Speaker { get; private set; } = null!;
    public Quote Quote { get; private set; } = null!;
    public Guid FicheId { get; private set; }
    public IReadOnlyList<Finding> Claims { get; private set; } = [];

    public static async Task<FicheStudy> In(TestStudy test, Audience audience = Audience.Committee)
    {
        var findings = await FindingsStudy.In(test);
        var study = new FicheStudy(test, findings, await test.As(Roles.Editor));
        study.Speaker = await findings.AnExpert(name: "Ambroise Vandenhaute");
        var said = await findings.Said("On nous demande une garantie décennale sur une porte.", study.Speaker);
        var others = new[] { await findings.Said("Personne n’assure.", await findings.AnExpert()), await findings.Said("Il faut un lieu stable.", await findings.AnExpert()) };
        var read = await findings.Read("Une fiche par lot.");
        var claims = new[]
        {
            await findings.AFinding("Les éléments arrivent sans preuve de performance.", said, others[0], read),
            await findings.AFinding("Les lieux de stockage changent sans cesse.", others[0], others[1]),
            await findings.AFinding("La dépose soignée n’est payée par personne.", said, others[1], read),
        };
        study.Claims = claims;
        foreach (var claim in claims) await findings.Assess(claim);
        foreach (var (statement, claim) in new[] { ("Créer une garantie régionale.", claims[0]), ("Réserver des lieux de stockage.", claims[1]), ("Payer la dépose par un poste séparé.", claims[2]) })
            await study.Measure(statement, claim);
        study.Quote = new Quote(test.Study.Id, "Q-01", said.Id, "On nous demande une garantie décennale sur une porte.", "fr", QuoteForm.Whole);
        study.Quote.Record(Audience.Public, ApprovalState.Approved, null, findings.Researcher.Actor.Id, new DateOnly(2026, 11, 1));
        await test.Save(study.Quote);

        study.FicheId = (await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "fr", audience), TestStudy.Cancellation)).Value;
        foreach (var (claim, index) in claims.Select((claim, index) => (claim, index)))
            await test.Get<ArrangeMessages>().Handle(study.Editor, new(Guid.NewGuid(), Name, MessageAct.Add, null, [claim.Code], $"Message numéro un, puis un autre : {claim.Statement}"), TestStudy.Cancellation);
        await test.Get<ChooseQuotes>().Handle(study.Editor, new(Guid.NewGuid(), Name, ["Q-01"]), TestStudy.Cancellation);
        await study.Write(SectionKeys.OneSentence, "Assurer les éléments réemployés changerait tout.");
        await study.Write(SectionKeys.FlowToday, "La boucle fuit à la pose.");
        await study.Write(SectionKeys.Evidence, "Les éléments arrivent sans preuve. [@finding:K-01]");
        await study.Write("options-rejected", "**Ne rien faire** : la filière reste un essai.");
        await study.Write(SectionKeys.Implementation, "La clause d’abord.");
        await study.Write(SectionKeys.Divergence, "Aucune voix contraire. [@source:E-01]");
        await study.Write("what-would-change", "Entendre un assureur.");
        return study;
    }

    public async Task Write(string section, string text)
    {
        var present = (await Test.All<Consult.Fiches.FicheSection>()).FirstOrDefault(one => one.Key == section && one.FicheId == FicheId);
        var outcome = await Test.Get<WriteSection>().Handle(Editor, new(Guid.NewGuid(), FicheId, section, present?.Text.Revision ?? 0, text), TestStudy.Cancellation);
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Refusals.Select(refusal => refusal.Key)));
        Assert.Equal(AutosaveResult.Saved, outcome.Value.Result);
    }

    public async Task<ComposedFiche> Compose(StudyAccess? access = null, Audience? audience = null)
    {
        var outcome = await Test.Get<ComposeFiche>().Run(access ?? Editor, "P01", "fr", audience, TestStudy.Cancellation);
        return outcome.Value ?? throw new InvalidOperationException($"{outcome.Kind} {string.Join(' ', outcome.Refusals.Select(refusal => refusal.Key))}");
    }

    public async Task<Consult.Fiches.Fiche> Fiche() => (await Test.All<Consult.Fiches.Fiche>()).Single();

    public async Task Measure(string statement, Finding claim) => await Test.Get<WriteRecommendation>().Handle(Editor, new(Guid.NewGuid(), null, 0, statement, "fr",
        new Measure { Instrument = Instrument.LoanOrGuarantee, LeadActor = "Région", Horizon = Horizon.OneToThreeYears, Strength = Strength.Strong },
        [claim.Id], [Findings.Offering.Id]), TestStudy.Cancellation);
}
