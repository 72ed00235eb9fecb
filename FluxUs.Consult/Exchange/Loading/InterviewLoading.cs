using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>interviews/interviews.yaml</c> with the transcripts and notes beside it.</summary>
internal static class InterviewLoading
{
    public const string FileName = "interviews/interviews.yaml";

    public static async Task Load(LoadingScene scene, InterviewsFile file, DemonstrationFiles files, CodeSequences codes)
    {
        foreach (var entry in file.Interviews)
        {
            scene.Begin(FileName, entry.Code);
            var access = await scene.As(entry.Interviewers[0]);
            var plan = new InterviewPlan(
                scene.Find("expert", entry.Experts), scene.Find("account", entry.Interviewers), scene.Find("offering", entry.Offerings),
                entry.Date, entry.Place, entry.Language, entry.Guide);
            await scene.NextIs(codes, Interview.CodePrefix, entry.Code);
            await scene.Done(scene.Act<ScheduleInterview>(LoadingScene.Moment(entry.Date)).Handle(access, new ScheduleInterviewRequest(Guid.NewGuid(), plan), scene.Cancellation));
            var interview = await scene.Db.Set<Interview>().AsNoTracking().SingleAsync(found => found.StudyId == scene.StudyId && found.Code == entry.Code, scene.Cancellation);
            var text = await Write(scene, entry, access, files);
            if (entry.Status == InterviewStatus.Cancelled)
                await scene.Done(scene.Act<CancelInterview>(LoadingScene.Moment(entry.Date)).Handle(access, new CancelInterviewRequest(Guid.NewGuid(), entry.Code, interview.Version), scene.Cancellation));
            if (text is not { } id) continue;
            scene.Remember("source text", entry.Code, id);
            if (entry.FreeOfNames)
                await scene.Done(scene.Act<MarkFreeOfNames>(LoadingScene.Moment(entry.Date.AddDays(1))).Handle(access, new MarkFreeOfNamesRequest(Guid.NewGuid(), id, 1, DespiteNames: true), scene.Cancellation));
        }
    }

    /// <returns>The source text that it became, if it was handed over to coding.</returns>
    private static async Task<Guid?> Write(LoadingScene scene, InterviewEntry entry, StudyAccess access, DemonstrationFiles files)
    {
        if (entry.Notes is { } notes)
        {
            await KeepNotes(scene, entry, access, files.Read<Dictionary<string, string>>($"interviews/{notes}"));
            if (entry.Status != InterviewStatus.HandedOver) return null;
            scene.Begin($"interviews/{notes}", entry.Code);
            return await scene.Done(scene.Act<HandOverNotes>(LoadingScene.Moment(entry.Date, 180)).Handle(access, new HandOverNotesRequest(Guid.NewGuid(), entry.Code), scene.Cancellation));
        }

        return entry.Transcript is { } transcript ? await Import(scene, entry, access, $"interviews/{transcript}", files) : null;
    }

    private static async Task KeepNotes(LoadingScene scene, InterviewEntry entry, StudyAccess access, Dictionary<string, string> answers)
    {
        foreach (var (number, (question, text)) in answers.Index())
        {
            scene.Begin($"interviews/{entry.Notes}", question);
            await scene.Done(scene.Act<KeepInterviewNote>(LoadingScene.Moment(entry.Date, 10 * number)).Handle(
                access, new KeepInterviewNoteRequest(entry.Code, question, new AutosaveText(Guid.NewGuid(), 0, text)), scene.Cancellation));
        }
    }

    private static async Task<Guid> Import(LoadingScene scene, InterviewEntry entry, StudyAccess access, string file, DemonstrationFiles files)
    {
        scene.Begin(file, entry.Code);
        var spokenBy = entry.Voices.ToDictionary(voice => voice.Speaker, voice => voice.Expert ?? "");
        var imported = await scene.Done(scene.Act<ImportTranscript>(LoadingScene.Moment(entry.Date, 180)).Handle(
            access, new ImportTranscriptRequest(Guid.NewGuid(), entry.Code, Path.GetFileName(file), new MemoryStream(files.Bytes(file)), SpokenBy: spokenBy), scene.Cancellation));
        if (imported.Language != entry.Language) throw scene.Fault($"the file says that it is in {imported.Language}");
        return imported.SourceTextId!.Value;
    }
}

internal sealed class InterviewsFile
{
    public required List<InterviewEntry> Interviews { get; init; }
}

internal sealed class InterviewEntry
{
    public required string Code { get; init; }
    public required DateOnly Date { get; init; }
    public required string Place { get; init; }
    public required string Language { get; init; }
    public required string Guide { get; init; }
    public required InterviewStatus Status { get; init; }
    public required List<string> Experts { get; init; }
    public required List<string> Interviewers { get; init; }
    public required List<string> Offerings { get; init; }
    public string? Transcript { get; init; }
    public string? Notes { get; init; }
    public List<VoiceEntry> Voices { get; init; } = [];
    public bool FreeOfNames { get; init; }
}

internal sealed class VoiceEntry
{
    public required string Speaker { get; init; }
    public string? Expert { get; init; }
    public string? Interviewer { get; init; }
}
