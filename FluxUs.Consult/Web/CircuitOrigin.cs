namespace FluxUs.Consult.Web;

/// <summary>
/// Lets a circuit be opened from this site's own pages only: a WebSocket is not held by the same-origin policy, and without this check
/// any site could open one with the visitor's cookies.
/// </summary>
public sealed class CircuitOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (context.Request.Path.StartsWithSegments("/_blazor") && origin.Length > 0 && !IsOwn(origin, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
