using System.Globalization;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace FluxUs.Consult.Foundation.Ui;

/// <summary>Layouts, shared components, languages and the one way in which long text is kept.</summary>
public static class UiModule
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddSingleton<RefusalTexts>();
        services.AddScoped<Rail>();
        services.AddAutosave();
        services.AddOptions<RequestLocalizationOptions>().Configure<IHostEnvironment>(SetLanguages);
        return services;
    }

    public static IEndpointRouteBuilder MapUi(this IEndpointRouteBuilder routes)
    {
        routes.MapLanguageChoice();
        routes.MapAutosave();
        return routes;
    }

    private static void SetLanguages(RequestLocalizationOptions options, IHostEnvironment environment)
    {
        var cultures = Languages.All.Select(language => CultureInfo.GetCultureInfo(language.Code)).ToList();
        options.DefaultRequestCulture = new RequestCulture(Languages.Default);
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.RequestCultureProviders =
        [
            // Over loopback HTTP in Development a browser refuses the prefix, which demands Secure.
            new CookieRequestCultureProvider { CookieName = environment.IsDevelopment() ? "language" : "__Host-language" },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
