using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Literature;

public class ReferenceTests
{
    private static readonly ReferenceFields Fields = ReferenceFields.Empty with { Title = "Éléments de réemploi", Authors = "Dupont, Anne\nBureau d’études", Year = "2022" };

    [Fact]
    public async Task A_reference_by_hand_gets_a_code_and_a_key_of_its_own()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);

        await test.Get<AddReference>().Handle(researcher, new(Guid.NewGuid(), Fields), TestStudy.Cancellation);
        var second = await test.Get<AddReference>().Handle(researcher, new(Guid.NewGuid(), Fields), TestStudy.Cancellation);

        Assert.Equal("dupont2022elementsa", second.Value);
        Assert.Equal(["D-01", "D-02"], (await test.All<Reference>()).Select(reference => reference.Code).Order());
    }

    [Fact]
    public async Task What_the_form_does_not_show_stays_when_a_reference_is_corrected()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        const string file = "@article{dam2020, author={van Dam, Piet and De Smet, jr., Jan}, title={Hout}, year={2020}, month=mar, isbn={978-1}, usera={kept}}";
        await test.Get<ImportReferences>().Handle(researcher, new(Guid.NewGuid(), "a.bib", new MemoryStream(Encoding.UTF8.GetBytes(file))), TestStudy.Cancellation);
        var before = Assert.Single(await test.All<Reference>());

        var fields = ReferenceFields.Of(before.Item, []) with { Title = "Hout in de stad" };
        await test.Get<ChangeReference>().Handle(researcher, new(Guid.NewGuid(), "dam2020", before.Version, fields), TestStudy.Cancellation);

        var after = Assert.Single(await test.All<Reference>());
        Assert.Equal(CslJsonWriter.ToJson(before.Item with { Title = "Hout in de stad" }), CslJsonWriter.ToJson(after.Item));
    }

    [Theory]
    [InlineData("Title", "ReferenceNeedsTitle")]
    [InlineData("Year", "YearUnreadable")]
    [InlineData("Doi", "DoiUnreadable")]
    [InlineData("Url", "UrlUnreadable")]
    public async Task What_cannot_be_read_is_told_at_its_field(string field, string key)
    {
        await using var test = await TestStudy.Create();
        var wrong = field switch
        {
            "Title" => Fields with { Title = " " },
            "Year" => Fields with { Year = "20O8" },
            "Doi" => Fields with { Doi = "doi" },
            _ => Fields with { Url = "javascript:alert(1)" },
        };

        var outcome = await test.Get<AddReference>().Handle(await test.As(Roles.Researcher), new(Guid.NewGuid(), wrong), TestStudy.Cancellation);

        Assert.Equal((field, key), (Assert.Single(outcome.Refusals).Field, outcome.Refusals[0].Key));
    }

    [Theory]
    [InlineData("elements", 1)]
    [InlineData("DUPONT 2022", 1)]
    [InlineData("dupont 2019", 0)]
    [InlineData("", 1)]
    public async Task A_search_goes_through_authors_title_and_year_without_case_or_accents(string search, int found)
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await test.Get<AddReference>().Handle(researcher, new(Guid.NewGuid(), Fields), TestStudy.Cancellation);

        var list = await test.Get<ListReferences>().Run(researcher, new ReferenceFilter(search), TestStudy.Cancellation);

        Assert.Equal(found, list.Value!.Total);
    }

    [Fact]
    public async Task A_reading_note_handed_over_has_the_pages_of_its_paragraphs()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var key = (await test.Get<AddReference>().Handle(researcher, new(Guid.NewGuid(), Fields), TestStudy.Cancellation)).Value!;
        const string note = "Avant tout.\n\np. 41 La fiche technique.\nSur deux lignes.\n\nEncore la même page.\n\npp. 52-53 Deux pages.\n";
        await test.Get<KeepReadingNote>().Handle(researcher, new(key, new AutosaveText(Guid.NewGuid(), 0, note)), TestStudy.Cancellation);

        var outcome = await test.Get<HandOverReadingNote>().Handle(researcher, new(Guid.NewGuid(), key), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        var text = Assert.Single(await test.All<SourceTextVersion>()).Text;
        var segments = (await test.All<Segment>()).OrderBy(segment => segment.Order).ToList();
        Assert.Equal([null, 41, 41, 52], segments.Select(segment => segment.Page));
        Assert.Equal("p. 41 La fiche technique.\nSur deux lignes.", text.Substring(segments[1].Start, segments[1].Length));
    }

    [Fact]
    public async Task Only_a_whole_PDF_is_attached_whatever_its_name()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var key = (await test.Get<AddReference>().Handle(researcher, new(Guid.NewGuid(), Fields), TestStudy.Cancellation)).Value!;
        Task<Outcome<Guid>> Attach(string content, string name = "rapport.pdf") => test.Get<AttachFile>().Handle(
            researcher, new(Guid.NewGuid(), key, name, new MemoryStream(Encoding.Latin1.GetBytes(content))), TestStudy.Cancellation);

        var page = await Attach("<html><script>alert(1)</script></html>");
        var cut = await Attach("%PDF-1.7\n1 0 obj");
        var empty = await Attach("");
        var whole = await Attach("%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n", "../../etc/rapport.pdf");
        var again = await Attach("%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n");

        Assert.Equal(["FileIsNoPdf", "PdfIsCut", "FileRefused"], new[] { page, cut, empty }.Select(refused => Assert.Single(refused.Refusals).Key));
        Assert.Equal(whole.Value, again.Value);
        Assert.Equal("rapport.pdf", Assert.Single(await test.All<Attachment>()).FileName);
        Assert.Single(test.Get<FileStore>().Hashes());
        var opened = await test.Get<OpenAttachment>().Run(researcher, key, whole.Value, TestStudy.Cancellation);
        Assert.Equal($"D-01-{key}.pdf", opened.Value!.DownloadName);
    }

    [Fact]
    public async Task The_export_carries_the_citation_keys()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var key = (await test.Get<AddReference>().Handle(researcher, new(Guid.NewGuid(), Fields), TestStudy.Cancellation)).Value!;

        var items = await test.Get<ExportCsl>().Run(researcher, TestStudy.Cancellation);

        Assert.Equal((key, "Éléments de réemploi", 2022), (items.Value![0].Id!, items.Value[0].Title!, items.Value[0].Year!.Value));
    }
}
