using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>The whole chain through the interface: what an expert said ends in a PDF in the committee's hands, under a label and
/// never a name.</summary>
public sealed class FromAnInterviewToAFicheTests(Browser browser) : IDisposable
{
    private const string Name = "Hortense Vandeputte";
    private const string Said = "Aucun assureur ne couvre une porte déjà posée trente ans.";
    private const string Measure = "Créer une garantie régionale pour les éléments de réemploi.";
    private const string Reserve = "Le coût de la garantie reste à chiffrer.";
    private const string Answer = "La Région le chiffre avant la décision ; la mesure le demande.";
    private static readonly string[] Sections = ["flow-today", "evidence", "options-rejected", "implementation", "divergence", "what-would-change"];

    private readonly string _folder = Directory.CreateTempSubdirectory("consult-journey-").FullName;

    [Fact]
    public async Task What_an_expert_said_reaches_the_committee_under_a_role_and_never_a_name()
    {
        await using var site = (await TestSite.Create()).Listen();
        await Prepare(site.Study);
        var (researcher, editor, member) = (await site.Study.AddMember(Roles.Researcher), await site.Study.AddMember(Roles.Editor), await site.Study.AddMember(Roles.Committee));

        var research = await Person.SignIn(browser, site, researcher.Email!, "researcher");
        await RecordTheInterview(research);
        await ImportLiterature(research);
        await TagAndQuote(research);

        var writing = await Person.SignIn(browser, site, editor.Email!, "editor");
        await WriteFindingAndMeasure(writing);
        await ComposeTheFiche(writing);

        var committee = await Person.SignIn(browser, site, member.Email!, "committee");
        await committee.GoTo("/studies/wood/committee");
        await committee.Follow("Réemploi de portes");
        await committee.Sees(Measure);
        await committee.Tick("avec réserve");
        await committee.Fill("Reason", Reserve);
        await committee.Press("Donner mon avis");
        await committee.Sees("Changer mon avis");

        // The reserve is answered where it stands, and lifted by who had it.
        await writing.GoTo("/studies/wood/fiches/P01/fr/edit");
        await writing.Follow("1 avis à répondre");
        await writing.Unfold("Répondre à l’avis de");
        await writing.Tick("Expliqué");
        await writing.Fill("Words", Answer);
        await writing.Press("Enregistrer la réponse");
        await writing.Sees("Votre réponse est enregistrée");
        await committee.GoTo("/studies/wood/committee");
        await committee.Sees(Answer);
        await committee.Follow("Changer mon avis");
        await committee.Unfold("Changer mon avis");
        await committee.Page.Locator("#change").GetByLabel("sans réserve").CheckAsync();
        await committee.Fill("Reason", "");
        await committee.Press("Changer mon avis");
        await committee.Sees("Vous pouvez changer d’avis");

        await writing.GoTo("/studies/wood/fiches/P01/fr/edit");
        await writing.Follow("Publier l’édition 1");
        await writing.Press("Publier P01 (en français), édition 1");
        await writing.Sees("est publiée");

        await committee.GoTo("/studies/wood/committee");
        var download = await committee.Page.RunAndWaitForDownloadAsync(() => committee.Page.GetByRole(AriaRole.Link, new() { Name = "Télécharger le PDF" }).First.ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        var text = TextOf(await download.PathAsync());

        Assert.Contains(Squeezed(Measure), text, StringComparison.Ordinal);
        Assert.Contains(Squeezed(Said.TrimEnd('.')), text, StringComparison.Ordinal);
        Assert.Contains(Squeezed("responsable d’atelier, opérateur de réemploi"), text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vandeputte", text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task RecordTheInterview(Person person)
    {
        await person.GoTo("/studies/wood/experts/new");
        await person.Fill("Name", Name);
        await person.Fill("Function.fr", "responsable d’atelier");
        await person.Choose("RoleClassId", "opérateur de réemploi");
        await person.Tick("Français");
        await person.Press("Ajouter un·e expert·e");
        await person.Sees("Noter un accord");
        await person.Tick("fonction seule");
        await person.Page.Locator("input[name=Transcript]").CheckAsync();
        await person.Press("Noter un accord");
        await person.IsAt("/experts/X03");

        await person.GoTo("/studies/wood/interviews/new");
        await person.Tick("X03");
        await person.Tick("P01");
        await person.Fill("Date", "2026-10-14");
        await person.Press("Enregistrer l’entretien");
        await person.IsAt("/interviews/E-03");

        await person.Follow("Apporter une transcription");
        await person.Attach("File", await FileOf("entretien.vtt", $"""
            WEBVTT

            00:00:01.000 --> 00:00:04.000
            <v Chercheuse>Qu’est-ce qui vous empêche de vendre plus ?

            00:00:05.000 --> 00:00:12.000
            <v Hortense>Les clients viennent. {Said} Alors ils renoncent.
            """));
        await person.Press("Voir l’aperçu");
        await person.Sees("Hortense");
        await person.Choose("speaker-0", "interviewer");
        await person.Choose("speaker-1", "X03");
        await person.Press("Reprendre ce texte");
        await person.IsAt("/interviews/E-03");
        await person.Press("Marquer sans noms");
        await person.Sees("sans noms");
    }

    private async Task ImportLiterature(Person person)
    {
        await person.GoTo("/studies/wood/literature/import");
        await person.Attach("File", await FileOf("biblio.bib", "@book{peeters2020, author = {Peeters, An}, title = {Les portes et leur seconde vie}, year = 2020, publisher = {Éditions du Canal}}"));
        await person.Press("Voir l’aperçu");
        await person.Sees("Les portes et leur seconde vie");
        await person.Press("Reprendre les références cochées");
        await person.GoTo("/studies/wood/literature/peeters2020");
    }

    private static async Task TagAndQuote(Person person)
    {
        await person.GoTo("/studies/wood/evidence/E-03");
        var turns = person.Page.Locator("#turns");
        await turns.FocusAsync();
        // By keyboard alone: the sentence, then the tag.
        for (var sentence = 0; sentence < 3; sentence++) await person.Page.Keyboard.PressAsync("ArrowDown");
        await person.Page.Keyboard.PressAsync("c");
        await person.Page.Keyboard.TypeAsync("refus");
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(person.Page.Locator("#desk-state")).ToContainTextAsync("1 extrait");
        await person.Sees("Extrait 1");
        await Assertions.Expect(person.Page.Locator("blockquote.said")).ToHaveTextAsync(Said);

        await person.Follow("En faire une citation");
        await person.Press("En faire une citation");
        await person.IsAt("/quotes/Q-01");
        await person.Choose("Audience", "Public");
        await person.Choose("State", "Approved");
        await person.Press("Consigner la réponse");
        await person.Sees("approuvée");
    }

    private static async Task WriteFindingAndMeasure(Person person)
    {
        await person.GoTo("/studies/wood/evidence?source=E-03");
        await person.Page.Locator("main input[name=excerpt]").First.CheckAsync();
        await person.Press("En faire un constat");
        await person.Fill("Statement", "Les assureurs refusent de couvrir les éléments déjà posés.");
        await person.Tick("P01");
        await person.Press("Enregistrer le constat");
        await person.IsAt("/findings/K-01");
        await person.Page.GetByText("Évaluer la confiance").First.ClickAsync();
        foreach (var component in new[] { "Methods", "Coherence", "Adequacy", "Relevance" })
        {
            await person.Choose(component, "None");
            await person.Fill(component + "Reason", "Rien ne s’y oppose.");
        }

        await person.Choose("Level", "Moderate");
        await person.Press("Enregistrer l’évaluation");
        await person.Sees("modérée");

        await person.GoTo("/studies/wood/recommendations/new");
        await person.Fill("Statement", Measure);
        await person.Tick("K-01");
        await person.Tick("P01");
        await person.Choose("Instrument", "LoanOrGuarantee");
        await person.Fill("LeadActor", "Région, finance");
        await person.Choose("Horizon", "OneToThreeYears");
        await person.Choose("Strength", "Strong");
        await person.Press("Enregistrer la recommandation");
        await person.IsAt("/recommendations/R-01");
    }

    private static async Task ComposeTheFiche(Person person)
    {
        await person.GoTo("/studies/wood/fiches/new");
        await person.Choose("OfferingCode", "P01");
        await person.Tick("public");
        await person.Press("Commencer la fiche");
        await person.IsAt("/edit");
        await person.Write("one-sentence", "Assurer les éléments de réemploi ouvrirait la commande courante.");

        await person.GoTo("/studies/wood/fiches/P01/fr/edit?section=key-messages");
        for (var message = 1; message <= 3; message++)
        {
            await person.Press("Ajouter un message");
            await person.Write($"message-{message}", $"La garantie manque, pour la raison {message}.");
            var row = person.Page.Locator(".msgrow").Nth(message - 1);
            await row.Locator("input[name=findings][value=K-01]").CheckAsync();
            await row.GetByRole(AriaRole.Button, new() { Name = "Lier ces constats" }).ClickAsync();
            await Assertions.Expect(row.Locator(".tag")).ToHaveTextAsync("K-01");
        }

        foreach (var section in Sections)
        {
            await person.GoTo($"/studies/wood/fiches/P01/fr/edit?section={section}");
            await person.Write(section, "La boucle fuit à la vente. Ne rien faire laisserait partir les éléments.");
        }

        await person.GoTo("/studies/wood/fiches/P01/fr/edit?section=quotes");
        await person.Page.Locator("input[name=quotes][value=Q-01]").CheckAsync();
        await person.Press("Retenir ces citations");
        await person.Follow("Envoyer en relecture");
        await person.Press("Envoyer P01 (en français) en relecture");
        await person.Sees("en relecture");
    }

    /// <summary>What a manager has set up: an offering with its flow and stages, a codebook, and two people of the same role
    /// class heard before on the same offering.</summary>
    private static async Task Prepare(TestStudy test)
    {
        var roleClass = new RoleClass(test.Study.Id, "operator", new LocalText("opérateur de réemploi"));
        var flow = new Flow(test.Study.Id, "wood", new LocalText("Bois", "Hout", "Wood"), 1);
        var offering = new Offering(test.Study.Id, "P01", new LocalText("Réemploi de portes", "Hergebruik van deuren", "Reuse of doors"), "R3");
        offering.PlaceIn([flow.Id]);
        offering.AddStage(new LocalText("vente"));
        var axis = new Tag(test.Study.Id, "insurance", new LocalText("Assurance"), TagKind.Axis, "#4d5866", null, 1);
        await test.Save(roleClass, flow, offering, axis, new Tag(test.Study.Id, "refusal", new LocalText("refus, exigence"), TagKind.Obstacle, "#a3341f", axis.Id, 1));
        var seal = test.Get<IdentitySeal>();
        for (var number = 1; number <= 2; number++)
        {
            var expert = new Expert(test.Study.Id, $"X0{number}", roleClass.Id);
            seal.Seal(expert, new ExpertIdentity($"Personne Inventée {number}", "Atelier", new("gérance"), "", ""));
            expert.Agree(new Consent(expert.Id, "2026-1", new DateOnly(2026, 9, 1), null, Attribution.RoleOnly, true, true, ConsentReuse.ThisStudy));
            var interview = new Consult.Interviews.Interview(test.Study.Id, $"E-0{number}", new DateOnly(2026, 9, number), "fr");
            interview.BringTogether([expert.Id], [], [offering.Id]);
            var text = new SourceText(test.Study.Id, SourceKind.InterviewNotes, interview.Id, interview.Code, "fr");
            text.Follow([expert.Id], [offering.Id], interview.Date);
            text.AddVersion("Rien à dire de plus.", [], Guid.NewGuid(), DateTime.UtcNow, "");
            await test.Save(expert, interview, text);
        }

        await test.Save(new CodeSequence { StudyId = test.Study.Id, Prefix = "X", Last = 2 }, new CodeSequence { StudyId = test.Study.Id, Prefix = "E-", Last = 2 });
    }

    private async Task<string> FileOf(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, content, Encoding.UTF8, TestStudy.Cancellation);
        return path;
    }

    // Words stand where the line breaks put them; what counts is their order.
    private static string TextOf(string path)
    {
        using var document = PdfDocument.Open(path);
        return Squeezed(string.Concat(document.GetPages().Select(page => string.Concat(page.GetWords().Select(word => word.Text)))));
    }

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter != '\u202F'));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
