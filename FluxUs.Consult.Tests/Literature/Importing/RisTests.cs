using System.Text;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Literature.Importing;

public class RisTests
{
    [Fact]
    public void A_record_with_mark_carriage_returns_and_continued_lines_is_read_whole()
    {
        var literature = Read("bom-crlf.ris");

        var reference = Assert.Single(literature.References);
        var item = reference.Item;
        Assert.Empty(literature.Notes);
        Assert.Equal("peeters2019", reference.CitationKey);
        Assert.Equal("Reuse of bricks: a long title that goes on", item.Title);
        Assert.Equal([2019, 5, 12], item.Issued!.From);
        Assert.Equal(("10-19", "1111-2222", "10.1000/xyz.1", "brick, reuse"), (item.Page, item.Issn, item.Doi, item.Keyword));
        Assert.Equal("odd", item.Rest!["custom"].GetProperty("XX").GetString());
        Assert.Equal(
            [
                new CslName { Family = "Peeters", Given = "Lieve" },
                new CslName { Family = "Liu", Given = "R." },
                new CslName { Family = "Brink", Given = "Gertrude", NonDroppingParticle = "van den" },
                new CslName { Literal = "European Environment Agency" },
            ],
            item.Author!);
    }

    [Fact]
    public void Missing_ends_faulty_years_unknown_types_and_empty_records_are_mended_and_said()
    {
        var literature = Read("missing-end.ris");

        Assert.Equal(["First", "Second", "Third"], literature.References.Select(reference => reference.Item.Title));
        Assert.Equal(2008, literature.References[0].Item.Year);
        Assert.Null(literature.References[0].Item.Page);
        Assert.Equal("10 15", literature.References[1].Item.Issued!.Literal);
        Assert.Equal("document", literature.References[1].Item.Type);
        Assert.Equal("978-2-8041-0000-0", literature.References[2].Item.Isbn);
        Assert.Equal("Editor", Assert.Single(literature.References[2].Item.Editor!).Family);
        Assert.Equal(
            [
                (1, FilesTexts.LineOutsideEntry), (3, FilesTexts.RisEndMissing), (5, FilesTexts.YearRepaired), (6, FilesTexts.FieldUnreadable),
                (8, FilesTexts.EntryTypeUnknown), (10, FilesTexts.YearUnreadable), (12, FilesTexts.EntryEmpty), (14, FilesTexts.RisCutShort),
            ],
            literature.Notes.Select(note => (note.Place!.Number, note.Key)));
    }

    [Fact]
    public void PubMed_records_are_read()
    {
        var literature = Read("pubmed.nbib");

        var item = literature.References[0].Item;
        Assert.Equal(2, literature.References.Count);
        Assert.Equal("Circular economy in cities: a review of practice", item.Title);
        Assert.Equal(("1234-1239", "10.1000/cities.7", "31452104", "PMC7000000", "en"), (item.Page, item.Doi, item.Pmid, item.Pmcid, item.Language));
        Assert.Equal([2020, 1], item.Issued!.From);
        Assert.Equal([2020, 2], item.Issued.To!);
        Assert.Equal([new CslName { Family = "Garcia", Given = "Maria" }, new CslName { Literal = "Urban Reuse Group" }], item.Author!);
    }

    [Fact]
    public void Csl_items_keep_every_field_through_reading_and_writing()
    {
        var literature = Read("zotero.json");

        Assert.Equal(["maes2021", "x1"], literature.References.Select(reference => reference.CitationKey));
        var item = literature.References[0].Item;
        Assert.Equal((2021, "7", "10.5555/abc"), (item.Year, item.Volume, item.Doi));
        Assert.Equal("OVAM", item.Author![1].Literal);
        Assert.Equal([2018, 4, 5], literature.References[1].Item.Issued!.From);
        Assert.Equal(3, literature.Notes.Count);

        using var stream = new MemoryStream();
        CslJsonWriter.Write(stream, literature.References.Select(reference => reference.Item));
        var again = LiteratureReader.Read(stream.ToArray(), "again.json").Value!;
        Assert.Equal(
            literature.References.Select(reference => CslJsonWriter.ToJson(reference.Item)),
            again.References.Select(reference => CslJsonWriter.ToJson(reference.Item)));
        Assert.Contains("\"custom-field\":{\"kept\":true}", CslJsonWriter.ToJson(CslJsonWriter.FromJson(CslJsonWriter.ToJson(item))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", nameof(FilesTexts.FileEmpty))]
    [InlineData("just words", nameof(FilesTexts.LiteratureKindUnknown))]
    [InlineData("[{\"type\": \"book\", ", nameof(FilesTexts.JsonDamaged))]
    [InlineData("[]", nameof(FilesTexts.LiteratureEmpty))]
    public void What_is_no_literature_is_refused_with_the_reason(string content, string reason) =>
        Assert.Equal(reason, LiteratureReader.Read(Encoding.UTF8.GetBytes(content), "file").Refusal?.Key);

    [Fact]
    public void Web_of_Science_says_publisher_month_and_isbn_its_own_way()
    {
        var item = Assert.Single(Read("wos.ris").References).Item;

        Assert.Equal(("ACME", "GHENT", "978-1-4503-0000-0", "en", "Proc. X"), (item.Publisher, item.PublisherPlace, item.Isbn, item.Language, item.ContainerTitleShort));
        Assert.Equal([2018, 9], item.Issued!.From);
    }

    [Theory]
    [InlineData("2019///", "2019", "")]
    [InlineData("2019/05", "2019,5", "")]
    [InlineData("2019-05/2019-07", "2019,5", "2019,7")]
    [InlineData("2019/2020", "2019", "2020")]
    [InlineData("12 mei 2019", "2019,5,12", "")]
    [InlineData("May 12, 2019", "2019,5,12", "")]
    [InlineData("12/05/2019", "2019,5,12", "")]
    [InlineData("c2015", "2015", "")]
    [InlineData("[2015]", "2015", "")]
    [InlineData("l998", "1998", "")]
    [InlineData("sans date", "", "")]
    public void Dates_are_read_as_bibliographies_write_them(string text, string from, string to)
    {
        var literature = LiteratureReader.Read(Encoding.UTF8.GetBytes($"TY  - BOOK\nTI  - x\nPY  - {text}\nER  - \n"), "a.ris").Value!;

        var date = literature.References[0].Item.Issued!;
        Assert.Equal((from, to), (string.Join(',', date.From), string.Join(',', date.To ?? [])));
    }

    private static ImportedLiterature Read(string name) => LiteratureReader.Read(Fixture.Bytes("Literature/Importing", name), name).Value!;
}
