using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Accounts;

/// <summary>Leads whoever must have a second factor, and came in without, to the page that sets one up; no other page opens
/// until then. The door of a study checks the same again.</summary>
internal sealed class SecondFactorGate(RequestDelegate next, IOptions<AccountRules> rules)
{
    public const string SetUp = "/account/second-factor";

    public async Task InvokeAsync(HttpContext context, ISecondFactorRule rule)
    {
        if (rules.Value.SecondFactorRequired && !IsOpenToAll(context)
            && SignedIn.From(context.User) is { HasSecondFactor: false } person
            && await rule.IsRequiredFor(person.AccountId, context.RequestAborted))
        {
            if (HttpMethods.IsGet(context.Request.Method)) context.Response.Redirect(SetUp);
            else context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
    }

    private static bool IsOpenToAll(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint
        || context.Request.Path.StartsWithSegments("/account")
        || context.Request.Path.StartsWithSegments("/language")
        || context.Request.Path.StartsWithSegments("/status")
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
