using FluxUs.Consult;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Operations;
using FluxUs.Consult.Web;

var builder = Hosting.CreateBuilder(args);
builder.Services.AddRooms(builder.Configuration);
if (builder.RefusesToServe(args)) return 2;
var app = builder.Build();
app.UseProxies();
app.UseWeb();
app.UseAccounts();
app.MapRooms();
app.MapWeb();
return await app.RunConsult(args);
