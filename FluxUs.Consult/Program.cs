using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddData(builder.Configuration);
builder.Services.AddAccounts();
var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(default);
app.Run();
