using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>glossary.yaml</c>: the terms of the study.</summary>
internal static class GlossaryLoading
{
    public const string FileName = "glossary.yaml";

    public static async Task Load(LoadingScene scene, GlossaryFile file, DateOnly on)
    {
        var access = await scene.WhoMay(Permission.WriteGlossary);
        foreach (var entry in file.Terms)
        {
            scene.Begin(FileName, entry.Term.Fr);
            await scene.Done(scene.Act<AddTerm>(LoadingScene.Moment(on)).Handle(
                access, new AddTermRequest(Guid.NewGuid(), new GlossaryContents(entry.Term.ToLocalText(), entry.Definition, entry.Note)), scene.Cancellation));
        }
    }
}

internal sealed class GlossaryFile
{
    public required List<GlossaryEntry> Terms { get; init; }
}

internal sealed class GlossaryEntry
{
    public required Words Term { get; init; }
    public required string Definition { get; init; }
    public required string Note { get; init; }
}
