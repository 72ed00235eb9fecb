using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <param name="Password">Of every account that is made; null leaves them to an invitation.</param>
public sealed record LoadDemonstrationRequest(string? Password);

/// <summary>What came in.</summary>
/// <param name="Accounts">Addresses of the members, in the order of the file.</param>
public sealed record LoadedDemonstration(string Slug, IReadOnlyList<string> Accounts);

/// <summary>Loads the demonstration study through the importers and acts that people use, so that loading it proves them. It comes
/// in whole or not at all.</summary>
public sealed class LoadDemonstration(
    IServiceProvider services, ConsultDbContext db, StudyDoor door, RefusalTexts refusals, UserManager<Account> accounts, CodeSequences codes)
{
    public async Task<Outcome<LoadedDemonstration>> Handle(Actor actor, LoadDemonstrationRequest request, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Operator) return Outcome.Forbidden;
        try
        {
            var loaded = await db.Write<LoadedDemonstration>(actor, null, () => Load(request, DemonstrationFiles.Shipped, cancellation), cancellation);
            // Who withdrew is forgotten in the files too.
            if (loaded.IsDone) await db.ForgetDeleted(cancellation);
            return loaded;
        }
        catch (DemonstrationFault fault)
        {
            return Outcome.Refused<ExchangeTexts>("DemonstrationFault", null, fault.File, fault.Place, fault.Reason);
        }
    }

    private async Task<Outcome<LoadedDemonstration>> Load(LoadDemonstrationRequest request, DemonstrationFiles files, CancellationToken cancellation)
    {
        var study = files.Read<StudyFile>(StudyFile.FileName);
        if (await db.Set<Study>().AnyAsync(found => found.Slug == study.Slug, cancellation))
            return Outcome.Refused<ExchangeTexts>("StudyExists", null, study.Slug);

        var scene = new LoadingScene(services, db, door, refusals, study.Slug, cancellation);
        var dayBefore = study.CurrentOn.AddDays(-1);
        var interviews = files.Read<InterviewsFile>(InterviewLoading.FileName);
        // Documents were read before the first conversation.
        var readOn = interviews.Interviews.Min(interview => interview.Date).AddDays(-7);

        await StudyLoading.Load(scene, study, files, accounts, request.Password);
        await CatalogueLoading.Load(scene, study);
        await GlossaryLoading.Load(scene, files.Read<GlossaryFile>(GlossaryLoading.FileName), study.CurrentOn);
        var experts = files.Read<ExpertsFile>(ExpertLoading.FileName);
        await ExpertLoading.Load(scene, experts, codes);
        await InterviewLoading.Load(scene, interviews, files, codes);
        await LiteratureLoading.Load(scene, files.Read<DocumentsFile>(LiteratureLoading.FileName), files, readOn);
        await CatalogueLoading.LoadQuantities(scene, study);
        await CatalogueLoading.LoadProgrammes(scene, study);
        await EvidenceLoading.Load(scene, files.Read<EvidenceFile>(EvidenceLoading.FileName), readOn);
        await FindingLoading.Load(scene, files.Read<FindingsFile>(FindingLoading.FileName), codes);
        await RecommendationLoading.Load(scene, files.Read<RecommendationsFile>(RecommendationLoading.FileName), codes);
        await ScoreLoading.Load(scene, files.Read<ScoresFile>(ScoresFile.FileName));
        await FicheLoading.Load(scene, files.Read<FichesFile>(FicheLoading.FileName), dayBefore);
        await ExpertLoading.Withdraw(scene, experts);
        return new LoadedDemonstration(study.Slug, [.. study.Members.Select(member => member.Account)]);
    }
}
