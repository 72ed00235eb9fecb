using System.Security.Claims;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FluxUs.Consult.Fiches.Editor;

/// <summary>What the editor's page asks for while one types: the preview with the checks, and the facts that prose may point at.</summary>
internal static class EditorEndpoints
{
    public static void MapEditor(this IEndpointRouteBuilder endpoints)
    {
        var fiche = endpoints.MapGroup("/studies/{slug}/fiches/{code}/{language:regex(^(fr|nl|en)$)}").RequireAuthorization();
        fiche.MapGet("/live", Live);
        fiche.MapGet("/tokens", Tokens);
    }

    private static async Task<IResult> Live(
        string slug, string code, string language, string? section, ClaimsPrincipal person, StudyDoor door, EditFiche edit, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var editor = await edit.Run(access, new FicheName(code, language), cancellation);
        return editor.IsDone
            ? new RazorComponentResult<FicheLive>(new { Editor = editor.Value, Access = access, StudyAddress = $"/studies/{slug}", Section = section ?? "" })
            : refusals.Answer(editor.Failure);
    }

    private static async Task<IResult> Tokens(
        string slug, string code, string language, ClaimsPrincipal person, StudyDoor door, ListTokens list, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var tokens = await list.Run(access, new FicheName(code, language), cancellation);
        return tokens.IsDone ? TypedResults.Ok(tokens.Value) : refusals.Answer(tokens.Failure);
    }
}
