using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>experts.yaml</c>: the people consulted, their identities sealed, and what each agreed to.</summary>
internal static class ExpertLoading
{
    public const string FileName = "experts.yaml";

    public static async Task Load(LoadingScene scene, ExpertsFile file, IdentitySeal seal, CodeSequences codes)
    {
        var access = await scene.WhoMay(Permission.WriteIdentities);
        foreach (var entry in file.Experts)
        {
            scene.Begin(FileName, entry.Code);
            var roleClass = scene.Find("role class", entry.RoleClass);
            var expert = new Expert(scene.StudyId, entry.Code, roleClass);
            expert.Describe(roleClass, entry.Languages, entry.Field.ToLocalText());
            seal.Seal(expert, new ExpertIdentity(entry.Name, entry.Organisation, entry.Function, entry.Email, entry.Phone));
            var given = entry.Consent;
            var consent = expert.Agree(new Consent(
                expert.Id, given.FormVersion, given.GivenOn, given.ValidUntil, given.Attribution, given.Recording, given.Transcript, given.Reuse));
            if (given.WithdrawnOn is { } day)
            {
                consent.Withdraw(day);
                expert.EraseIdentity();
            }

            await codes.Reserve(scene.StudyId, "X", entry.Code, scene.Cancellation);
            await scene.Add(access, expert);
            scene.Remember("expert", entry.Code, expert.Id);
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
    public required string Function { get; init; }
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
