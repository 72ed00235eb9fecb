using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using FluxUs.Consult.Tests.Foundation.Documents.Pdf;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Charts;

public sealed class ChartTests
{
    private static readonly Dictionary<string, Chart> Charts = new()
    {
        ["profile"] = new CriteriaProfile([new("Circularité (échelle R)", 4, 4), new("Climat et matières premières économisées", 2.5, 3), new("Potentiel économique", null, 3), new("Volume", 0, null)])
        {
            Title = "Profil de P01",
            Language = "fr",
            SubjectWord = "P01",
            ReferenceWord = "médiane des quinze",
            CriterionWord = "Critère",
            MissingWord = "non noté",
            TableTitle = "En tableau",
        },
        ["places"] = Places(),
        ["chain"] = new ValueChain([new("Gisement, inventaire", 4, 1), new("Dépose soignée", 1, 4), new("Stockage, tri", 1, 4), new("Remise en état, essais", 2, 2), new("Prescription, vente", 3, 3), new("Pose, garantie", 0, 3)])
        {
            Title = "Où la boucle fuit",
            Language = "fr",
            StageWord = "Étape",
            LeversWord = "leviers",
            ObstaclesWord = "obstacles",
        },
        ["matrix"] = new EvidenceMatrix(["Opérateurs", "Pouvoirs publics", "Recherche", "Fédérations", "Littérature"], [new("Stockage et logistique urbaine", [5, 2, 0, 1, 3]), new("Assurance", [3, 0])])
        {
            Title = "Qui parle de quoi",
            Language = "fr",
            ThemeWord = "Thème",
            EmptyWord = "aucun",
        },
        ["horizon"] = new HorizonBar(["0-1 an", "1-3 ans", "3-5 ans", "5 ans et plus"], [new("1", "Créer une garantie régionale de réemploi", 1), new("2", "Réserver le stockage", 1), new("3", "", 0), new("4", "Essais", null)])
        {
            Title = "Quand",
            Language = "fr",
            StepWord = "Mesure",
            HorizonWord = "Horizon",
            UndatedWord = "à dire",
        },
        ["opinions"] = new OpinionBars(["sans réserve", "avec réserve", "contre"], [new("Recommandation 1", [4, 2, 1]), new("Recommandation 2", [1, 1, 0]), new("Recommandation 3", [])])
        {
            Title = "Avis du comité",
            Language = "fr",
            QuestionWord = "Question",
            MedianWord = "médiane",
            NobodyWord = "aucun avis",
        },
        ["confidence"] = new ConfidenceSteps(3, "modérée") { Title = "Confiance", Language = "fr" },
    };

    private static CandidatePlaces Places(string subject = "P04") =>
        new([.. Enumerable.Range(1, 26).Select(place => new CandidatePlace($"P{place:D2}", $"Produit {place}", place, 100 - (1.5 * place), place <= 14 || place == 20))])
        {
            Title = "Place de P04",
            Language = "fr",
            Subject = subject,
            Kept = 15,
            CutWord = "limite des quinze",
            CandidateWord = "Candidat",
            PlaceWord = "place",
            ScoreWord = "score",
            RetainedWord = "retenu",
            NotRetainedWord = "non retenu",
        };

    public static TheoryData<string, double> EachAtWidths => [.. Charts.Keys.SelectMany(name => new[] { 260.0, 300, 320, 440, 588 }.Select(width => (name, width)))];

    public static TheoryData<string> Each => [.. Charts.Keys];

    private sealed record Box(string Words, double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right - 0.5 && other.Left < Right - 0.5 && Top < other.Bottom - 0.5 && other.Top < Bottom - 0.5;
    }

    private static Box BoxOf(Caption caption)
    {
        var width = ChartText.Width(caption.Text, caption.Size, caption.Strong);
        var left = caption.X - caption.Alignment switch { ColumnAlignment.End => width, ColumnAlignment.Centre => width / 2, _ => 0 };
        return new(caption.Text, left, caption.Y - (caption.Size * 0.7), left + width, caption.Y + (caption.Size * 0.2));
    }

    [Theory]
    [MemberData(nameof(EachAtWidths))]
    public void All_stays_on_the_sheet_and_no_words_meet(string name, double width)
    {
        var drawing = Charts[name].Draw(width);

        var boxes = drawing.Shapes.OfType<Caption>().Select(BoxOf).ToList();
        Assert.All(boxes, box => Assert.True(box.Left >= -1 && box.Right <= drawing.Width + 1 && box.Top >= -1 && box.Bottom <= drawing.Height + 1, $"{box} outside {drawing.Width} x {drawing.Height}"));
        for (var one = 0; one < boxes.Count; one++)
            for (var other = one + 1; other < boxes.Count; other++) Assert.False(boxes[one].Meets(boxes[other]), $"{boxes[one]} meets {boxes[other]}");
        Assert.All(drawing.Shapes.OfType<Bar>(), bar => Assert.True(bar.X >= -1 && bar.X + bar.Width <= width + 1 && bar.Width >= 0 && bar.Height >= 0));
        Assert.All(drawing.Shapes.OfType<Caption>(), caption => Assert.True(caption.Size >= ChartSheet.Size));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void A_figure_says_in_words_and_in_its_table_what_it_shows(string name)
    {
        var figure = Charts[name].Figure();

        Assert.StartsWith(Charts[name].Title, figure.Alternative, StringComparison.Ordinal);
        Assert.NotEmpty(figure.Twin!.Rows);
        Assert.NotEmpty(figure.Twin.Caption);
        Assert.DoesNotContain("; ;", figure.Alternative, StringComparison.Ordinal);
        Assert.All(figure.Twin.Rows, row => Assert.All(row.Cells, cell => Assert.NotEmpty(PlainText.Of(cell.Inlines))));
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Screens_get_a_drawing_for_a_page_and_one_for_a_telephone(string name)
    {
        var figure = Charts[name].Figure(588);
        var html = Consult.Foundation.Documents.Html.FicheHtml.Render([figure], language: "fr");

        Assert.Equal((Chart.UsualWidth, Chart.NarrowWidth), (figure.OnScreen!.Wide!.Width, figure.OnScreen.Narrow.Width));
        Assert.Null(Charts[name].Figure().OnScreen!.Wide);
        Assert.Equal(2, html.Split("<svg").Length - 1);
        Assert.Equal(2, html.Split("aria-hidden=\"true\"").Length - 1);
        Assert.Equal(1, html.Split("role=\"img\"").Length - 1);
        Assert.Equivalent(figure.OnScreen, DocumentJson.Read(DocumentJson.Write(SampleFiche.Of(figure))).Blocks.OfType<FigureBlock>().Single().OnScreen, strict: true);
    }

    // The stylesheet changes drawings where the column becomes narrower than 464 pixels, and telephones leave some 316.
    [Fact]
    public void Words_are_twelve_pixels_high_on_screens() =>
        Assert.True(ChartSheet.Size * 464 / Chart.UsualWidth >= 12 && ChartSheet.Size * 316 / Chart.NarrowWidth >= 12);

    [Theory]
    [MemberData(nameof(Each))]
    public void The_same_drawing_is_printed_and_tagged(string name)
    {
        using var fiche = Rendered.Of(new HeadingBlock(1, ["Titre"]), Charts[name].Figure());

        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
        Assert.All(Charts[name].Draw().Shapes.OfType<Caption>().SelectMany(caption => caption.Text.Split(' ')), word => Assert.Null(fiche.FirstMissing(word)));
    }

    [Fact]
    public void Numbers_are_written_as_the_language_writes_them() =>
        Assert.Contains("P01 2,5", Charts["profile"].Alternative(), StringComparison.Ordinal);

    [Fact]
    public void What_nobody_scored_is_said_not_drawn_as_nought()
    {
        var table = Charts["profile"].Table();

        Assert.Equal("non noté", PlainText.Of(table.Rows[2].Cells[1].Inlines));
        Assert.Equal("0", PlainText.Of(table.Rows[3].Cells[1].Inlines));
    }

    [Fact]
    public void The_cut_stands_between_the_last_kept_and_the_next() =>
        Assert.Contains("limite des quinze, score 76,75", Places().Alternative(), StringComparison.Ordinal);

    [Fact]
    public void No_dot_hides_another()
    {
        var equal = Places() with { Candidates = [.. Enumerable.Range(1, 20).Select(number => new CandidatePlace($"P{number:D2}", "x", 1, 50, true))] };

        var dots = equal.Draw().Shapes.OfType<Dot>().Where(dot => dot.Radius >= 5).ToList();

        for (var one = 0; one < dots.Count; one++)
            for (var other = one + 1; other < dots.Count; other++) Assert.True(Math.Abs(dots[one].X - dots[other].X) >= 9.9 || Math.Abs(dots[one].Y - dots[other].Y) >= 9.9);
    }

    [Theory]
    [InlineData(new[] { 4, 2, 1 }, "sans réserve")]
    [InlineData(new[] { 1, 1, 0 }, "sans réserve / avec réserve")]
    [InlineData(new[] { 0, 0, 3 }, "contre")]
    [InlineData(new int[0], "aucun avis")]
    public void The_median_is_an_answer_that_was_given_or_two(int[] counts, string median)
    {
        var bars = (OpinionBars)Charts["opinions"] with { Opinions = [new("Question", [.. counts])] };

        Assert.Equal(median, PlainText.Of(bars.Table().Rows[0].Cells[^2].Inlines));
    }

    [Fact]
    public void A_question_that_is_the_title_is_said_once() => Assert.Equal(
        "Avis du comité : sans réserve 2, avec réserve 1, contre 0, médiane sans réserve, n\u00a0=\u00a03.",
        ((OpinionBars)Charts["opinions"] with { Opinions = [new("Avis du comité", [2, 1, 0])] }).Alternative());

    [Fact]
    public void Parts_of_a_bar_can_be_told_apart_in_grey()
    {
        // Lightness as printers without colours make it (Rec. 709).
        static double Lightness(Tint tint)
        {
            var colour = Convert.FromHexString(new PageColours().Of(tint)[1..]);
            return ((0.2126 * colour[0]) + (0.7152 * colour[1]) + (0.0722 * colour[2])) / 255;
        }

        double[] fills = [Lightness(Tint.Sheet), Lightness(Tint.Pale), Lightness(Tint.Mid), Lightness(Tint.Brand)];

        for (var at = 1; at < fills.Length; at++) Assert.True(fills[at - 1] - fills[at] > 0.08, string.Join(' ', fills));
    }

    [Fact]
    public void Nothing_to_show_still_gives_a_figure()
    {
        Assert.NotNull(new ValueChain([]) { Title = "t", Language = "fr", StageWord = "", LeversWord = "", ObstaclesWord = "" }.Figure());
        Assert.NotNull((Places() with { Candidates = [] }).Figure());
        Assert.NotNull(((EvidenceMatrix)Charts["matrix"] with { Kinds = [], Themes = [] }).Figure());
        Assert.NotNull(((HorizonBar)Charts["horizon"] with { Bands = [], Steps = [] }).Figure());
        Assert.NotNull(((OpinionBars)Charts["opinions"] with { Opinions = [] }).Figure());
        Assert.NotNull(((CriteriaProfile)Charts["profile"] with { Scores = [] }).Figure());
    }
}
