namespace FluxUs.Consult.Foundation.Jobs;

public static class JobsModule
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobDesk>()
        .AddSingleton<JobFiles>()
        .AddScoped<JobStart>()
        .AddHostedService<JobRunner>();
}
