using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>experts.yaml</c>: the people consulted, their identities sealed, and what each agreed to.</summary>
internal static class ExpertLoading
{
    public const string FileName = "experts.yaml";

    public static async Task Load(LoadingScene scene, ExpertsFile file, CodeSequences codes)
    {
        var access = await scene.WhoMay(Permission.WriteIdentities);
        foreach (var entry in file.Experts)
        {
            scene.Begin(FileName, entry.Code);
            var (consent, at) = (entry.Consent, LoadingScene.Moment(entry.Consent.GivenOn));
            await scene.NextIs(codes, "X", entry.Code);
            await scene.Done(scene.Act<AddExpert>(at).Handle(
                access,
                new AddExpertRequest(
                    Guid.NewGuid(), new ExpertIdentity(entry.Name, entry.Organisation, entry.Function.ToLocalText(), entry.Email, entry.Phone),
                    new ExpertContents(scene.Find("role class", entry.RoleClass), entry.Languages, entry.Field.ToLocalText()), IsAnother: false),
                scene.Cancellation));
            await scene.Done(scene.Act<RecordConsent>(at).Handle(
                access,
                new RecordConsentRequest(Guid.NewGuid(), entry.Code, consent.FormVersion, consent.GivenOn, consent.ValidUntil, consent.Attribution, consent.Recording, consent.Transcript, consent.Reuse),
                scene.Cancellation));
            scene.Remember("expert", entry.Code, await scene.Db.Set<Expert>()
                .Where(found => found.StudyId == scene.StudyId && found.Code == entry.Code).Select(found => found.Id).SingleAsync(scene.Cancellation));
        }
    }

    /// <summary>Who withdrew did so after the interview: it takes along what was written of it.</summary>
    public static async Task Withdraw(LoadingScene scene, ExpertsFile file)
    {
        var access = await scene.WhoMay(Permission.WriteIdentities);
        foreach (var entry in file.Experts)
        {
            if (entry.Consent.WithdrawnOn is not { } day) continue;
            scene.Begin(FileName, entry.Code);
            await scene.Done(scene.Act<WithdrawConsent>(LoadingScene.Moment(day)).Handle(access, new WithdrawConsentRequest(Guid.NewGuid(), entry.Code, entry.Code), scene.Cancellation));
        }
    }
}

internal sealed class ExpertsFile
{
    public required List<ExpertEntry> Experts { get; init; }
}

internal sealed class ExpertEntry
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Organisation { get; init; }
    public required Words Function { get; init; }
    public required string RoleClass { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required List<string> Languages { get; init; }
    public required Words Field { get; init; }
    public required ConsentEntry Consent { get; init; }
}

internal sealed class ConsentEntry
{
    public required string FormVersion { get; init; }
    public required DateOnly GivenOn { get; init; }
    public required bool Recording { get; init; }
    public required bool Transcript { get; init; }
    public required Attribution Attribution { get; init; }
    public required ConsentReuse Reuse { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public DateOnly? WithdrawnOn { get; init; }
}
