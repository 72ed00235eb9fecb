using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Priorities.Spreadsheets;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

public class SpreadsheetTests
{
    [Theory]
    [InlineData(TableFormat.Xlsx)]
    [InlineData(TableFormat.Csv)]
    public async Task What_goes_out_comes_back_unchanged(TableFormat format)
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Researcher, (4, 3), (2, null), (0, 1));

        var file = await scene.Done(test.Get<WriteScoreTable>().Run(scene.Researcher, format, TestStudy.Cancellation));
        var preview = await scene.Done(test.Get<CheckScoreTable>().Run(scene.Researcher, file.FileName, file.Content, TestStudy.Cancellation));

        Assert.Empty(preview.Changes);
        Assert.Equal(10, preview.Unchanged);
    }

    [Fact]
    public async Task A_preview_tells_what_is_new_changed_and_taken_back_and_changes_nothing()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Researcher, (4, 3), (2, 2));

        var preview = await scene.Done(Check(test, scene, "code;name;C1;C2\nP01;Offre;1;3\nP02;;;2\nP03;;4;\n"));

        Assert.Equal([("P01", "C1", 4m, 1m), ("P02", "C1", 2m, null), ("P03", "C1", null, 4m)], preview.Changes.Select(change => (change.OfferingCode, change.CriterionCode, change.Before, change.After)));
        Assert.Equal(4, (await test.All<Score>()).Count);
    }

    [Theory]
    [InlineData("name,code,C1,C2\nOffre,P01,1,2\n", "TableNeedsCode", "A1")]
    [InlineData("code,name,C1,C2\nP01,Offre,Offre 1,2\n", "TableTextInNumber", "C2")]
    [InlineData("code,name,C1,C2\nP01,Offre,1,2,3\n", "TableCellWithoutHead", "E2")]
    [InlineData("code,name,C1,C9\nP01,Offre,1,2\n", "TableUnknownCriterion", "D1")]
    [InlineData("code,name,C1,C1\nP01,Offre,1,2\n", "TableCriterionTwice", "D1")]
    [InlineData("code,name,C1,C2\nP01,,1,2\nP77,,1,2\n", "TableUnknownOffering", "A3")]
    [InlineData("code,name,C1,C2\nP01,,1,2\nP02,,1,2\nP01,,3,3\n", "TableOfferingTwice", "A4")]
    [InlineData("code,name,C1,C2\n,,1,2\n", "TableRowWithoutCode", "A2")]
    [InlineData("code,name,C1,C2\nP01,,7,2\n", "TableNoStep", "C2")]
    [InlineData("code,name\nP01,Offre\n", "TableHasNoCriterion", "C1")]
    public async Task One_wrong_cell_refuses_the_whole_file_and_is_named(string csv, string key, string cell)
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);

        var outcome = await Check(test, scene, csv);

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Contains(outcome.Refusals, refusal => refusal.Key == key && Equals(refusal.Arguments[0], cell));
        Assert.Empty(await test.All<Score>());
    }

    [Fact]
    public async Task A_formula_is_no_score_and_what_is_no_spreadsheet_is_refused()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        var file = await scene.Done(test.Get<WriteScoreTable>().Run(scene.Researcher, TableFormat.Xlsx, TestStudy.Cancellation));
        using var content = new MemoryStream();
        content.Write(file.Content);
        using (var document = SpreadsheetDocument.Open(content, isEditable: true))
        {
            var row = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().ElementAt(1);
            row.Append(new Cell { CellReference = "C2", CellFormula = new CellFormula("1+1"), CellValue = new CellValue("2") });
        }

        var formula = await test.Get<CheckScoreTable>().Run(scene.Researcher, "a.xlsx", content.ToArray(), TestStudy.Cancellation);
        var noise = await test.Get<CheckScoreTable>().Run(scene.Researcher, "a.xlsx", "PK\u0003\u0004 rien"u8.ToArray(), TestStudy.Cancellation);

        Assert.Contains(formula.Refusals, refusal => refusal.Key == "TableHasFormula" && Equals(refusal.Arguments[0], "C2"));
        Assert.Equal("TableUnreadable", Assert.Single(noise.Refusals).Key);
    }

    [Fact]
    public async Task A_name_that_looks_like_a_formula_goes_out_defused()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await test.Save(new Consult.Studies.Offering(test.Study.Id, "P90", new LocalText("=HYPERLINK(1)"), ""));

        var csv = await scene.Done(test.Get<WriteScoreTable>().Run(scene.Researcher, TableFormat.Csv, TestStudy.Cancellation));
        var xlsx = await scene.Done(test.Get<WriteScoreTable>().Run(scene.Researcher, TableFormat.Xlsx, TestStudy.Cancellation));

        Assert.Contains("P90,'=HYPERLINK(1)", Encoding.UTF8.GetString(csv.Content), StringComparison.Ordinal);
        using var document = SpreadsheetDocument.Open(new MemoryStream(xlsx.Content), isEditable: false);
        Assert.Empty(document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
    }

    private static Task<Outcome<ScoreTablePreview>> Check(TestStudy test, ChoiceScene scene, string csv) =>
        test.Get<CheckScoreTable>().Run(scene.Researcher, "notes.csv", Encoding.UTF8.GetBytes(csv), TestStudy.Cancellation);
}
