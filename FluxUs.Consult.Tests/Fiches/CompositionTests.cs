using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
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
    public async Task Who_was_heard_counts_those_alone_who_may_be_counted()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var anonymous = await study.Findings.AnExpert(attribution: Attribution.Anonymous);
        await study.Findings.Said("Je ne veux pas être reconnu.", anonymous);
        await study.Findings.Said("Je n’ai rien signé.", await study.Findings.AnExpert(attribution: null));

        var method = (await study.Compose()).Material.Method;
        Assert.Equal((4, 4), (method.People, method.Conversations));
        Assert.Equal([("opérateur de réemploi", 3)], method.RoleClasses);
        Assert.Equal(1, method.OtherPeople);
        Assert.Equal(5, (await study.Compose(audience: Audience.Team)).Material.Method.People);

        // Two of the three who agreed are left: with the anonymous one and the one who signed nothing four were heard, and those two are told.
        await test.Change<Consent>(consent => consent.Withdraw(new DateOnly(2026, 11, 1)), consent => consent.ExpertId == study.Speaker.Id);
        method = (await study.Compose()).Material.Method;
        Assert.Equal((3, 3, 1), (method.People, method.Conversations, method.OtherPeople));
        Assert.Equal([("opérateur de réemploi", 2)], method.RoleClasses);
    }

    [Fact]
    public async Task What_was_heard_and_read_counts_every_source_that_is_cited_and_says_when_some_are_not()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        Assert.DoesNotContain("sources citées", PlainText.Of((await study.Compose()).Document), StringComparison.Ordinal);

        // Cited by a message, though neither the text nor the excerpt is on this offering.
        var finding = await study.Findings.AFinding("Ailleurs aussi.", await study.Findings.SaidElsewhere("Ailleurs aussi.", await study.Findings.AnExpert()));
        await test.Get<ArrangeMessages>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, MessageAct.Add, null, [finding.Code]), TestStudy.Cancellation);
        // Read on it, and not cited.
        await study.Findings.Read("Un autre document.");

        var composed = await study.Compose();
        var text = PlainText.Of(composed.Document).Replace('\u00A0', ' ');
        Assert.Equal((4, 4, 2), (composed.Material.Method.People, composed.Material.Method.Conversations, composed.Material.Method.Documents));
        Assert.Contains("4 entretiens, 4 personnes", text, StringComparison.Ordinal);
        Assert.Contains("2 documents (sources citées : 1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_words_is_not_printed_as_a_bare_number()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);

        await test.Get<ArrangeMessages>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, MessageAct.Add, null, []), TestStudy.Cancellation);

        Assert.Equal(3, Assert.Single((await study.Compose()).Document.Blocks.OfType<MessagesBlock>()).Messages.Length);
    }

    [Fact]
    public async Task A_file_of_an_offering_that_is_not_there_is_refused_by_its_name()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        Task<Outcome<Consult.Fiches.Editions.RenderedFile>> File(bool? draft) => test.Get<Consult.Fiches.Editions.RenderFiche>().Run(study.Editor, new("P99", "fr", draft, Consult.Fiches.Editions.FicheFormat.Pdf), TestStudy.Cancellation);

        foreach (var draft in new[] { true, false })
        {
            var refusal = Assert.Single((await File(draft)).Refusals);
            Assert.Equal(("OfferingUnknown", "P99"), (refusal.Key, refusal.Arguments[0]));
        }

        Assert.Equal(OutcomeKind.NotFound, (await File(null)).Kind);
    }

    [Fact]
    public async Task A_stage_counts_no_voice_that_may_not_be_counted()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var tag = new Tag(test.Study.Id, "cost", new LocalText("coût"), TagKind.Obstacle, "#a3341f", null, 1);
        await test.Save(tag);
        var stage = (await test.All<Stage>()).First().Id;
        foreach (var expert in new[] { await study.Findings.AnExpert(), await study.Findings.AnExpert(attribution: null) })
        {
            var said = await study.Findings.Said("C’est trop cher.", expert);
            await test.Change<Excerpt>(excerpt => { excerpt.TagWith([tag.Id]); excerpt.PointAtStage(stage); }, excerpt => excerpt.Id == said.Id);
        }

        Assert.Equal(1, (await study.Compose()).Material.Stages.Sum(one => one.Obstacles));
        Assert.Equal(2, (await study.Compose(audience: Audience.Team)).Material.Stages.Sum(one => one.Obstacles));
    }

    [Fact]
    public async Task A_code_leads_to_a_text_that_may_hold_names_for_those_alone_who_may_read_it()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var material = (await study.Compose()).Material;
        var text = (await test.All<SourceText>()).Single(text => text.Code == "E-01");
        string Leads(FicheMaterial material, StudyAccess access) => FicheAddresses.Of(material, "/studies/wood", "/here", access)("E-01")!;

        Assert.Contains(text.Id.ToString(), Leads(material, study.Findings.Researcher), StringComparison.Ordinal);
        Assert.Contains(text.Id.ToString(), Leads(material, await test.As(Roles.Manager)), StringComparison.Ordinal);
        Assert.Equal("/here#E-01", Leads(material, study.Editor));
        Assert.Equal("/here#E-01", Leads(material, await test.As(Roles.Committee)));

        await test.Get<MarkFreeOfNames>().Handle(study.Findings.Researcher, new(Guid.NewGuid(), text.Id, 1), TestStudy.Cancellation);
        material = (await study.Compose()).Material;
        Assert.Contains(text.Id.ToString(), Leads(material, study.Editor), StringComparison.Ordinal);
        Assert.Equal("/here#E-01", Leads(material, await test.As(Roles.Committee)));
    }

    [Fact]
    public async Task What_a_message_points_at_is_a_use_of_the_finding()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var finding = await study.Findings.AFinding("Un lieu manque.", await study.Findings.Said("Un lieu manque.", study.Speaker));
        await test.Get<ArrangeMessages>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, MessageAct.Add, null, [], $"Un lieu, voir [@finding:{finding.Code}]."), TestStudy.Cancellation);

        Assert.Equal("fiches/P01/fr", Assert.Single(await test.Get<FicheFindings>().UsesOf(study.Editor, [finding.Id], TestStudy.Cancellation)).Address);
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
    public async Task People_of_whom_the_same_may_be_told_share_a_line_of_the_sources()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var claim = await study.Findings.AFinding("On renonce.", await study.Findings.Said("Je renonce.", await study.Findings.AnExpert(study.Findings.Architects)), await study.Findings.Said("Moi aussi.", await study.Findings.AnExpert(study.Findings.Architects)));
        await study.Write(SectionKeys.Divergence, $"Tous renoncent. [@finding:{claim.Code}]");

        var document = (await study.Compose()).Document;

        var line = document.Blocks.OfType<EvidenceBlock>().Last().Entries.Single(entry => entry.Code == "A-1");
        Assert.Equal(("A-1", "A-2", "A-1, A-2"), (line.Anchor, line.Aliases.Single(), line.Codes()));
        var table = Encoding.UTF8.GetString(EditionData.Of(document)[1].Content.Span).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row[1..^1].Split("\",\"")).ToList();
        var rests = table.SelectMany(row => row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        Assert.Subset(rests.ToHashSet(), new HashSet<string>(["A-1", "A-2"]));
        Assert.Subset(table.Select(row => row[0]).ToHashSet(), rests.ToHashSet());
    }

    [Fact]
    public async Task What_belongs_to_page_2_begins_it_and_page_1_ends_with_the_flow()
    {
        await using var test = await TestStudy.Create();
        var document = (await (await FicheStudy.In(test)).Compose()).Document;

        Assert.Equal(FicheComposition.FirstPageEnd, document.FirstPageEnd);
        Assert.Equal([SectionKeys.Evidence, SectionKeys.Method], document.Blocks.OfType<HeadingBlock>().Where(heading => heading.LeastShare is not null).Select(heading => heading.Anchor));
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
        var (template, problem) = TemplateReader.Read("code: default\nsections: [{ key: a, number: 1, page: 1, kind: Prose, heading: { fr: A } }]\nname: { fr: Fiche }\nlimits: { bodyWords: beaucoup }\n", "default.yaml", _ => null);

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
        Assert.DoesNotContain(template.Printed(new HashSet<string>()), section => section.Key == "why");
    }
}
