using Microsoft.AspNetCore.Http.Features;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>Answers a form whose file is over the limit by its own page, which says so in a sentence. The browser sends to the
/// end before it reads an answer, so what it sends is read and thrown away; far over the limit the connection ends instead.</summary>
public sealed class UploadLimit(RequestDelegate next, FilesOptions files)
{
    /// <summary>In the address that is answered: <c>?refused=too-large</c>.</summary>
    public const string Parameter = "refused";

    public const string TooLarge = "too-large";

    private const int PatienceFactor = 8;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is not { } length || length <= files.LimitFormBytes)
        {
            await next(context);
            return;
        }

        if (length > files.LimitFormBytes * PatienceFactor)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        await request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{request.PathBase}{request.Path}?{Parameter}={TooLarge}";
    }
}
