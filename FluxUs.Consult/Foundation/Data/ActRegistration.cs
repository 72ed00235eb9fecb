namespace FluxUs.Consult.Foundation.Data;

public static class ActRegistration
{
    /// <summary>Registers every act and query of a room: its public classes with a <c>Handle</c> or a <c>Run</c> method.</summary>
    /// <typeparam name="TMarker">Any type of the room; its namespace and those below it are searched.</typeparam>
    public static IServiceCollection AddActsOf<TMarker>(this IServiceCollection services)
    {
        var room = typeof(TMarker).Namespace!;
        foreach (var type in typeof(TMarker).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && IsIn(type, room)))
        {
            if (type.GetMethod("Handle") is not null || type.GetMethod("Run") is not null) services.AddScoped(type);
        }

        return services;
    }

    private static bool IsIn(Type type, string room) =>
        type.Namespace is { } name && (name == room || name.StartsWith(room + ".", StringComparison.Ordinal));
}
