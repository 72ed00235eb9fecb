namespace FluxUs.Consult.Web;

/// <summary>
/// What every answer tells the browser, errors and files included: take scripts, styles and pictures from here only, guess no types,
/// stand in no frame, tell no other site where one was. An endpoint that sends its own policy (attachments) keeps it.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>
    /// Content Security Policy Level 3. No inline script or style anywhere; <c>data:</c> for the small pictures in Bootstrap's stylesheet.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; object-src 'none'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            Write(((HttpContext)state).Response);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=(self), payment=(), usb=()");
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            // Pages hold what people said: no copy stays in a cache, and the back button shows what is true now.
            headers.CacheControl = "no-store";
        }
        else
        {
            // What an endpoint sends without a word on it may be meant for this reader alone; files of the web root say their own.
            headers.TryAdd("Cache-Control", "private, no-cache");
        }
    }
}
