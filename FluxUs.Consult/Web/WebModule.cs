using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Web.Jobs;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace FluxUs.Consult.Web;

/// <summary>What the browser meets first: headers, language, error pages, the files of the web root, and the pages of every room.</summary>
public static class WebModule
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10));
        services.AddCascadingAuthenticationState();
        services.AddActsOf<WebTexts>();
        services.AddExceptionHandler<FailureLog>();
        // A form that cannot be read is answered with 400 in Development as elsewhere.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddOptions<AntiforgeryOptions>().Configure<IHostEnvironment>((options, environment) =>
        {
            // Over loopback HTTP in Development a browser refuses the prefix, and the check refuses to run with Always.
            options.Cookie.Name = environment.IsDevelopment() ? "antiforgery" : "__Host-antiforgery";
            options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            // SecurityHeaders says it for every answer.
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    /// <summary>The outermost part of the pipeline: call it before authentication, authorization and antiforgery.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (app.Configuration["Site:Address"] is { Length: > 0 } address) UseAddress(app, new Uri(address));
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseMiddleware<CircuitOrigin>();
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            // FailureLog has written it, with the reference that the page shows.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowAsPage);
        app.UseMiddleware<UploadLimit>();
        return app;
    }

    // Behind a proxy that ends TLS the request looks like plain HTTP. The configured address is the one address of the site: nothing
    // that a visitor sends decides whether cookies are secure or where a redirect leads.
    private static void UseAddress(WebApplication app, Uri site) => app.Use((context, next) =>
    {
        context.Request.Scheme = site.Scheme;
        context.Request.Host = HostString.FromUriComponent(site);
        return next(context);
    });

    // The page of a status is drawn in place of what was asked; what was asked may have been a post, and is not posted to that page.
    private static Task ShowAsPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapJobs();
        // SecurityHeaders sets the whole policy; the framework's own would replace it on pages.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }
}
