using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Tests.Support;

/// <summary>The demonstration study in an installation of a test, with the accounts that a newcomer meets.</summary>
public static class Demonstration
{
    public const string Slug = "demo";
    public static readonly string[] Accounts = ["manager@demo.example", "researcher@demo.example", "editor@demo.example", "committee@demo.example"];

    public static async Task LoadDemonstration(this TestStudy test)
    {
        var loaded = await test.Get<LoadDemonstration>().Handle(Actor.Operator, new LoadDemonstrationRequest(TestStudy.Password), TestStudy.Cancellation);
        Assert.True(loaded.IsDone, string.Join('\n', loaded.Refusals.Select(refusal => $"{refusal.Key} {string.Join(' ', refusal.Arguments)}")));
    }
}
