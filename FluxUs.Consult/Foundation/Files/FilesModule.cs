using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>What may be brought. Settings under <c>Files</c>.</summary>
public sealed class FilesOptions
{
    /// <summary>The largest file that is taken, in megabytes of 1,048,576 bytes.</summary>
    public int LimitMegabytes { get; set; } = 50;

    public long LimitBytes => LimitMegabytes * 1024L * 1024L;

    /// <summary>A form is a little larger than the file in it.</summary>
    public long LimitFormBytes => LimitBytes + (1024 * 1024);
}

public static class FilesModule
{
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        var files = configuration.GetSection("Files").Get<FilesOptions>() ?? new FilesOptions();
        services.AddSingleton(files);
        services.AddSingleton(provider => new FileStore(provider.GetRequiredService<StorageOptions>().Attachments, files.LimitBytes));
        services.AddScoped<ErasedFiles>();
        services.AddScoped<IErases>(provider => provider.GetRequiredService<ErasedFiles>());
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = files.LimitFormBytes);
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = files.LimitFormBytes);
        return services;
    }
}
