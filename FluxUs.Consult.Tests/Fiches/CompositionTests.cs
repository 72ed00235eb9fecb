using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public class CompositionTests
{
    [Fact]
    public async Task A_fiche_says_what_its_data_say_and_never_a_name()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);

        var fiche = await study.Compose();
        var text = PlainText.Of(fiche.Document);

        Assert.Equal("P01 · Réemploi d’éléments démontés", fiche.Document.Details.Title);
        Assert.Equal(3, Assert.Single(fiche.Document.Blocks.OfType<MessagesBlock>()).Messages.Length);
        Assert.Equal(["1", "2", "3"], fiche.Document.Blocks.OfType<RecommendationBlock>().Select(block => block.Number));
        Assert.Contains("prêt ou garantie", text, StringComparison.Ordinal);
        Assert.Contains("On nous demande une garantie décennale", text, StringComparison.Ordinal);
        Assert.Contains("responsable d’exploitation, opérateur de réemploi, 2026", text, StringComparison.Ordinal);
        Assert.Contains("citation approuvée", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vandenhaute", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("[@", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_carries_the_codes_of_what_its_findings_rest_on()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);

        var messages = (await study.Compose()).Document.Blocks.OfType<MessagesBlock>().Single().Messages;

        Assert.Equal(["E-01", "E-02", "D-04"], messages[0].Basis);
        Assert.Equal(["E-02", "E-03"], messages[1].Basis);
    }

    [Fact]
    public async Task Words_that_are_not_released_are_nowhere_in_a_draft_either()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test, Audience.Public);
        await test.Change<Quote>(quote => quote.Record(Audience.Public, ApprovalState.Asked, null, Guid.NewGuid(), new DateOnly(2026, 11, 2)));
        await study.Write(SectionKeys.Divergence, "Elle le dit : [@quote:Q-01]");

        var text = PlainText.Of((await study.Compose()).Document);

        Assert.DoesNotContain("garantie décennale", text, StringComparison.Ordinal);
        Assert.Contains("pas encore approuvée", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_without_a_consent_that_holds_is_neither_cited_nor_counted()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await test.Change<Consent>(consent => consent.Withdraw(new DateOnly(2026, 11, 1)), consent => consent.ExpertId == study.Speaker.Id);

        var fiche = await study.Compose();

        Assert.Equal(1, fiche.Material.Finding("K-01")!.Row.Support.PeopleFor);
        Assert.DoesNotContain("E-01", PlainText.Of(fiche.Document), StringComparison.Ordinal);
        Assert.DoesNotContain("garantie décennale", PlainText.Of(fiche.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_of_a_role_hide_behind_a_code_of_this_fiche_alone()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var alone = await study.Findings.AnExpert(study.Findings.Architects);
        await study.Findings.AFinding("L’architecte renonce.", await study.Findings.Said("Je renonce.", alone));

        var sources = (await study.Compose()).Material.Sources;

        Assert.Contains(sources, source => source.Label is { Code: "A-1", Text: "expert·e" });
    }

    [Fact]
    public async Task Figures_that_disagree_stand_side_by_side_with_year_and_source()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        foreach (var (value, year) in new[] { (200_000m, 2019), (180_000m, 2021) })
        {
            var quantity = new Quantity(test.Study.Id, "waste", new LocalText("Déchets"), value, new LocalText("t"), year);
            quantity.ComesFrom(null, "Bilan régional", "p. 3");
            await test.Save(quantity);
        }

        await study.Write(SectionKeys.FlowToday, "On compte [@number:waste].");

        var text = PlainText.Of((await study.Compose()).Document);
        Assert.Contains("200\u202F000\u00A0t (2019, Bilan régional), ou 180\u202F000\u00A0t (2021, Bilan régional)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_material_gives_the_same_document_in_both_its_renderings()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);

        var (first, second) = (await study.Compose(), await study.Compose());

        Assert.Equal(DocumentJson.Write(first.Document), DocumentJson.Write(second.Document));
        Assert.Equal(DocumentJson.Write(first.Document), DocumentJson.Write(DocumentJson.Read(DocumentJson.Write(first.Document))));
    }

    [Fact]
    public async Task The_committee_reads_nothing_before_review()
    {
        await using var test = await TestStudy.Create();
        await FicheStudy.In(test);

        var outcome = await test.Get<Consult.Fiches.Composition.ComposeFiche>().Run(await test.As(Roles.Committee), "P01", "fr", null, TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
    }

    [Fact]
    public void A_broken_template_says_file_line_and_reason()
    {
        var (template, problem) = TemplateReader.Read("code: default\nsections: [{ key: a, number: 1, page: 1, kind: Prose, heading: { fr: A } }]\nname: { fr: Fiche }\nlimits: { bodyWords: beaucoup }\n", "default.yaml");

        Assert.Null(template);
        Assert.Equal(("default.yaml", 4L, "TemplateNumberExpected"), (problem!.FileName, problem.Line, problem.Key));
    }

    [Fact]
    public void The_template_that_is_shipped_is_read_whole()
    {
        var templates = new FicheTemplates(Path.Combine(AppContext.BaseDirectory, "templates", "fiches"));

        Assert.Empty(templates.Problems);
        var template = templates.Find(FicheTemplates.Default)!;
        Assert.Equal(1500, template.Limits.BodyWords);
        Assert.Equal(13, template.Sections.Count);
        Assert.DoesNotContain(template.Printed, section => section.Key == "why");
    }
}
