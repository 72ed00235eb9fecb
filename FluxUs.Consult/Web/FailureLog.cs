using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;

namespace FluxUs.Consult.Web;

/// <summary>
/// Gives each failure a short reference, writes it to the log with what failed, and leaves it for the error page. People read the
/// reference aloud, so it has no letters that look like figures.
/// </summary>
public sealed partial class FailureLog(ILogger<FailureLog> log) : IExceptionHandler
{
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private static readonly object Key = new();

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var reference = RandomNumberGenerator.GetString(Letters, 8);
        httpContext.Items[Key] = reference;
        Failed(log, exception, reference, httpContext.Request.Method);

        // The page is drawn by the error handler that called; what failed may have been a post or a put, and is not sent to that page.
        httpContext.Request.Method = HttpMethods.Get;
        return ValueTask.FromResult(false);
    }

    /// <summary>The reference of the failure that this request met, if it met one.</summary>
    public static string? ReferenceOf(HttpContext context) => context.Items[Key] as string;

    [LoggerMessage(Level = LogLevel.Error, Message = "Failure {Reference} in a {Method} request")]
    private static partial void Failed(ILogger log, Exception exception, string reference, string method);
}
