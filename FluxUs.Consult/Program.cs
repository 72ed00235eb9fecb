using FluxUs.Consult;
using FluxUs.Consult.Foundation.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRooms(builder.Configuration);
var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(CancellationToken.None);
app.MapRooms();
await app.RunAsync();
