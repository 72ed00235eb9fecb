using System.Collections.Immutable;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Tests.Fiches;

public class DocumentDifferenceTests
{
    [Fact]
    public void Prose_that_changed_is_told_without_the_figures_beside_it()
    {
        var section = Assert.Single(DocumentDifference.Of(
            Document(Heading("flow-today"), Paragraph("La boucle fuit à la pose."), Figure("Quand agir", ("0-1 an", "1"), ("1-3 ans", "2"))),
            Document(Heading("flow-today"), Paragraph("La boucle fuit à la dépose."), Figure("Quand agir", ("0-1 an", "1"), ("1-3 ans", "2")))));

        Assert.Equal(("flow-today", "La boucle fuit à la pose.", "La boucle fuit à la dépose."), (section.Heading, section.From.Trim(), section.To.Trim()));
        Assert.Empty(section.Figures);
    }

    [Fact]
    public void A_figure_that_changed_is_named_with_the_values_that_changed()
    {
        var section = Assert.Single(DocumentDifference.Of(
            Document(Heading("divergence"), Figure("Avis, n = 4", ("sans réserve", "3"), ("avec réserve", "1"))),
            Document(Heading("divergence"), Figure("Avis, n = 6", ("sans réserve", "5"), ("avec réserve", "1")))));

        Assert.Equal(section.From, section.To);
        var figure = Assert.Single(section.Figures);
        Assert.Equal(("Avis, n = 6", FigureChange.Changed), (figure.Name, figure.Change));
        Assert.Equal(new ChangedCell("sans réserve", "3", "5"), Assert.Single(figure.Cells));
    }

    [Fact]
    public void A_figure_with_other_rows_is_named_alone_and_one_that_came_or_went_is_said_so()
    {
        var section = Assert.Single(DocumentDifference.Of(
            Document(Heading("evidence"), Figure("Thèmes", ("coût", "3")), Figure("Étapes", ("pose", "1"))),
            Document(Heading("evidence"), Figure("Thèmes", ("coût", "3"), ("droit", "1")), Figure("Places", ("1", "2")))));

        Assert.Equal([("Thèmes", FigureChange.Changed), ("Places", FigureChange.New), ("Étapes", FigureChange.Gone)], section.Figures.Select(figure => (figure.Name, figure.Change)));
        Assert.All(section.Figures, figure => Assert.Empty(figure.Cells));
    }

    [Fact]
    public void Tables_without_captions_are_not_taken_for_one_another()
    {
        Block[] both = [Heading("flow-today"), Table("Année", ("2024", "3")), Table("Année", ("2025", "4"))];

        Assert.Empty(DocumentDifference.Of(Document(both), Document(both)));
        var gone = Assert.Single(Assert.Single(DocumentDifference.Of(Document(both), Document(both[0], both[2]))).Figures);
        Assert.Equal(("Année", FigureChange.Gone), (gone.Name, gone.Change));
        var changed = Assert.Single(Assert.Single(DocumentDifference.Of(Document(both), Document(both[0], both[1], Table("Année", ("2025", "5"))))).Figures);
        Assert.Equal(new ChangedCell("2025", "4", "5"), Assert.Single(changed.Cells));
        var added = Assert.Single(Assert.Single(DocumentDifference.Of(Document(both), Document([.. both, Table("Année", ("2026", "6"))]))).Figures);
        Assert.Equal(FigureChange.New, added.Change);
    }

    [Fact]
    public void Tables_numbered_alike_are_paired_by_what_they_say_before_their_order()
    {
        var figure = Assert.Single(Assert.Single(DocumentDifference.Of(
            Document(Heading("evidence"), Figure("Tableau 1", ("coût", "3")), Figure("Tableau 2", ("droit", "1"))),
            Document(Heading("evidence"), Figure("Tableau 1", ("coût", "4")), Figure("Tableau 2", ("droit", "1"))))).Figures);

        Assert.Equal(("Tableau 1", FigureChange.Changed), (figure.Name, figure.Change));
        Assert.Equal(new ChangedCell("coût", "3", "4"), Assert.Single(figure.Cells));
    }

    [Fact]
    public void A_figure_whose_caption_changed_is_the_same_figure()
    {
        var figure = Assert.Single(Assert.Single(DocumentDifference.Of(
            Document(Heading("evidence"), Figure("Qui parle de quoi. Aucune source parmi : autres expert·es.", ("coût", "3"), ("droit", "1"))),
            Document(Heading("evidence"), Figure("Qui parle de quoi", ("coût", "4"), ("droit", "1"))))).Figures);

        Assert.Equal(("Qui parle de quoi", FigureChange.Changed), (figure.Name, figure.Change));
        Assert.Equal(new ChangedCell("coût", "3", "4"), Assert.Single(figure.Cells));
    }

    [Fact]
    public void Sources_and_the_same_document_say_nothing()
    {
        var document = Document(Heading("sources"), Paragraph("Édition 1"));

        Assert.Empty(DocumentDifference.Of(document, Document(Heading("sources"), Paragraph("Édition 2"))));
        Assert.Empty(DocumentDifference.Of(document, document));
    }

    private static FicheDocument Document(params Block[] blocks) =>
        new(new DocumentDetails { Title = "P01", Language = "fr", Identifier = Guid.Empty, Date = DateTimeOffset.UnixEpoch, Author = "", Subject = "", Footer = "" }, [.. blocks]);

    private static HeadingBlock Heading(string key) => new(2, [key]) { Anchor = key };

    private static ParagraphBlock Paragraph(string text) => new([text]);

    private static FigureBlock Figure(string caption, params (string Head, string Value)[] rows) => new(caption, null)
    {
        Caption = [caption],
        Twin = new TableBlock([new(Said("Quoi")), new(Said("Combien"))], [.. rows.Select(row => new TableRow([Said(row.Head), Said(row.Value)]))]) { RowHeads = true },
    };

    private static TableBlock Table(string head, params (string Head, string Value)[] rows) =>
        new([new(Said(head)), new(Said("Combien"))], [.. rows.Select(row => new TableRow([Said(row.Head), Said(row.Value)]))]);

    private static Phrase Said(string text) => new([text]);
}
