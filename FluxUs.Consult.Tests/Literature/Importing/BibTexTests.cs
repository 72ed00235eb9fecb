using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Literature.Importing;

public class BibTexTests
{
    [Fact]
    public void Strings_braces_accents_and_months_are_understood()
    {
        var reference = Read("quirks.bib").References[0];

        var item = reference.Item;
        Assert.Equal(("dupont2020", 6), (reference.CitationKey, reference.Line));
        Assert.Equal("article-journal", item.Type);
        Assert.Equal("The R ladder: Über-reuse of CO₂ & brèves", item.Title);
        Assert.Equal("Journal of Cleaner Production", item.ContainerTitle);
        Assert.Equal([2020, 3, 12], item.Issued!.From);
        Assert.Equal(("12", "3", "101-109", "10.1016/j.jclepro.2020.1"), (item.Volume, item.Issue, item.Page, item.Doi));
        Assert.Equal("someone", item.Rest!["custom"].GetProperty("owner").GetString());
    }

    [Fact]
    public void Names_have_particles_bodies_suffixes_and_others()
    {
        var references = Read("quirks.bib").References;

        Assert.Equal(
            [
                new CslName { Family = "Dupont", Given = "Élodie" },
                new CslName { Family = "Berg", Given = "Jan", NonDroppingParticle = "van den" },
                new CslName { Literal = "European Commission" },
                new CslName { Literal = "others" },
            ],
            references[0].Item.Author!);
        Assert.Equal(
            [
                new CslName { Family = "Claes", Given = "Bram" },
                new CslName { Family = "Cruz", Given = "José María", NonDroppingParticle = "de la", Suffix = "Jr" },
                new CslName { Family = "Knuth", Given = "Donald E.", Suffix = "III" },
            ],
            references[1].Item.Author!);
    }

    [Fact]
    public void A_cross_reference_lends_what_is_missing()
    {
        var item = Read("quirks.bib").References[2].Item;

        Assert.Equal(("Proc. of Soils", "ACME", 2018), (item.ContainerTitle, item.Publisher, item.Year));
    }

    [Fact]
    public void A_key_that_comes_twice_is_kept_once_and_said()
    {
        var literature = Read("quirks.bib");

        Assert.Null(literature.References[4].CitationKey);
        Assert.Contains(literature.Notes, note => note.Key == FilesTexts.EntryKeyRepeated && note.Arguments.SequenceEqual(["dupont2020", "6"]));
        Assert.Equal("in press", literature.References[4].Item.Issued!.Literal);
    }

    [Fact]
    public void After_a_fault_reading_goes_on_and_the_notes_name_the_lines()
    {
        var literature = Read("broken.bib");

        Assert.Equal(["Never closed", "Fine", "No comma after the key", "No key", "Cut in the mid"], literature.References.Select(reference => reference.Item.Title));
        Assert.Equal(2001, literature.References[0].Item.Year);
        Assert.Equal(2002, literature.References[1].Item.Year);
        Assert.Contains(literature.Notes, note => note.Key == FilesTexts.FieldUnreadable && note.Place == ImportPlace.Line(9));
        Assert.Contains(literature.Notes, note => note.Key == FilesTexts.YearRepaired);
        Assert.Contains(literature.Notes, note => note.Key == FilesTexts.EntryKeyMissing && note.Place == ImportPlace.Line(18));
        Assert.Contains(literature.Notes, note => note.Key == FilesTexts.EntryUnfinished && note.Place == ImportPlace.Line(21));
    }

    [Theory]
    [InlineData(@"Caf\'e", "Café")]
    [InlineData(@"{\~n}o{\c c}a\v{s}", "ñoçaš")]
    [InlineData(@"\emph{One} {\it two} \textbf{three}", "One two three")]
    [InlineData("pages 1--2 --- ``so''", "pages 1–2 — “so”")]
    [InlineData(@"\ss\o{} \AE sop 5\% \$3 a\_b", "ßø Æsop 5% $3 a_b")]
    [InlineData(@"H$_2$O, m$^{3}$, \unknown", "H₂O, m³, \\unknown")]
    [InlineData(@"\href{https://example.org}{here}", "here")]
    [InlineData(@"tail\", "tail\\")]
    [InlineData(@"\'", "'")]
    public void LaTeX_becomes_plain_letters(string latex, string text)
    {
        var literature = LiteratureReader.Read(System.Text.Encoding.UTF8.GetBytes($"@misc{{k, year = 2020, title = {{{latex}}}\n}}"), "a.bib").Value!;

        Assert.Equal(text, literature.References[0].Item.Title);
    }

    [Fact]
    public void Abbreviations_that_double_without_end_stay_small()
    {
        var text = new System.Text.StringBuilder("@string{a0 = \"xxxxxxxxxx\"}\n");
        for (var i = 1; i < 60; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"@string{{a{i} = a{i - 1} # a{i - 1}}}\n");
        text.Append("@misc{k, title = a59}");

        var literature = LiteratureReader.Read(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "a.bib").Value!;
        Assert.True(literature.References[0].Item.Title!.Length < 5_000);
    }

    [Theory]
    [InlineData("@misc{k,\n title = {A},\n year = {2020}\n doi = {10.1/x}\n}", 3, "doi")]
    [InlineData("@misc{k\n title = {A},\n}\n@misc{z, title = {Z}}", 1, "title")]
    [InlineData("@misc{k, title = \"A\" year = 2020}", 1, "year")]
    public void A_missing_comma_is_added_and_told_with_its_line(string text, int line, string field)
    {
        var literature = LiteratureReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "a.bib").Value!;

        Assert.Equal("A", literature.References[0].Item.Title);
        var note = Assert.Single(literature.Notes, note => note.Key == FilesTexts.CommaMissing);
        Assert.Contains(field, note.Describe(System.Globalization.CultureInfo.GetCultureInfo("fr")), StringComparison.Ordinal);
        Assert.Equal(ImportPlace.Line(line), note.Place);
    }

    [Theory]
    [InlineData("@misc{k, title = {A}, year = 2020,}")]
    [InlineData("@misc{title = {A}, year = {2020}}")]
    [InlineData("@misc{\n k,\n title = {A} # { B},\n year = 2020\n}")]
    public void Where_no_comma_is_missing_none_is_told(string text) =>
        Assert.DoesNotContain(LiteratureReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "a.bib").Value!.Notes, note => note.Key == FilesTexts.CommaMissing);

    private static ImportedLiterature Read(string name) => LiteratureReader.Read(Fixture.Bytes("Literature/Importing", name), name).Value!;
}
