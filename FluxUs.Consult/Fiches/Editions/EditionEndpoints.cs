using System.Security.Claims;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Docx;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>Downloads: an edition by its permanent address, and a fiche as it is shown.</summary>
internal static class EditionEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapEditions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/editions/{id:guid}.pdf", Reading, Edition).AllowAnonymous();
        endpoints.MapMethods("/editions/{id:guid}.docx", Reading, EditionDocx).AllowAnonymous();
        endpoints.MapMethods("/studies/{slug}/fiches/{code}/{language:regex(^(fr|nl|en)$)}.pdf", Reading, AsShown).RequireAuthorization();
        endpoints.MapMethods("/studies/{slug}/fiches/{code}/{language:regex(^(fr|nl|en)$)}.docx", Reading, AsDocx).RequireAuthorization();
    }

    private static async Task<IResult> Edition(Guid id, ClaimsPrincipal person, ReadEdition read, CancellationToken cancellation)
    {
        var (door, file) = await read.RunFile(person, id, cancellation);
        return door switch
        {
            EditionDoor.Open => TypedResults.File(file!.Pdf, "application/pdf", file.FileName, enableRangeProcessing: true,
                new DateTimeOffset(file.PublishedAt, TimeSpan.Zero), new EntityTagHeaderValue($"\"{file.Sha256}\"")),
            // The page says what stands or stood here and leads on.
            EditionDoor.AskToSignIn or EditionDoor.Withdrawn => TypedResults.LocalRedirect($"/editions/{id}"),
            _ => TypedResults.NotFound(),
        };
    }

    // Drawn from what was frozen: the proof remains the PDF.
    private static async Task<IResult> EditionDocx(Guid id, ClaimsPrincipal person, ReadEdition read, CancellationToken cancellation)
    {
        var (door, file) = await read.RunFile(person, id, cancellation);
        if (door is EditionDoor.AskToSignIn or EditionDoor.Withdrawn) return TypedResults.LocalRedirect($"/editions/{id}");
        if (door != EditionDoor.Open) return TypedResults.NotFound();
        using var output = new MemoryStream();
        FicheDocx.Write(DocumentJson.Read(file!.Document), DocumentJson.ReadStyle(file.PageStyle), output);
        return TypedResults.File(output.ToArray(), RenderFiche.DocxType, Path.ChangeExtension(file.FileName, ".docx"));
    }

    private static Task<IResult> AsShown(string slug, string code, string language, ClaimsPrincipal person, StudyDoor door, RenderFiche render, RefusalTexts refusals, CancellationToken cancellation) =>
        Rendered(slug, new RenderFicheRequest(code, language, null, FicheFormat.Pdf), person, door, render, refusals, cancellation);

    private static Task<IResult> AsDocx(string slug, string code, string language, ClaimsPrincipal person, StudyDoor door, RenderFiche render, RefusalTexts refusals, CancellationToken cancellation) =>
        Rendered(slug, new RenderFicheRequest(code, language, null, FicheFormat.Docx), person, door, render, refusals, cancellation);

    private static async Task<IResult> Rendered(string slug, RenderFicheRequest request, ClaimsPrincipal person, StudyDoor door, RenderFiche render, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var outcome = await render.Run(access, request, cancellation);
        return outcome.IsDone ? TypedResults.File(outcome.Value.Content, outcome.Value.MediaType, outcome.Value.FileName) : refusals.Answer(outcome.Failure);
    }
}
