namespace FluxUs.Consult.Tests.Support;

/// <summary>Small files beside the tests, each showing one quirk.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string room, string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Path.Combine(room.Split('/')), "Fixtures", name));
}
