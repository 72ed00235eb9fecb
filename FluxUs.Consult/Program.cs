using FluxUs.Consult;
using FluxUs.Consult.Operations;

var builder = Hosting.CreateBuilder(args);
builder.Services.AddRooms(builder.Configuration);
var app = builder.Build();
app.MapRooms();
return await app.RunConsult(args);
