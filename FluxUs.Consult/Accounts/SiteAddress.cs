namespace FluxUs.Consult.Accounts;

/// <summary>The address under which people reach the site, for links that leave it: <c>Site:Address</c>, else that of the
/// request, else the first that the server listens on.</summary>
public sealed class SiteAddress(IConfiguration configuration, IHttpContextAccessor context)
{
    /// <param name="path">Without a slash at the start.</param>
    public string Of(string path) => $"{Root.TrimEnd('/')}/{path}";

    private string Root => configuration["Site:Address"]
        ?? (context.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}" : null)
        ?? configuration["urls"]?.Split(';')[0]
        ?? "http://localhost:5080";
}
