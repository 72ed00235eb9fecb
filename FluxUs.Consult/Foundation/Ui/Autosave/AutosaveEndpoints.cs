using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace FluxUs.Consult.Foundation.Ui.Autosave;

/// <summary>
/// The endpoints of <c>autosave.js</c>: the key of this person's drafts, and one address for every text that is kept as it is typed.
/// Answers are JSON without a page around them.
/// </summary>
public static class AutosaveEndpoints
{
    /// <summary>Longer texts are refused, in UTF-16 units: more than any interview, and small enough to travel at each pause.</summary>
    public const int MaxLength = 1_000_000;

    // What such a text may weigh in UTF-8 with its line ends and quotes escaped.
    private const int MaxBody = 8_000_000;

    public static IServiceCollection AddAutosave(this IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddSingleton<AutosaveKeys>();
        return services;
    }

    public static void MapAutosave(this IEndpointRouteBuilder routes)
    {
        var autosave = routes.MapGroup("/autosave")
            .RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .DisableCookieRedirect()
            .WithMetadata(new SkipStatusCodePagesAttribute());
        autosave.MapGet("/key", Key);
        autosave.MapGet("/{kind}/{id}", Load);
        autosave.MapPut("/{kind}/{id}", Save).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
    }

    private static IResult Key(HttpContext context, AutosaveKeys keys, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new KeyAnswer(
            Convert.ToBase64String(keys.KeyOf(context.User)), keys.ShelfOf(context.User), tokens.HeaderName!, tokens.RequestToken!));
    }

    private static async Task<IResult> Load(
        string kind, string id, ClaimsPrincipal person, IEnumerable<IAutosaveTarget> targets, HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Find(targets, kind) is { } target ? Answer(await target.Load(id, person, cancellation)) : TypedResults.NotFound();
    }

    private static async Task<IResult> Save(
        string kind, string id, ClaimsPrincipal person, IEnumerable<IAutosaveTarget> targets, HttpContext context, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        if (Find(targets, kind) is not { } target)
        {
            return TypedResults.NotFound();
        }

        AutosaveText? text;
        try
        {
            text = await context.Request.ReadFromJsonAsync<AutosaveText>(cancellation);
        }
        catch (System.Text.Json.JsonException)
        {
            return TypedResults.BadRequest();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (text is not { Text: not null } || text.Operation == Guid.Empty)
        {
            return TypedResults.BadRequest();
        }

        return text.Text.Length > MaxLength
            ? TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge)
            : Answer(await target.Save(id, text, person, cancellation));
    }

    private static IAutosaveTarget? Find(IEnumerable<IAutosaveTarget> targets, string kind) => targets.FirstOrDefault(target => target.Kind == kind);

    private static IResult Answer(AutosaveAnswer answer) => answer switch
    {
        AutosaveAnswer.Saved saved => TypedResults.Ok(saved),
        AutosaveAnswer.Standing standing => TypedResults.Ok(standing),
        AutosaveAnswer.Changed changed => TypedResults.Conflict(changed),
        AutosaveAnswer.NotFound => TypedResults.NotFound(),
        AutosaveAnswer.Forbidden => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
        AutosaveAnswer.Refused refused => TypedResults.UnprocessableEntity(refused),
        _ => throw new InvalidOperationException($"No answer for {answer.GetType().Name}."),
    };

    /// <param name="Key">32 bytes in base64, for AES-GCM.</param>
    /// <param name="Shelf">The name under which the browser files this person's drafts.</param>
    /// <param name="Header">The header in which each write carries the antiforgery token.</param>
    /// <param name="Token">The antiforgery token of this person's session.</param>
    private sealed record KeyAnswer(string Key, string Shelf, string Header, string Token);
}
