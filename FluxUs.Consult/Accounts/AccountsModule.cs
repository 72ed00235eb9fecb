using System.Threading.RateLimiting;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Accounts;

public static class AccountsModule
{
    /// <summary>The limit of pages where one signs in: <c>@attribute [EnableRateLimiting(AccountsModule.SignInLimit)]</c>.</summary>
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddActsOf<AccountsTexts>();
        services.AddScoped<OneTimeLinks>().AddScoped<SiteAddress>().AddScoped<SignIn>().AddScoped<Confirm>().AddScoped<IShellContents, AccountShell>();
        services.AddScoped(provider => (Sessions)provider.GetRequiredService<SignInManager<Account>>());
        services.AddHttpContextAccessor();
        services.AddOptions<AccountRules>().BindConfiguration("Accounts")
            .Configure<IServiceProvider>((rules, provider) => rules.SecondFactorRequired &= !IsDevelopment(provider));
        AddIdentity(services);
        AddSessionCookies(services);
        AddLimits(services);
        services.AddAuthorization();
        return services;
    }

    /// <summary>Who is at the browser, and whether they may go on. Call it after the outermost part of the pipeline.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<SecondFactorGate>();
        app.UseRateLimiter();
        app.UseAntiforgery();
        return app;
    }

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/sign-out", SignOut);
        endpoints.MapPasskeyOptions();
        return endpoints;
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOut(SignInManager<Account> sessions, IAntiforgery antiforgery, HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return TypedResults.BadRequest();
        await sessions.SignOutAsync();
        // What the browser keeps of unsent texts goes with the session.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddScoped<SealedAccountStore>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<SealedAccountStore>());
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Lockout = new LockoutOptions { AllowedForNewUsers = true, MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
                Passwords.Set(options.Password);
            })
            .AddSignInManager<Sessions>()
            .AddClaimsPrincipalFactory<SessionClaims>()
            .AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = SessionClaims.CarryOver;
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            // Behind a proxy the host of the request is not the site's.
            if (Uri.TryCreate(configuration["Site:Address"], UriKind.Absolute, out var site)) options.ServerDomain = site.Host;
        });
    }

    private static void AddSessionCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        Name(IdentityConstants.ApplicationScheme, "session");
        Name(IdentityConstants.TwoFactorUserIdScheme, "second-factor");
        Name(IdentityConstants.TwoFactorRememberMeScheme, "second-factor-known");
        Name(IdentityConstants.ExternalScheme, "external");
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/studies";
            options.ReturnUrlParameter = "back";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
        });

        void Name(string scheme, string name) => services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IServiceProvider>((options, provider) =>
        {
            // Over loopback HTTP in Development a browser refuses the prefix, which demands Secure.
            var plain = IsDevelopment(provider);
            options.Cookie.Name = plain ? name : "__Host-" + name;
            options.Cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
    }

    private static void AddLimits(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<AccountRules>>().Value.AttemptsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("reading"));
    });

    private static bool IsDevelopment(IServiceProvider provider) => provider.GetService<IHostEnvironment>()?.IsDevelopment() == true;
}
