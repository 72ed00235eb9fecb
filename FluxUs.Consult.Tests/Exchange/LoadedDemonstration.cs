using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Exchange;

/// <summary>An installation with the demonstration study in it, loaded once for all tests that only read it.</summary>
[CollectionDefinition(Name)]
public sealed class LoadedDemonstration : IAsyncLifetime, ICollectionFixture<LoadedDemonstration>
{
    public const string Name = "Demonstration";
    public const string Slug = "demo";

    public TestStudy Test { get; private set; } = null!;

    /// <summary>What came of the loading.</summary>
    internal Outcome<Consult.Exchange.Loading.LoadedDemonstration> Outcome { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Test = await TestStudy.Create();
        Outcome = await Test.Get<LoadDemonstration>().Handle(Actor.Operator, new LoadDemonstrationRequest(TestStudy.Password), CancellationToken.None);
    }

    public async Task<StudyAccess> Operator() => (await Test.Get<StudyDoor>().Enter(Actor.Operator, Slug, TestStudy.Cancellation))!;

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}
