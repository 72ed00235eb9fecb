using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Experts;

/// <summary>Experts of a test's study, added as a researcher adds them.</summary>
internal static class ExpertsOf
{
    public static async Task<string> AddExpert(this TestStudy test, StudyAccess access, string name = "Gwenaëlle Zwartbroek", string email = "", bool isAnother = false)
    {
        var outcome = await test.TryAddExpert(access, name, email, isAnother);
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Refusals.Select(refusal => refusal.Key)));
        return outcome.Value!;
    }

    public static async Task<Outcome<string>> TryAddExpert(this TestStudy test, StudyAccess access, string name, string email = "", bool isAnother = false)
    {
        var classes = await test.Get<ListRoleClasses>().Run(access, TestStudy.Cancellation);
        var roleClass = classes.Value!.Count > 0
            ? classes.Value[0].Id
            : (await test.Get<AddRoleClass>().Handle(access, new(Guid.NewGuid(), "operator", new LocalText("opérateur"), new LocalText("")), TestStudy.Cancellation)).Value;
        var identity = new ExpertIdentity(name, "Hervatelier Zuunbeek", new("cheffe d’atelier"), email, "+32 2 555 99 17");
        return await test.Get<AddExpert>().Handle(access,
            new(Guid.NewGuid(), identity, new(roleClass, ["fr"], new LocalText("filière bois")), isAnother), TestStudy.Cancellation);
    }

    public static Task<Outcome<Guid>> Agree(this TestStudy test, StudyAccess access, string code, string givenOn, string? validUntil = null, Attribution attribution = Attribution.RoleOnly) =>
        test.Get<RecordConsent>().Handle(access, new(
            Guid.NewGuid(), code, "2026-1", Day(givenOn), validUntil is null ? null : Day(validUntil), attribution, true, true, ConsentReuse.ThisStudy), TestStudy.Cancellation);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
