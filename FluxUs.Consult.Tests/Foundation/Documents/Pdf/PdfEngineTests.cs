using CsCheck;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pdf;
using FluxUs.Consult.Tests.Support;
using UglyToad.PdfPig.Outline;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class PdfEngineTests
{
    [Fact]
    public void A_fiche_is_tagged_from_end_to_end()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);

        var structure = new PdfStructure(fiche.Pdf);

        Assert.Empty(structure.Faults);
        Assert.Equal(["Document", "P", "H1", "P", "L", "LI", "Lbl", "LBody", "P"], structure.Tags.Take(9));
        foreach (var tag in new[] { "Sect", "H2", "H3", "Table", "Caption", "TR", "TH", "TD", "Figure", "BlockQuote", "Link", "Span" }) Assert.Contains(tag, structure.Tags);
        Assert.Equal(8, structure.Links);
    }

    [Fact]
    public void A_fiche_says_what_it_is()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);

        Assert.Equal(SampleFiche.Details().Title, fiche.Pdf.Information.Title);
        Assert.Equal(SampleFiche.Details().Author, fiche.Pdf.Information.Author);
        Assert.Equal("D:20261120093000Z", fiche.Pdf.Information.CreationDate);
        Assert.Equal(fiche.Pdf.NumberOfPages, fiche.Report.Pages);
        Assert.InRange(fiche.Bytes.Length, 1_000, 120_000);
    }

    [Fact]
    public void The_same_fiche_gives_the_same_bytes_on_every_thread()
    {
        using var first = Rendered.Of(SampleFiche.Whole);

        Parallel.For(0, 8, _ =>
        {
            using var again = Rendered.Of(SampleFiche.Whole);
            Assert.Equal(first.Bytes, again.Bytes);
        });
    }

    [Fact]
    public void Another_edition_gives_other_bytes()
    {
        using var first = Rendered.Of(SampleFiche.Whole);
        using var second = Rendered.Of(SampleFiche.Whole with { Details = SampleFiche.Details() with { Identifier = new Guid("0199a0a0-0000-7000-8000-000000000002") } });

        Assert.NotEqual(first.Bytes, second.Bytes);
    }

    [Fact]
    public void Each_page_has_its_number_and_the_footer()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);

        Assert.All(fiche.Pdf.GetPages(), page =>
        {
            Assert.EndsWith($"{page.Number} / {fiche.Report.Pages}", page.Text, StringComparison.Ordinal);
            Assert.Contains("· projet", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Headings_are_bookmarks_and_places_are_reported()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);

        Assert.True(fiche.Pdf.TryGetBookmarks(out var bookmarks));
        var title = Assert.Single(bookmarks.Roots);
        Assert.Equal("Réemploi d’éléments de construction démontés", title.Title);
        Assert.Equal(6, title.Children.Count);
        Assert.Equal(3, title.Children[0].Children.Count);
        Assert.Equal(1, fiche.Report.PageOfAnchor["recommandations"]);
        Assert.Equal(((DocumentBookmarkNode)title.Children[2]).PageNumber, fiche.Report.PageOfAnchor["etapes"]);
    }

    [Fact]
    public void Words_stand_where_they_were_put()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);
        var words = fiche.Pdf.GetPage(1).GetWords().ToList();

        var heading = words.First(word => word.Text == "Recommandations");
        var label = words.First(word => word.Text == "Instrument");
        Assert.Equal(PageStyle.A4.MarginSide, heading.BoundingBox.Left, 2);
        Assert.True(label.BoundingBox.Bottom < heading.BoundingBox.Bottom);
        Assert.All(words, word => Assert.InRange(word.BoundingBox.Right, PageStyle.A4.MarginSide, PageStyle.A4.Width - PageStyle.A4.MarginSide + 1));
    }

    [Fact]
    public void All_that_is_written_can_be_read_in_its_order()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);

        Assert.Null(fiche.FirstMissing(string.Concat(SampleFiche.Whole.Blocks.Where(block => block is not (HeadBlock or FigureBlock)).Select(block => PlainText.Of([block])))));
    }

    [Fact]
    public void What_no_typeface_has_is_a_box_and_is_reported()
    {
        using var fiche = Rendered.Of(new ParagraphBlock(["Vélo 🚲 et שלום, puis 🚲 encore"]));

        Assert.Equal(["🚲", "ש", "ל", "ו", "ם"], fiche.Report.MissingCharacters);
        Assert.Contains("Vélo🚲etשלום,puis🚲encore", fiche.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain(fiche.Pdf.GetPage(1).Letters, letter => letter.Value == "\u25a1");
    }

    [Fact]
    public void A_pack_has_a_cover_contents_and_one_row_of_bookmarks()
    {
        var second = SampleFiche.Whole with { Details = SampleFiche.Details() with { Title = "Second fiche" } };
        using var pack = Rendered.Of(new PackDocument(SampleFiche.Details() with { Title = "Quinze fiches" }, [SampleFiche.Whole, second])
        {
            Cover = [new ParagraphBlock(["Étude de démonstration"])],
            ContentsTitle = "Sommaire",
        });

        Assert.Empty(new PdfStructure(pack.Pdf).Faults);
        Assert.StartsWith("Quinze fiches", pack.Pdf.GetPage(1).Text, StringComparison.Ordinal);
        var start = pack.Report.PageOfAnchor["2/"];
        Assert.Contains($"Second fiche {start}", pack.Pdf.GetPage(2).Text, StringComparison.Ordinal);
        Assert.StartsWith("Construction › P01", pack.Pdf.GetPage(start).Text, StringComparison.Ordinal);
        Assert.True(pack.Pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal([1, 2, 3, start], bookmarks.Roots.Cast<DocumentBookmarkNode>().Select(node => node.PageNumber));
        Assert.Equal(2, pack.Pdf.GetPage(2).GetAnnotations().Count());
    }

    [Fact]
    public void Data_travels_within_the_file_and_says_what_it_is()
    {
        var json = System.Text.Encoding.UTF8.GetBytes(DocumentJson.Write(SampleFiche.Whole));
        using var fiche = Rendered.With(
            SampleFiche.Whole,
            new Attachment("preuves.csv", "text/csv", "Table des preuves", AttachmentRole.Supplement, "code\n"u8.ToArray()),
            new Attachment("données.json", "application/json", "Données de l’édition", AttachmentRole.Data, json));

        Assert.True(fiche.Pdf.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal(json, files.Single(file => file.Name == "données.json").Memory.ToArray());
        Assert.Equal(2, files.Count);
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void An_empty_document_is_a_page()
    {
        using var fiche = Rendered.Of();

        Assert.Equal(1, fiche.Report.Pages);
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void Any_prose_can_be_read_back_in_its_order()
    {
        var word = Gen.Char["abcdéèçœfijlßïÀÉ"].Array[1, 9].Select(letters => new string(letters));
        var line = word.Array[1, 30].Select(words => string.Join(' ', words));
        var prefix = Gen.Int[0, 5].Select(kind => new[] { "", "# ", "- ", "1. ", "> ", "**x** " }[kind]);
        Gen.Select(prefix, line).Array[1, 25].Sample(paragraphs =>
        {
            var blocks = MarkdownReader.Read(string.Join("\n\n", paragraphs.Select(part => part.Item1 + part.Item2))).Blocks;

            using var fiche = Rendered.Of([.. blocks]);

            Assert.Null(fiche.FirstMissing(PlainText.Of(blocks)));
            Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
        }, iter: 40, threads: 1);
    }

    [Fact]
    public void Other_programs_read_it_without_a_complaint()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);
        using var file = new TemporaryFile(fiche.Bytes, ".pdf");

        var (exit, output) = ExternalTool.Run("qpdf", "--check", file.Path);

        Assert.True(exit == 0, output);
    }

    [Fact]
    public void Poppler_sees_the_structure_and_the_text_in_order()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);
        using var file = new TemporaryFile(fiche.Bytes, ".pdf");

        var structure = ExternalTool.Run("pdfinfo", "-struct-text", file.Path).Output;
        var text = ExternalTool.Run("pdftotext", file.Path, "-").Output;

        Assert.Contains("H1 (block)\n    \"Réemploi d’éléments de construction démontés\"", structure, StringComparison.Ordinal);
        Assert.Contains("Span (inline)", structure, StringComparison.Ordinal);
        Assert.DoesNotContain("Error", structure + text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("l’assureur refuse et le prescripteur renonce.", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.True(text.IndexOf("Recommandations", StringComparison.Ordinal) < text.IndexOf("Options écartées", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_prose_stand_on_one_grid()
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);
        var style = PageStyle.A4;

        var steps = fiche.Pdf.GetPages().SelectMany(page => page.Letters)
            .Where(letter => Math.Abs(letter.PointSize - style.ProseSize) < 0.01 && letter.FontName!.Contains("Serif", StringComparison.Ordinal))
            .Select(letter => (style.Height - style.MarginTop - letter.StartBaseLine.Y) / style.Grid).Select(step => Math.Round(step - Math.Floor(step), 1) % 1).Distinct();

        Assert.Single(steps);
    }

    [Fact]
    public void A_parted_word_is_told_whole_to_readers()
    {
        using var fiche = Rendered.Of(new ParagraphBlock([string.Concat(Enumerable.Repeat("extraordinairement accompagnement ", 40)) + "fin"]));

        Assert.Contains("extraordinairement", fiche.ActualTexts);
        Assert.All(fiche.ActualTexts, word => Assert.True(word is "" or "extraordinairement" or "accompagnement", word));
        Assert.Equal(fiche.ActualTexts.Count(word => word.Length > 0), fiche.ActualTexts.Count(word => word.Length == 0));
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void A_heading_without_a_word_is_no_level()
    {
        using var fiche = Rendered.Of(new FicheDocument(SampleFiche.Details("fr"), MarkdownReader.Read("#\n\n## \u00ad\u200d\n\n## Un mot\n\nDu texte.").Blocks));

        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void Whatever_people_type_gives_a_file_that_conforms()
    {
        var sign = Gen.Char["abé 1*_`#>-[](){}|!\\\n\n«»:;?~^🚲שﬁ\u0301\u00ad\u200d"];
        Gen.Select(sign.Array[0, 400].Select(signs => new string(signs)), Gen.Int[0, 2].Select(number => new[] { "fr", "nl", "en" }[number])).Sample((text, language) =>
        {
            var blocks = MarkdownReader.Read(text).Blocks;
            using var fiche = Rendered.Of(new FicheDocument(SampleFiche.Details(language), blocks));

            Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
            Assert.Empty(new PdfConformance(fiche.Pdf).Faults);
        }, iter: 60, threads: 1);
    }

    [Fact]
    public void Qpdf_accepts_whatever_people_type()
    {
        var word = Gen.Char["abé1*_#>|-«» \n🚲\u0301"].Array[1, 300].Select(signs => new string(signs));
        word.Sample(text =>
        {
            using var fiche = Rendered.Of([.. MarkdownReader.Read(text).Blocks]);
            using var file = new TemporaryFile(fiche.Bytes, ".pdf");
            var (exit, output) = ExternalTool.Run("qpdf", "--check", file.Path);
            Assert.True(exit == 0, output);
        }, iter: 8, threads: 1);
    }

    [Theory]
    [InlineData("mutool", "info")]
    [InlineData("gs", "-q -dNOPAUSE -dBATCH -sDEVICE=nullpage")]
    public void Readers_of_others_have_nothing_to_say(string program, string options)
    {
        using var fiche = Rendered.Of(SampleFiche.Whole);
        using var file = new TemporaryFile(fiche.Bytes, ".pdf");

        var (exit, output) = ExternalTool.Run(program, [.. options.Split(' '), file.Path]);

        Assert.True(exit == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("error", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_few_lines_on_a_page_of_their_own_are_set_tighter_to_save_it()
    {
        static FicheDocument Paragraphs(int count) => SampleFiche.Of([.. Enumerable.Range(1, count).Select(at => new ParagraphBlock([$"Alinéa {at}, d’une ligne."]))]);
        static PdfReport Set(FicheDocument document) => new PdfEngine().Render(document, PageStyle.A4, Stream.Null);
        var fits = Enumerable.Range(1, 200).TakeWhile(count => Set(Paragraphs(count)).Pages == 1).Last();

        // The plain style would part them sooner: what was saved had at most a third of the second page.
        var plain = (int)(PageStyle.A4.TextHeight / 21);
        Assert.InRange(fits - plain, 2, plain / 3);
        Assert.True(Set(Paragraphs(fits + 1)).RoomOfPage[^1] < PageStyle.A4.TextHeight);
    }

    [Fact]
    public void What_should_end_on_page_1_is_set_tighter_to_end_there()
    {
        static FicheDocument Ending(int at, string? end) => SampleFiche.Of([.. Enumerable.Range(1, 60).Select(line => new ParagraphBlock([$"Alinéa {line}, d’une ligne."]) { Anchor = line == at ? "end" : null })]) with { FirstPageEnd = end };
        static PdfReport Set(FicheDocument document) => new PdfEngine().Render(document, PageStyle.A4, Stream.Null);
        var last = Enumerable.Range(20, 40).TakeWhile(at => Set(Ending(at, null)).PageOfAnchor["end"] == 1).Last();

        Assert.Equal(1, Set(Ending(last + 3, "end")).PageOfAnchor["end"]);
        // What no tightening mends is set as usual.
        var beyond = Set(Ending(last + 20, "end"));
        Assert.Equal(Set(Ending(last + 20, null)).RoomOfPage, beyond.RoomOfPage);
    }

    [Fact]
    public void A_first_page_that_runs_over_says_how_much_must_go_in_the_tightest_setting()
    {
        static FicheDocument Lines(int count) => SampleFiche.Of(
            new ParagraphBlock(["Avant."]),
            new ParagraphBlock([.. Enumerable.Range(1, count).SelectMany(line => (Inline[])[$"Ligne {line}.", new LineBreak()])]) { Anchor = "end" },
            new ParagraphBlock(["Après."])) with
        { FirstPageEnd = "end" };
        static PdfReport Set(int count) => new PdfEngine().Render(Lines(count), PageStyle.A4, Stream.Null);

        // The paragraph begins on page 1 and ends beyond it.
        var over = Set(60);
        var much = (int)Math.Ceiling(over.Over!.Points / PageStyle.A4.ProseLine);
        Assert.Equal(1, over.PageOfAnchor["end"]);
        Assert.InRange(much, 2, 15);
        Assert.NotNull(Set(60 - much + 1).Over);
        Assert.Null(Set(60 - much).Over);
        Assert.Equal(over.Over.Points, new PdfEngine().Draw(Lines(60), PageStyle.A4).Report.Over!.Points);
        // So many lines fit on no usual page.
        Assert.True((60 - much) * PageStyle.A4.ProseLine > PageStyle.A4.TextHeight - PageStyle.A4.ProseLine);
    }

    [Fact]
    public void Codes_that_share_a_line_all_lead_to_it()
    {
        var line = new EvidenceBlock([new EvidenceEntry("A-1", [], ["expert·e, filière textile"]) { Anchor = "A-1", Aliases = ["A-2"] }]);
        using var rendered = Rendered.Of(new ParagraphBlock(["Dit deux fois."]) { Basis = ["A-1", "A-2"] }, line);

        Assert.Equal(2, rendered.Pdf.GetPage(1).GetAnnotations().Count());
        Assert.Empty(new PdfStructure(rendered.Pdf).Faults);
        Assert.Contains("id=\"A-2\"", FluxUs.Consult.Foundation.Documents.Html.FicheHtml.Render(SampleFiche.Of(line)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_of_confidence_is_heard_where_no_word_says_what_it_is()
    {
        var paragraphs = SampleFiche.Of(
            new ParagraphBlock(["Constat : ", new ConfidenceMark(4, "haute"), ", 3 personnes."]),
            new ParagraphBlock(["Confiance ", new ConfidenceMark(2, "faible"), "."])) with
        { ConfidenceWord = "Confiance" };
        using var rendered = Rendered.Of(paragraphs);
        using var file = new TemporaryFile(rendered.Bytes, ".pdf");

        var structure = new PdfStructure(rendered.Pdf);
        Assert.Empty(structure.Faults);
        Assert.Empty(new PdfRules(rendered.Pdf).Faults);
        Assert.Empty(new PdfConformance(rendered.Pdf).Faults);
        Assert.Equal(["Confiance "], structure.ReadInPlace);
        Assert.Equal(["Constat", ":", "haute,", "3", "personnes.", "Confiance", "faible."], ExternalTool.Run("pdftotext", file.Path, "-").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(7));
        var strips = string.Concat(new PdfEngine().Draw(paragraphs, PageStyle.A4).Pages.SelectMany(page => page.Strips).Select(strip => strip.Svg(_ => null)));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(strips, "aria-label=\"Confiance \""));
    }

    [Fact]
    public void The_words_of_a_small_drawing_stand_beside_it()
    {
        var code = new FigureBlock("Code", new Drawing(80, 80, [new Bar(0, 0, 80, 80, Tint.Ink)])) { Caption = ["Pour citer"] };
        using var beside = Rendered.Of(code, new ParagraphBlock(["après"]));
        using var below = Rendered.Of(code with { Caption = [new string('x', 4000)] });

        var words = beside.Pdf.GetPage(1).GetWords().ToList();
        Assert.True(words[0].BoundingBox.Left > PageStyle.A4.MarginSide + 64);
        Assert.True(below.Pdf.GetPage(1).GetWords().First().BoundingBox.Left < PageStyle.A4.MarginSide + 1);
        Assert.Empty(new PdfStructure(beside.Pdf).Faults);
        Assert.Empty(new PdfStructure(below.Pdf).Faults);
    }
}
