using FluxUs.Consult.Accounts;
using FluxUs.Consult.Committee;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Exchange;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Operations;
using FluxUs.Consult.Overview;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Web;

namespace FluxUs.Consult;

/// <summary>What the application is: one line per room, from the ground up.</summary>
public static class Rooms
{
    public static IServiceCollection AddRooms(this IServiceCollection services, IConfiguration configuration) => services
        .AddLogging()
        .AddData(configuration)
        .AddDocuments()
        .AddFiles(configuration)
        .AddJobs()
        .AddUi()
        .AddAccounts()
        .AddStudies()
        .AddExperts()
        .AddEvidence()
        .AddInterviews()
        .AddLiterature()
        .AddPriorities()
        .AddRecommendations()
        .AddFiches()
        .AddCommittee()
        .AddOverview()
        .AddExchange()
        .AddOperations()
        .AddWeb();

    public static void MapRooms(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUi();
        endpoints.MapAccounts();
        endpoints.MapStudies();
        endpoints.MapExperts();
        endpoints.MapEvidence();
        endpoints.MapInterviews();
        endpoints.MapLiterature();
        endpoints.MapPriorities();
        endpoints.MapRecommendations();
        endpoints.MapFiches();
        endpoints.MapCommittee();
        endpoints.MapOverview();
        endpoints.MapExchange();
        endpoints.MapOperations();
    }
}
