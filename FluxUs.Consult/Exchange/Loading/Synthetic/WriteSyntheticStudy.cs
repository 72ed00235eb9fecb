using System.Globalization;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading.Synthetic;

/// <param name="Scale">How many times the size of the demonstration.</param>
/// <param name="Progress">Is told how many copies are written.</param>
public sealed record WriteSyntheticStudyRequest(int Scale, string? Password, IProgress<int>? Progress = null);

/// <summary>Writes a study many times the size of the demonstration, for measuring. It is the demonstration over and over with
/// other numbers, days and tags, the same at each run, written as entities and not by acts, which would take too long.</summary>
public sealed class WriteSyntheticStudy(
    IServiceProvider services, ConsultDbContext db, StudyDoor door, RefusalTexts refusals, UserManager<Account> accounts, IdentitySeal seal, CodeSequences codes)
{
    public const int LargestScale = 200;
    private const int Seed = 20261124;

    /// <returns>The slug of the study.</returns>
    public async Task<Outcome<string>> Handle(Actor actor, WriteSyntheticStudyRequest request, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Operator) return Outcome.Forbidden;
        if (request.Scale is < 1 or > LargestScale) return Outcome.Refused<ExchangeTexts>("ScaleOutOfRange", null, LargestScale);
        try
        {
            return await db.Write<string>(actor, null, () => Write(request, DemonstrationFiles.Shipped, cancellation), cancellation);
        }
        catch (DemonstrationFault fault)
        {
            return Outcome.Refused<ExchangeTexts>("DemonstrationFault", null, fault.File, fault.Place, fault.Reason);
        }
    }

    private async Task<Outcome<string>> Write(WriteSyntheticStudyRequest request, DemonstrationFiles files, CancellationToken cancellation)
    {
        var demonstration = files.Read<StudyFile>(StudyFile.FileName);
        var slug = string.Create(CultureInfo.InvariantCulture, $"{demonstration.Slug}-x{request.Scale}");
        if (await db.Set<Study>().AnyAsync(found => found.Slug == slug, cancellation)) return Outcome.Refused<ExchangeTexts>("StudyExists", null, slug);

        var scene = new LoadingScene(services, db, door, refusals, slug, cancellation);
        await StudyLoading.Load(scene, demonstration with { Slug = slug }, files, accounts, request.Password);
        await CatalogueLoading.Load(scene, demonstration with { Offerings = [], Organisations = [] });
        var content = SyntheticContent.Read(scene, files, demonstration);
        var researcher = await scene.WhoMay(Permission.WriteExcerpts);
        var random = new Random(Seed);
        for (var number = 0; number < request.Scale; number++)
        {
            scene.Begin(StudyFile.FileName, slug);
            var copy = new SyntheticCopy(scene, content, number, random, researcher.Actor.Id);
            copy.MakeCatalogue();
            copy.MakeSources(seal);
            copy.MakeEvidence();
            copy.MakeConclusions();
            await scene.Add(researcher, copy.Entities);
            request.Progress?.Report(number + 1);
        }

        foreach (var (prefix, each) in content.Numbers)
            await codes.Reserve(scene.StudyId, prefix, SyntheticCopy.Code(prefix, each * request.Scale), cancellation);
        return slug;
    }
}
