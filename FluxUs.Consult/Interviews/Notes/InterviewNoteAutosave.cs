using System.Security.Claims;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Interviews;

/// <summary>Interview notes for the autosave endpoint; an id is <c>slug.E-12.question</c>.</summary>
public sealed class InterviewNoteAutosave(StudyDoor door, ReadInterviewNote read, KeepInterviewNote keep, RefusalTexts texts) : IAutosaveTarget
{
    public const string KindName = "interview-note";

    public string Kind => KindName;

    public static string IdOf(string slug, string code, string question) => $"{slug}.{code}.{question}";

    public async Task<AutosaveAnswer> Load(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (id.Split('.') is not [var slug, var code, var question] || await door.Enter(person, slug, cancellation) is not { } access) return new AutosaveAnswer.NotFound();
        return Answer(await read.Run(access, code, question, cancellation));
    }

    public async Task<AutosaveAnswer> Save(string id, AutosaveText text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (id.Split('.') is not [var slug, var code, var question] || await door.Enter(person, slug, cancellation) is not { } access) return new AutosaveAnswer.NotFound();
        return Answer(await keep.Handle(access, new KeepInterviewNoteRequest(code, question, text), cancellation));
    }

    private AutosaveAnswer Answer(Outcome<AutosaveAnswer> outcome) => outcome.Kind switch
    {
        OutcomeKind.Done => outcome.Value!,
        OutcomeKind.Refused => new AutosaveAnswer.Refused(string.Join(' ', outcome.Refusals.Select(texts.Say))),
        OutcomeKind.Forbidden => new AutosaveAnswer.Forbidden(),
        _ => new AutosaveAnswer.NotFound(),
    };
}
