using System.Globalization;
using System.Security.Claims;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Fields;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Priorities.Spreadsheets;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Antiforgery;

namespace FluxUs.Consult.Priorities;

/// <summary>Tables and the record to take away, and a cell of the grid that is kept as it is typed.</summary>
internal static class PrioritiesEndpoints
{
    public static void MapTables(this IEndpointRouteBuilder endpoints)
    {
        var room = endpoints.MapGroup("/studies/{slug}/priorities").RequireAuthorization();
        room.MapGet("/scores.csv", (string slug, ClaimsPrincipal person, StudyDoor door, WriteScoreTable write, RefusalTexts refusals, CancellationToken cancellation) =>
            Table(slug, TableFormat.Csv, person, door, write, refusals, cancellation));
        room.MapGet("/scores.xlsx", (string slug, ClaimsPrincipal person, StudyDoor door, WriteScoreTable write, RefusalTexts refusals, CancellationToken cancellation) =>
            Table(slug, TableFormat.Xlsx, person, door, write, refusals, cancellation));
        room.MapGet("/ranking.csv", RankingTable);
        room.MapGet("/ranks.csv", RankShareTable);
        room.MapGet("/decisions/{number:int}.pdf", Record);
        room.MapPost("/scores/cell", KeepCell).DisableCookieRedirect();
    }

    private static async Task<IResult> Table(string slug, TableFormat format, ClaimsPrincipal person, StudyDoor door, WriteScoreTable write, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var outcome = await write.Run(access, format, cancellation);
        return outcome.IsDone ? TypedResults.File(outcome.Value.Content, outcome.Value.MediaType, outcome.Value.FileName) : refusals.Answer(outcome.Failure);
    }

    private static async Task<IResult> RankingTable(string slug, ClaimsPrincipal person, StudyDoor door, RankOfferings rank, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var outcome = await rank.Run(access, cancellation);
        if (!outcome.IsDone) return refusals.Answer(outcome.Failure);
        using var content = new MemoryStream();
        CsvTables.Write(
            content, outcome.Value.Offerings, new("code", row => row.Code), new("score", row => row.Score), new("rank", row => row.Rank), new("share", row => row.Share),
            new("low", row => row.Low), new("high", row => row.High), new("state", row => row.State.ToString()), new CsvColumn<RankedOffering>("name", row => row.Name.ToString()));
        return TypedResults.File(content.ToArray(), "text/csv; charset=utf-8", $"{slug}-ranking.csv");
    }

    /// <summary>How often each takes each rank in the draws.</summary>
    private static async Task<IResult> RankShareTable(string slug, ClaimsPrincipal person, StudyDoor door, RankOfferings rank, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var outcome = await rank.Run(access, cancellation);
        if (!outcome.IsDone) return refusals.Answer(outcome.Failure);
        var (rows, drawn) = (outcome.Value.Offerings, outcome.Value.Drawn);
        using var content = new MemoryStream();
        CsvTables.Write(content, rows, [
            new CsvColumn<RankedOffering>("code", row => row.Code),
            .. Enumerable.Range(1, rows.Count).Select(place => new CsvColumn<RankedOffering>(string.Create(CultureInfo.InvariantCulture, $"rank_{place}"), row => drawn!.RankShare(row.At, place))),
        ]);
        return TypedResults.File(content.ToArray(), "text/csv; charset=utf-8", $"{slug}-ranks.csv");
    }

    private static async Task<IResult> Record(string slug, int number, ClaimsPrincipal person, StudyDoor door, ComposeRecord compose, IPdfEngine engine, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var record = await compose.Run(access, number, cancellation);
        if (!record.IsDone) return refusals.Answer(record.Failure);
        using var content = new MemoryStream();
        engine.Render(record.Value.Document, PageStyle.A4, content);
        return TypedResults.File(content.ToArray(), "application/pdf", string.Create(CultureInfo.InvariantCulture, $"{slug}-decision-{number}-{Languages.Current.Code}.pdf"));
    }

    /// <summary>Keeps one value of one's own grid; answers its version.</summary>
    private static async Task<IResult> KeepCell(
        string slug, ClaimsPrincipal person, StudyDoor door, OpenCell cells, GiveScores give, RefusalTexts refusals, IAntiforgery antiforgery, HttpContext context, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return TypedResults.BadRequest();
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var form = PostedForm.Of(context);
        var found = await cells.Run(access, form.Text("offering"), form.Text("criterion"), cancellation);
        if (!found.IsDone) return refusals.Answer(found.Failure);
        var (text, value) = (form.Text("value").Trim(), form.Figure("value"));
        if (text.Length > 0 && value is null) return refusals.Answer(Outcome.Refused<PrioritiesTexts>("CellIsNoNumber", null, form.Text("offering"), form.Text("criterion"), text));
        var (offering, criterion) = found.Value;
        var outcome = await give.Handle(access, new GiveScoresRequest(form.Operation, [], [new TypedValue(offering, criterion, value, form.Version)]), cancellation);
        return outcome.IsDone ? TypedResults.Ok(new { version = value is null ? 0 : outcome.Value == 0 ? form.Version : form.Version + 1 }) : refusals.Answer(outcome.Failure);
    }
}
