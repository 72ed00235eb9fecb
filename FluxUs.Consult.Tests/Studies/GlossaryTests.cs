using System.Text;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Studies;

public class GlossaryTests
{
    private static GlossaryContents Term(string french, string dutch = "", string english = "", string definition = "", string note = "") => new(new LocalText(french, dutch, english), definition, note);

    [Fact]
    public async Task A_term_is_there_once_and_the_second_to_change_it_is_told()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        var id = (await test.Get<AddTerm>().Handle(editor, new(Guid.NewGuid(), Term("réemploi", "hergebruik")), TestStudy.Cancellation)).Value;

        var twice = await test.Get<AddTerm>().Handle(editor, new(Guid.NewGuid(), Term("Réemploi")), TestStudy.Cancellation);
        Assert.Equal(("GlossaryTermExists", "Term"), (Assert.Single(twice.Refusals).Key, twice.Refusals[0].Field));
        Assert.Equal("GlossaryNeedsTerm", Assert.Single((await test.Get<AddTerm>().Handle(editor, new(Guid.NewGuid(), Term(" ")), TestStudy.Cancellation)).Refusals).Key);

        Assert.True((await test.Get<ChangeTerm>().Handle(editor, new(Guid.NewGuid(), id, 1, Term("réemploi", "hergebruik", "reuse")), TestStudy.Cancellation)).IsDone);
        Assert.Equal(OutcomeKind.Changed, (await test.Get<ChangeTerm>().Handle(editor, new(Guid.NewGuid(), id, 1, Term("réemploi")), TestStudy.Cancellation)).Kind);
        Assert.Equal(OutcomeKind.Changed, (await test.Get<RemoveTerm>().Handle(editor, new(Guid.NewGuid(), id, 1), TestStudy.Cancellation)).Kind);
        Assert.Equal("reuse", Assert.Single(await test.All<GlossaryTerm>()).Term.English);
        Assert.True((await test.Get<RemoveTerm>().Handle(editor, new(Guid.NewGuid(), id, 2), TestStudy.Cancellation)).IsDone);
        Assert.Empty(await test.All<GlossaryTerm>());
    }

    [Fact]
    public async Task Terms_of_another_study_are_neither_seen_nor_changed()
    {
        await using var test = await TestStudy.Create();
        var other = new Study("steel", new LocalText("Acier"));
        var term = new GlossaryTerm(other.Id, Term("acier"));
        await test.Save(other, term);
        var manager = await test.As(Roles.Manager);

        Assert.Empty((await test.Get<ListTerms>().Run(manager, TestStudy.Cancellation)).Value!);
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<ChangeTerm>().Handle(manager, new(Guid.NewGuid(), term.Id, 1, Term("fer")), TestStudy.Cancellation)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<RemoveTerm>().Handle(manager, new(Guid.NewGuid(), term.Id, 1), TestStudy.Cancellation)).Kind);
    }

    [Fact]
    public async Task What_was_exported_comes_back_the_same_and_formulas_stay_words()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        await test.Save(new GlossaryTerm(test.Study.Id, Term("=SOMME(1)", "-20", "'t", "une, \"deux\"", "n’employer\nnulle part")), new GlossaryTerm(test.Study.Id, Term("", "bestek")));
        var content = (await test.Get<ExportGlossary>().Run(editor, TestStudy.Cancellation)).Value!;

        Assert.Contains("'=SOMME(1),'-20,'t,", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        Assert.Equal(new ImportedGlossary(0, 0, 2), (await Import(test, editor, content)).Value);
    }

    [Fact]
    public async Task A_file_adds_and_changes_and_removes_nothing()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        await test.Save(new GlossaryTerm(test.Study.Id, Term("réemploi", "hergebruik", "", "défini")), new GlossaryTerm(test.Study.Id, Term("flux")));

        var brought = await Import(test, editor, "fr;nl;en;note\nRéemploi;hergebruik;reuse;pas « recyclage »\ndépose;demontage;;\n");

        Assert.Equal(new ImportedGlossary(1, 1, 0), brought.Value);
        var terms = await test.All<GlossaryTerm>();
        Assert.Equal(["dépose", "flux", "Réemploi"], terms.Select(term => term.Term.French).Order(StringComparer.InvariantCultureIgnoreCase));
        var reuse = terms.Single(term => term.Term.French == "Réemploi");
        Assert.Equal(("défini", "pas « recyclage »", "reuse", 2), (reuse.Definition, reuse.Note, reuse.Term.English, reuse.Version));
    }

    [Fact]
    public async Task An_empty_cell_changes_nothing_and_the_preview_shows_the_old_beside_the_new()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        await test.Save(new GlossaryTerm(test.Study.Id, Term("réemploi", "hergebruik", "reuse", "défini", "jamais « recyclage »")), new GlossaryTerm(test.Study.Id, Term("flux", "stroom")));
        var content = Encoding.UTF8.GetBytes("fr,nl,en,definition,note\nréemploi,,,,\nflux,,flow,,\n");

        var preview = (await test.Get<CheckGlossary>().Run(editor, "termes.csv", content, TestStudy.Cancellation)).Value!;
        Assert.Equal((0, 1, 1), (preview.Added, preview.Changed, preview.Unchanged));
        Assert.Equal((Term("flux", "stroom"), Term("flux", "stroom", "flow")), (preview.Changes[0].Before!.Contents, preview.Changes[0].After));

        Assert.Equal(new ImportedGlossary(0, 1, 1), (await Import(test, editor, content)).Value);
        Assert.Contains(Term("réemploi", "hergebruik", "reuse", "défini", "jamais « recyclage »"), (await test.All<GlossaryTerm>()).Select(term => term.Contents));
    }

    [Theory]
    [InlineData("change")]
    [InlineData("remove")]
    [InlineData("add")]
    public async Task What_changed_since_the_preview_is_not_overwritten(string what)
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        var id = (await test.Get<AddTerm>().Handle(editor, new(Guid.NewGuid(), Term("réemploi", "hergebruik")), TestStudy.Cancellation)).Value;
        var content = Encoding.UTF8.GetBytes("fr,nl,en\nréemploi,herbruik,\nflux,stroom,\n");
        var preview = (await test.Get<CheckGlossary>().Run(editor, "termes.csv", content, TestStudy.Cancellation)).Value!;
        if (what == "change") await test.Get<ChangeTerm>().Handle(editor, new(Guid.NewGuid(), id, 1, Term("réemploi", "wedergebruik")), TestStudy.Cancellation);
        if (what == "remove") await test.Get<RemoveTerm>().Handle(editor, new(Guid.NewGuid(), id, 1), TestStudy.Cancellation);
        if (what == "add") await test.Get<AddTerm>().Handle(editor, new(Guid.NewGuid(), Term("flux", "flow")), TestStudy.Cancellation);
        var before = (await test.All<GlossaryTerm>()).Select(term => term.Contents).ToList();

        var outcome = await test.Get<ImportGlossary>().Handle(editor, Request("termes.csv", content, preview), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Changed, outcome.Kind);
        Assert.Equal(before, (await test.All<GlossaryTerm>()).Select(term => term.Contents));
    }

    [Fact]
    public async Task A_glossary_that_would_become_too_large_is_refused()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        var rows = string.Concat(Enumerable.Range(1, 2000).Select(number => $"terme {number},,\n"));
        Assert.True((await Import(test, editor, "fr,nl,en\n" + rows)).IsDone);

        Assert.Equal("GlossaryFull", Assert.Single((await test.Get<AddTerm>().Handle(editor, new(Guid.NewGuid(), Term("un de plus")), TestStudy.Cancellation)).Refusals).Key);
        Assert.Equal("GlossaryFull", Assert.Single((await Import(test, editor, "fr,nl,en\nun de plus,,\n")).Refusals).Key);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_called_unreadable()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);

        Assert.Equal("GlossaryTooLarge", Assert.Single((await Import(test, editor, "fr,nl,en\n" + new string('a', CheckGlossary.MostBytes))).Refusals).Key);
        Assert.Equal("GlossaryFileMissing", Assert.Single((await test.Get<CheckGlossary>().Run(editor, "", [], TestStudy.Cancellation)).Refusals).Key);
    }

    [Theory]
    [InlineData("fr,nl,en\nréemploi,hergebruik,reuse\n,,\n,,,x\n", "GlossaryCellWithoutHead D4 x;GlossaryRowWithoutTerm A4")]
    [InlineData("fr,nl,en,note\nréemploi,,,\n,,,note seule\n", "GlossaryRowWithoutTerm A3")]
    [InlineData("fr,nl,en\nréemploi,a,b\ndépose,,\nRÉEMPLOI,c,d\n", "GlossaryTermTwice A4 RÉEMPLOI A2")]
    [InlineData("fr,nl,en,couleur\na,b,c,d\n", "GlossaryUnknownHead D1 couleur")]
    [InlineData("fr,nl\na,b\n", "GlossaryNeedsHead A1 en")]
    [InlineData("fr,nl,en,FR\na,b,c,d\n", "GlossaryHeadTwice D1 fr")]
    [InlineData("fr,nl,en\n\"a\nb\",c,d\n", "GlossaryCellHasLines A2")]
    [InlineData("fr,nl,en\n", "GlossaryEmpty termes.csv")]
    [InlineData("\0\u0001", "GlossaryUnreadable termes.csv")]
    public async Task A_refusal_names_the_cell_and_nothing_comes_in(string table, string expected)
    {
        await using var test = await TestStudy.Create();

        var outcome = await Import(test, await test.As(Roles.Researcher), table);

        Assert.Equal(expected, string.Join(';', outcome.Refusals.Select(refusal => string.Join(' ', [refusal.Key, .. refusal.Arguments]))));
        Assert.All(outcome.Refusals, refusal => Assert.Null(refusal.Field));
        Assert.Empty(await test.All<GlossaryTerm>());
    }

    [Fact]
    public async Task A_cell_that_is_too_long_is_refused()
    {
        await using var test = await TestStudy.Create();

        var outcome = await Import(test, await test.As(Roles.Researcher), $"nl,fr,en\n,{new string('a', 101)},\n");

        Assert.Equal(["B2", 101, 100], Assert.Single(outcome.Refusals).Arguments);
    }

    [Fact]
    public async Task The_page_adds_changes_brings_and_gives_away()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Editor);
        const string Page = "/studies/wood/glossary";

        await TestSite.Post(client, Page, "add", ("Term.fr", "réemploi"), ("Term.nl", "hergebruik"), ("Note", "jamais « recyclage »"));
        using var answer = await TestSite.Upload(client, Page + "/import", "bring-terms", "termes.csv", Encoding.UTF8.GetBytes("fr,nl,en\ndépose,demontage,dismantling\nréemploi,herbruik,\n"));
        var preview = await TestSite.Read(answer);
        Assert.Contains("<del class=\"soft\">hergebruik</del> <ins>herbruik</ins>", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("dismantling", await TestSite.Read(client, Page), StringComparison.Ordinal);

        // A colleague was quicker: what would change is shown again, with the word that stands now.
        await site.Study.Change<GlossaryTerm>(term => term.Describe(term.Contents with { Term = new LocalText("réemploi", "wedergebruik") }), term => true);
        using var late = await TestSite.PostFrom(client, preview, Page + "/import", "take-terms");
        var again = await TestSite.Read(late);
        Assert.Contains("<del class=\"soft\">wedergebruik</del> <ins>herbruik</ins>", again, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", again, StringComparison.Ordinal);
        using var taken = await TestSite.PostFrom(client, again, Page + "/import", "take-terms");
        Assert.EndsWith("/glossary?brought=1,1,0", taken.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await TestSite.Read(client, Page);

        Assert.Contains("jamais « recyclage »", page, StringComparison.Ordinal);
        Assert.Contains("dismantling", page, StringComparison.Ordinal);
        Assert.Contains("réemploi,herbruik,", await TestSite.Read(client, Page + ".csv"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await site.SignIn(Roles.Committee)).GetAsync(Page, TestStudy.Cancellation)).StatusCode);
    }

    private static Task<Outcome<ImportedGlossary>> Import(TestStudy test, StudyAccess access, string table) => Import(test, access, Encoding.UTF8.GetBytes(table));

    private static async Task<Outcome<ImportedGlossary>> Import(TestStudy test, StudyAccess access, byte[] content)
    {
        var preview = await test.Get<CheckGlossary>().Run(access, "dossier/termes.csv", content, TestStudy.Cancellation);
        return preview.IsDone ? await test.Get<ImportGlossary>().Handle(access, Request("dossier/termes.csv", content, preview.Value), TestStudy.Cancellation) : preview.Failure;
    }

    private static ImportGlossaryRequest Request(string fileName, byte[] content, GlossaryPreview preview) =>
        new(Guid.NewGuid(), fileName, content, preview.Added, [.. preview.Changes.Where(change => change.Before is not null).Select(change => new SeenTerm(change.Before!.Id, change.Before.Version))]);
}
