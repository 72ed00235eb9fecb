using System.CommandLine;
using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Operations.Commands;

/// <summary><c>import</c>: literature, transcripts and notes, recognised by their content. Each file comes in whole or not at all.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandSession session)
    {
        var files = new Argument<string[]>("FILE") { Description = session.Say("ImportFiles"), Arity = ArgumentArity.OneOrMore };
        var study = session.StudyOption();
        var interview = new Option<string>("--interview") { Description = session.Say("ImportInterview"), HelpName = "CODE" };
        var dryRun = new Option<bool>("--dry-run") { Description = session.Say("ImportDryRun") };
        var command = new Command("import", session.Say("Import")) { files, study, interview, dryRun };
        command.SetAction((given, cancellation) => session.RunIn(
            given.GetRequiredValue(study),
            async (scope, access) =>
            {
                var result = CommandSession.Done;
                foreach (var file in given.GetRequiredValue(files))
                    result = Math.Max(result, await Import(session, scope, access, file, given.GetValue(interview), given.GetValue(dryRun), cancellation));
                return result;
            },
            cancellation));
        return command;
    }

    private static async Task<int> Import(
        CommandSession session, IServiceProvider scope, StudyAccess access, string path, string? interview, bool dryRun, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return await session.Refuse(session.Say("NoSuchFile", path));
        await using var content = File.OpenRead(path);
        if (content.Length > scope.GetRequiredService<FileStore>().LimitBytes)
            return await session.Refuse(new ImportRefusal(name, FilesTexts.FileTooLarge, FilesTexts.Megabytes(scope.GetRequiredService<FileStore>().LimitBytes)).Describe(CultureInfo.CurrentUICulture));

        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        content.Position = 0;
        if (FileRecognition.Recognise(bytes) is FileKind.BibTex or FileKind.Ris or FileKind.Nbib or FileKind.CslJson)
        {
            var references = await scope.GetRequiredService<ImportReferences>().Handle(access, new ImportReferencesRequest(Guid.CreateVersion7(), name, content, dryRun), cancellation);
            return references.IsDone ? await Tell(session, references.Value, dryRun) : await session.Refuse(references.Failure);
        }

        if (interview is null) return await session.Refuse(session.Say("InterviewNeeded", name));
        var transcript = await scope.GetRequiredService<ImportTranscript>().Handle(access, new ImportTranscriptRequest(Guid.CreateVersion7(), interview, name, content, dryRun), cancellation);
        return transcript.IsDone ? await Tell(session, transcript.Value, interview, dryRun)
            : transcript.Kind == OutcomeKind.NotFound ? await session.Refuse(session.Say("NoSuchInterview", interview, access.Slug))
            : await session.Refuse(transcript.Failure);
    }

    private static async Task<int> Tell(CommandSession session, ReferenceImport import, bool dryRun)
    {
        await session.Output.WriteLineAsync(session.Say(dryRun ? "ReferencesWould" : "ReferencesCame", import.FileName, import.Taken.Count, import.Known.Count));
        foreach (var taken in import.Taken) await session.Output.WriteLineAsync($"  {(taken.Code.Length > 0 ? taken.Code : "+")} {taken.CitationKey}: {taken.Title}");
        foreach (var known in import.Known) await session.Output.WriteLineAsync($"  = {session.Say("Known", known.Number, known.Known!.Code.Length > 0 ? known.Known.Code : known.Known.CitationKey, known.Known.Why)}");
        return await Tell(session, import.Notes);
    }

    private static async Task<int> Tell(CommandSession session, TranscriptImport import, string interview, bool dryRun)
    {
        await session.Output.WriteLineAsync(session.Say(dryRun ? "TranscriptWould" : "TranscriptCame", import.FileName, interview, import.Words, import.Segments, import.Language));
        foreach (var speaker in import.Speakers) await session.Output.WriteLineAsync($"  {speaker.Name}: {(speaker.Guess.Length > 0 ? speaker.Guess : "?")}");
        return await Tell(session, import.Notes);
    }

    private static async Task<int> Tell(CommandSession session, IEnumerable<ImportNote> notes)
    {
        foreach (var note in notes) await session.Output.WriteLineAsync("  " + note.Describe(CultureInfo.CurrentUICulture));
        return CommandSession.Done;
    }
}
