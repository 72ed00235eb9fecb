using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>One address of the demonstration for each kind of page, and who may open it.</summary>
/// <param name="Route">As in the page's <c>@page</c>.</param>
/// <param name="Address">Names in braces stand for what only the loaded demonstration knows: see <see cref="DemonstrationPages.Resolve"/>.</param>
public sealed record DemonstrationPage(string Route, string Address, Roles Readers);

/// <summary>The one list of the demonstration's pages, for all tests that walk them.</summary>
public static class DemonstrationPages
{
    private const Roles Everyone = Roles.Everyone, Team = Roles.Team, Researchers = Roles.Manager | Roles.Researcher, Writers = Roles.Manager | Roles.Editor, Manager = Roles.Manager;
    private const string Study = "/studies/{Slug}";
    private const string Language = "{Language:regex(^(fr|nl|en)$)}";

    public static readonly IReadOnlyList<DemonstrationPage> All =
    [
        new("/studies", "/studies", Everyone),
        new("/account", "/account", Everyone),
        new("/account/confirm", "/account/confirm", Everyone),
        new("/account/second-factor", "/account/second-factor", Everyone),
        new("/not-found", "/no-such-page", Everyone),
        new("/editions/{Id:guid}", "/editions/{edition}", Everyone),
        new(Study, "/studies/demo", Everyone),
        InStudy("/committee", Everyone),
        InStudy("/codebook", Team),
        InStudy("/codebook/new", Researchers),
        InStudy("/codebook/{Code}", Researchers, "/codebook/skills-shortage"),
        InStudy("/evidence", Team),
        InStudy("/evidence/texts", Team),
        InStudy("/evidence/moved", Researchers),
        InStudy("/evidence/{Source}", Team, "/evidence/E-12"),
        InStudy("/evidence/{Source}/correct", Researchers, "/evidence/E-12/correct"),
        InStudy("/experts", Researchers),
        InStudy("/experts/new", Researchers),
        InStudy("/experts/{Code}", Researchers, "/experts/X07"),
        InStudy("/experts/{Code}/edit", Researchers, "/experts/X07/edit"),
        InStudy("/experts/{Code}/consent", Researchers, "/experts/X07/consent"),
        InStudy("/experts/{Code}/consents/{Id:guid}/mistake", Researchers, "/experts/X07/consents/{consent}/mistake"),
        InStudy("/experts/{Code}/withdrawal", Researchers, "/experts/X07/withdrawal"),
        InStudy("/export", Team),
        InStudy("/fiches", Everyone),
        InStudy("/settings/look", Manager),
        InStudy("/fiches/new", Writers),
        InStudy($"/fiches/{{Code}}/{Language}", Everyone, "/fiches/P01/fr"),
        InStudy($"/fiches/{{Code}}/{Language}/edit", Team, "/fiches/P01/fr/edit"),
        InStudy($"/fiches/{{Code}}/{Language}/compare", Team, "/fiches/P16/fr/compare"),
        InStudy($"/fiches/{{Code}}/{Language}/send", Writers, "/fiches/P02/fr/send"),
        InStudy($"/fiches/{{Code}}/{Language}/publish", Writers, "/fiches/P15/fr/publish"),
        InStudy($"/fiches/{{Code}}/{Language}/editions/{{Number:int}}/withdrawal", Manager, "{withdrawal}"),
        InStudy($"/pack/{Language}", Everyone, "/pack/fr"),
        InStudy("/findings", Team),
        InStudy("/findings/new", Team),
        InStudy("/findings/bind", Team, "/findings/bind?excerpt={excerpt}"),
        InStudy("/findings/{Code}", Team, "/findings/K-07"),
        InStudy("/flows/new", Researchers),
        InStudy("/flows/{Code}", Team, "/flows/organic"),
        InStudy("/flows/{Code}/edit", Researchers, "/flows/organic/edit"),
        InStudy("/glossary", Team),
        InStudy("/glossary/import", Team),
        InStudy("/interviews", Team),
        InStudy("/interviews/new", Researchers),
        InStudy("/interviews/{Code}", Team, "/interviews/E-12"),
        InStudy("/interviews/{Code}/change", Researchers, "/interviews/E-12/change"),
        InStudy("/interviews/{Code}/notes", Researchers, "/interviews/E-36/notes"),
        InStudy("/interviews/{Code}/notes/all", Researchers, "/interviews/E-36/notes/all"),
        InStudy("/interviews/{Code}/transcript", Researchers, "/interviews/E-36/transcript"),
        InStudy("/interviews/{Code}/transcript/{FileId:guid}", Researchers, "{transcript}"),
        InStudy("/literature", Team),
        InStudy("/literature/import", Researchers),
        InStudy("/literature/import/{FileId:guid}", Researchers, "{references}"),
        InStudy("/literature/new", Researchers),
        InStudy("/literature/{Key}", Team, "/literature/obs2023metabolisme"),
        InStudy("/literature/{Key}/change", Researchers, "/literature/obs2023metabolisme/change"),
        InStudy("/offerings", Team),
        InStudy("/offerings/new", Researchers),
        InStudy("/offerings/{Code}", Team, "/offerings/P01"),
        InStudy("/offerings/{Code}/edit", Researchers, "/offerings/P01/edit"),
        InStudy("/organisations", Team),
        InStudy("/overview", Team),
        InStudy("/programmes", Team),
        InStudy("/programmes/new", Researchers),
        InStudy("/programmes/{Code}/edit", Researchers, "/programmes/repair-voucher/edit"),
        InStudy("/quotes", Team),
        InStudy("/quotes/new", Researchers, "/quotes/new?excerpt={excerpt}"),
        InStudy("/quotes/{Code}", Team, "/quotes/Q-01"),
        InStudy("/priorities", Everyone),
        InStudy("/priorities/criteria", Everyone),
        InStudy("/priorities/criteria/new", Manager),
        InStudy("/priorities/criteria/{Code}", Manager, "/priorities/criteria/C6"),
        InStudy("/priorities/decision", Everyone),
        InStudy("/priorities/decisions/{Number:int}", Everyone, "/priorities/decisions/1"),
        InStudy("/priorities/scores", Everyone),
        InStudy("/priorities/scores/import", Researchers),
        InStudy("/priorities/scores/{Code}", Everyone, "/priorities/scores/P18"),
        InStudy("/priorities/weights/{Whose}", Manager, "/priorities/weights/study"),
        InStudy("/recommendations", Team),
        InStudy("/recommendations/{Code}", Team, "/recommendations/R-03"),
        InStudy("/search", Team),
        InStudy("/settings", Team),
        InStudy("/settings/members", Team),
        InStudy("/settings/role-classes", Team),
        new("/studies/new", "/studies/new", Manager),
    ];

    /// <summary>The home of a study leads the committee on to its own.</summary>
    public const string CommitteeHome = "/studies/demo/committee";

    /// <summary>Pages that are not in <see cref="All"/>, each with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["/sign-in"] = "for visitors: FirstVisitTests opens it in each language",
        ["/sign-in/second-factor"] = "only between the two steps of signing in: SignInTests",
        ["/links/{Token}"] = "for visitors with a link: OneTimeLinkTests",
        ["/studies/{Slug}/jobs/{Id:guid}"] = "only for whoever began a job: JobPageTests",
        ["/error"] = "shown for a failure: FailureTests",
        ["/status/{Code:int}"] = "shown for an answer without a page: AnswerTests",
        ["/studies/{Slug}/evidence/excerpts/{Id:guid}"] = "leads on to the excerpt's text on the desk",
    };

    /// <summary>The routes of all pages of the program.</summary>
    public static IEnumerable<string> Routes =>
        typeof(Study).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>()).Select(route => route.Template);

    /// <summary>The list with the addresses of this installation. Two files are brought in and not taken, so that their previews can be read.</summary>
    public static async Task<IReadOnlyList<DemonstrationPage>> Resolve(TestSite site, HttpClient manager)
    {
        var db = site.Study.Get<ConsultDbContext>();
        var excerpt = await db.Set<Excerpt>().OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(TestStudy.Cancellation);
        var consent = await db.Set<Expert>().Where(one => one.Code == "X07").SelectMany(one => one.Consents).Select(one => one.Id).FirstAsync(TestStudy.Cancellation);
        var edition = await db.Set<Edition>().Where(one => one.Audience == Audience.Public).OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(TestStudy.Cancellation);
        var transcript = await Brought(manager, "interviews/E-36/transcript", "bring-transcript", "entretien.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v E-36>On trie dans la halle.\n");
        var references = await Brought(manager, "literature/import", "bring-literature", "nouveau.bib", "@book{neuf2026, title = {Un titre}, author = {Personne, Une}, year = {2026}}\n");
        var published = await db.Set<Edition>().Where(one => one.Id == edition).Join(db.Set<Fiche>(), one => one.FicheId, fiche => fiche.Id, (one, fiche) => new { one.Number, fiche.Language, fiche.OfferingId })
            .Join(db.Set<Offering>(), one => one.OfferingId, offering => offering.Id, (one, offering) => $"/studies/demo/fiches/{offering.Code}/{one.Language}/editions/{one.Number}/withdrawal").FirstAsync(TestStudy.Cancellation);
        var known = new Dictionary<string, string> { ["{withdrawal}"] = published, ["{excerpt}"] = excerpt.ToString(), ["{consent}"] = consent.ToString(), ["{edition}"] = edition.ToString(), ["{transcript}"] = transcript, ["{references}"] = references };
        return [.. All.Select(page => page with { Address = known.Aggregate(page.Address, (address, one) => address.Replace(one.Key, one.Value, StringComparison.Ordinal)) })];
    }

    private static async Task<string> Brought(HttpClient manager, string path, string form, string name, string content)
    {
        using var answer = await TestSite.Upload(manager, $"/studies/demo/{path}", form, name, Encoding.UTF8.GetBytes(content));
        return new Uri(manager.BaseAddress!, answer.Headers.Location!).AbsolutePath;
    }

    private static DemonstrationPage InStudy(string route, Roles readers, string? address = null) =>
        new(Study + route, address is ['{', ..] ? address : "/studies/demo" + (address ?? route), readers);
}
