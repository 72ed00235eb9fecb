using System.Security.Claims;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Literature;

/// <summary>Reading notes for the autosave endpoint; an id is <c>slug.citation-key</c>.</summary>
public sealed class ReadingNoteAutosave(StudyDoor door, ReadReadingNote read, KeepReadingNote keep) : IAutosaveTarget
{
    public const string KindName = "reading-note";

    public string Kind => KindName;

    public static string IdOf(string slug, string citationKey) => $"{slug}.{citationKey}";

    public async Task<AutosaveAnswer> Load(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (id.Split('.') is not [var slug, var key] || await door.Enter(person, slug, cancellation) is not { } access) return new AutosaveAnswer.NotFound();
        return Answer(await read.Run(access, key, cancellation));
    }

    public async Task<AutosaveAnswer> Save(string id, AutosaveText text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (id.Split('.') is not [var slug, var key] || await door.Enter(person, slug, cancellation) is not { } access) return new AutosaveAnswer.NotFound();
        return Answer(await keep.Handle(access, new KeepReadingNoteRequest(key, text), cancellation));
    }

    private static AutosaveAnswer Answer(Outcome<AutosaveAnswer> outcome) => outcome.Kind switch
    {
        OutcomeKind.Done => outcome.Value!,
        OutcomeKind.Forbidden => new AutosaveAnswer.Forbidden(),
        _ => new AutosaveAnswer.NotFound(),
    };
}
