using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;

namespace FluxUs.Consult.Benchmarks.Foundation.Documents;

/// <summary>A fiche of four pages with a chart, two tables and thirty lines of evidence.</summary>
internal static class BenchmarkFiche
{
    public static FicheDocument Document { get; } = Make();

    private static FicheDocument Make()
    {
        const string Sentence = "Les lieux de stockage changent tous les dix-huit mois ; aucun investissement ne s’y amortit, et la dépose soignée coûte de 15 à 40 % de plus. ";
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new HeadBlock("Construction", "P01", "Réemploi d’éléments de construction démontés") { State = HeadState.Done, StateWords = "publiée", Edition = "édition 2", Date = "20 novembre 2026", Language = "français" });
        blocks.Add(new MessagesBlock([Sentence], [.. Enumerable.Range(1, 4).Select(_ => new KeyMessage([Sentence], ["E-12", "D-07"]))]));
        blocks.Add(new HeadingBlock(2, ["Recommandations"]));
        for (var number = 1; number <= 4; number++)
            blocks.Add(new RecommendationBlock(number.ToString(CultureInfo.InvariantCulture), [Sentence], [.. Enumerable.Range(1, 8).Select(at => new GridPair("Faisabilité", ["Région, finance"]))])
            {
                Marks = [new Phrase(["Confiance ", new ConfidenceMark(3, "modérée")])],
            });
        blocks.Add(new HeadingBlock(2, ["Pourquoi ce produit"]));
        blocks.Add(new CriteriaProfile([.. Enumerable.Range(1, 8).Select(at => new CriterionScore($"Critère {at}", at % 5, 3))])
        {
            Title = "Profil de P01",
            Language = "fr",
            SubjectWord = "P01",
            ReferenceWord = "médiane des quinze",
            CriterionWord = "Critère",
            MissingWord = "non noté",
        }.Figure());
        for (var table = 0; table < 2; table++)
            blocks.Add(new TableBlock([new("Étape"), new("Leviers", ColumnAlignment.End), new("Obstacles", ColumnAlignment.End)], [.. Enumerable.Range(1, 8).Select(at => new TableRow(["Dépose soignée", "+4", "−1"]))]));
        for (var section = 0; section < 3; section++)
        {
            blocks.Add(new HeadingBlock(2, ["Divergences"]));
            blocks.Add(new ParagraphBlock([string.Concat(Enumerable.Repeat(Sentence, 2)), new Strong(["Comité"]), " : 4 sans réserve. ", new Link("https://example.org", ["le guide"])]) { Basis = ["E-31"] });
        }
        blocks.Add(new EvidenceBlock([.. Enumerable.Range(1, 30).Select(at => new EvidenceEntry($"E-{at:D2}", ["opérateur de réemploi"], ["Les lieux de stockage changent tous les dix-huit mois ; aucun investissement ne s’y amortit."]) { Anchor = $"E-{at:D2}" })]));
        return new FicheDocument(
            new DocumentDetails { Title = "P01", Language = "fr", Identifier = Guid.Empty, Date = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), Footer = "P01 · édition 2" },
            blocks.ToImmutable());
    }
}
