using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Tests.Foundation.Documents;

/// <summary>A fiche with every kind of block and inline, for the tests of what reads and renders it.</summary>
internal static class SampleFiche
{
    public static FicheDocument Whole { get; } = new(Details(), Blocks());

    public static FicheDocument Of(params Block[] blocks) => new(Details(), [.. blocks]);

    public static DocumentDetails Details(string language = "fr") => new()
    {
        Title = "P01 · Réemploi d’éléments de construction démontés",
        Language = language,
        Identifier = new Guid("0199a0a0-0000-7000-8000-000000000001"),
        Date = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero),
        Author = "Flux.us, économie circulaire",
        Subject = "Construction",
        Footer = "P01 · Réemploi d’éléments de construction démontés · projet",
    };

    private static ImmutableArray<Block> Blocks() =>
    [
        new HeadBlock("Construction", "P01", "Réemploi d’éléments de construction démontés")
        {
            State = HeadState.Review, StateWords = "en relecture", Edition = "projet", Date = "20 novembre 2026", Language = "français",
        },
        new MessagesBlock(
            ["Assurer les éléments réemployés et stabiliser leurs lieux de stockage ferait passer la filière de l’exception à la commande courante."],
            [
                new(["Ce ne sont pas les portes qui manquent, mais la preuve qu’elles tiendront : sans fiche de performance, l’assureur refuse et le prescripteur renonce."], ["E-12", "A-1", "D-07"]),
                new(["Les lieux de stockage changent tous les dix-huit mois ; aucun investissement ne s’y amortit."], ["E-12", "E-22"]),
                new(["La dépose soignée coûte de 15 à 40 % de plus, et aucun cahier des charges type ne la paie."], ["E-22", "E-31", "D-11"]),
            ]),
        new HeadingBlock(2, ["Recommandations"]) { Anchor = "recommandations" },
        Recommendation("1", "Créer une garantie régionale de réemploi qui couvre, par lot, la performance des éléments déposés.", 3, "modérée") with
        {
            EvidenceTitle = "Sur quoi elle repose",
            Evidence =
            [
                new("K-07", ["constat · ", new ConfidenceMark(3, "modérée")], ["Les éléments arrivent sans preuve de performance ; les prescripteurs y renoncent par défaut d’assurance. ", new Soft(["Aucun assureur entendu."])]) { Anchor = "K-07" },
                new("E-12", ["opérateur de réemploi"], ["Une garantie décennale est exigée même sur des éléments de trente ans."]) { Anchor = "E-12" },
                new("D-07", ["guide régional, 2021, p. 41"], ["Une fiche technique par lot est demandée par les assureurs."]) { Anchor = "D-07" },
            ],
        },
        Recommendation("2", "Réserver 10 000 m² de stockage pour neuf ans au moins dans les zones portuaires et ferroviaires.", 4, "haute"),
        Recommendation("3", "Payer la dépose soignée par un poste séparé dans les cahiers des charges publics.", 3, "modérée"),
        new HeadingBlock(2, ["Pourquoi ce produit"]) { Anchor = "pourquoi" },
        new ParagraphBlock(["4ᵉ sur 26. Il reste parmi les quinze dans 100 % des simulations ; ses points faibles sont l’emploi et la place qu’il demande en ville."]),
        Profile(),
        new HeadingBlock(2, ["Où la boucle fuit"]),
        Stages(),
        new HeadingBlock(2, ["Ce que disent experts et littérature"]),
        new ParagraphBlock(["Les trois guides lus s’accordent (", new CodeReference("D-07"), ") ; voir ", new Link("https://example.org/guide", ["le guide régional"]), " et ", new LanguageSpan("nl", ["de gids voor hergebruik"]), ". ", new Emphasis(["Aucun"]), " ne chiffre ", new Strong(["le coût complet"]), "."]),
        new QuotationBlock([new ParagraphBlock(["« On nous demande une garantie décennale sur une porte qui a déjà vécu trente ans. L’architecte veut bien, le maître d’ouvrage veut bien, et puis l’assureur dit non. »"])], ["responsable d’exploitation, opérateur de réemploi · citation approuvée"]) { Basis = ["E-12"] },
        new QuotationBlock([new ParagraphBlock(["Zonder opslag is er geen hergebruik."])], ["expert, bouw"]) { Language = "nl" },
        new HeadingBlock(2, ["Options écartées"]),
        new ListBlock(false,
            [
                new([new ParagraphBlock([new Strong(["Ne rien faire"]), " : la filière reste à l’échelle du chantier pilote."])]),
                new([new ParagraphBlock([new Strong(["Obliger un taux de réemploi"]), " : sans garantie ni stockage, l’obligation se paie en dérogations."]), new ListBlock(true, [new([new ParagraphBlock(["dérogation de droit"])]), new([new ParagraphBlock(["dérogation de fait"])])])]),
            ]),
        new CalloutBlock(CalloutTone.Warning, "Un seul expert", [new ParagraphBlock(["La mesure 3 repose sur une seule voix."])]),
        new HeadingBlock(2, ["Méthode et sources"]),
        new HeadingBlock(3, ["Sources par code"]),
        new EvidenceBlock([new("E-22", ["gérante, négoce de matériaux"], ["Si la Région mutualisait, on assurerait par lot."]), new("D-11", ["étude, 2019"], ["Le surcoût de la dépose est de 15 à 40 %."])]),
        new GridBlock([new("Financement", ["Région"]), new("Licence", ["CC BY 4.0"]), new("Révision", ["novembre 2027"])]),
        new ParagraphBlock(["Adresse permanente : ", new Link("https://example.org/editions/1", ["example.org/editions/1"]), new LineBreak(), "Contact : ", new Link("mailto:etude@example.org", ["etude@example.org"])], ParagraphRole.Small),
    ];

    private static RecommendationBlock Recommendation(string number, string statement, int confidence, string word) =>
        new(number, [statement],
            [
                new("Instrument", ["garantie"]), new("Qui agit", ["Région, finance"]), new("Horizon", ["1-3 ans"]), new("Coût", ["0,25-1 M€"]),
                new("Qui paie", ["Région, primes"]), new("Qui y perd", ["assureurs en place"]), new("Faisabilité", ["3 sur 4"]), new("Niveau", ["Région"]),
            ])
        {
            Anchor = "R-0" + number,
            Marks = [new Phrase(["Confiance ", new ConfidenceMark(confidence, word)]), new Phrase(["Recommandation ", new Strong(["forte"])])],
        };

    private static FigureBlock Profile()
    {
        (string Name, int Value, int Median)[] criteria =
            [("Circularité", 4, 4), ("Emplois locaux", 3, 4), ("Résilience", 3, 3), ("Climat, matières", 4, 3), ("Potentiel éco.", 3, 3), ("Place en ville", 2, 3), ("Faisabilité", 3, 3), ("Volume", 3, 2)];
        var shapes = ImmutableArray.CreateBuilder<Shape>();
        for (var step = 0; step <= 4; step++)
        {
            shapes.Add(new Stroke(128 + (62 * step), 4, 128 + (62 * step), 196, 1, Tint.Line));
            shapes.Add(new Caption(128 + (62 * step), 212, $"{step}", 12, Tint.Soft, ColumnAlignment.Centre));
        }
        for (var at = 0; at < criteria.Length; at++)
        {
            var y = 18 + (24 * at);
            shapes.Add(new Caption(118, y + 4, criteria[at].Name, 12, Tint.Ink, ColumnAlignment.End));
            shapes.Add(new Bar(128, y - 4.5, 62 * criteria[at].Value, 9, Tint.Brand));
            shapes.Add(new Stroke(128 + (62 * criteria[at].Median), y - 9, 128 + (62 * criteria[at].Median), y + 9, 2.5, Tint.Ink));
        }
        return new FigureBlock("Profil de P01 sur huit critères, comparé à la médiane des quinze retenus", new Drawing(420, 218, shapes.ToImmutable()))
        {
            Caption = ["Barre : P01. Trait : médiane des quinze."],
            Twin = new TableBlock(
                [new("Critère"), new("P01", ColumnAlignment.End), new("Médiane", ColumnAlignment.End)],
                [.. criteria.Select(criterion => new TableRow([criterion.Name, $"{criterion.Value}", $"{criterion.Median}"]))])
            { Caption = ["En tableau"], RowHeads = true },
        };
    }

    private static TableBlock Stages() => new(
        [new(""), new("Gisement, inventaire", ColumnAlignment.End), new("Dépose soignée", ColumnAlignment.End), new("Stockage, tri", ColumnAlignment.End), new("Pose, garantie", ColumnAlignment.End)],
        [new(["leviers", "+4", "+1", "+1", "+0"]), new(["obstacles", "−1", "−4", "−4", "−3"])])
    {
        Caption = ["Leviers et obstacles par étape"],
        RowHeads = true,
        Anchor = "etapes",
    };
}
