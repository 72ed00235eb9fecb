using System.CommandLine;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Operations.Commands;

/// <summary><c>fiche</c> and <c>pack</c>: what a study publishes, as files.</summary>
internal static class FicheCommand
{
    public static Command Create(CommandSession session)
    {
        var offering = new Argument<string>("OFFERING") { Description = session.Say("FicheOffering") };
        var (study, language, output) = (session.StudyOption(), Language(session, "LanguageOption"), session.OutOption());
        var draft = new Option<bool>("--draft") { Description = session.Say("FicheDraft") };
        output.Validators.Add(given =>
        {
            if (given.Tokens is [var file, ..] && Format(file.Value) is null) given.AddError(session.Say("FicheEnding", file.Value));
        });
        var command = new Command("fiche", session.Say("Fiche")) { offering, study, language, draft, output };
        command.SetAction((given, cancellation) => session.RunIn(
            given.GetRequiredValue(study),
            (scope, access) => Save(session, given.GetRequiredValue(output), () => scope.GetRequiredService<RenderFiche>().Run(
                access,
                new RenderFicheRequest(given.GetRequiredValue(offering), given.GetRequiredValue(language), given.GetValue(draft), Format(given.GetRequiredValue(output))!.Value),
                cancellation), cancellation),
            cancellation));
        return command;
    }

    public static Command CreatePack(CommandSession session)
    {
        var (study, language, output) = (session.StudyOption(), Language(session, "PackLanguage"), session.OutOption());
        output.Validators.Add(given =>
        {
            if (given.Tokens is [var file, ..] && PackFormatOf(file.Value) is null) given.AddError(session.Say("PackEnding", file.Value));
        });
        var command = new Command("pack", session.Say("Pack")) { study, language, output };
        command.SetAction((given, cancellation) => session.RunIn(
            given.GetRequiredValue(study),
            (scope, access) => session.WriteFile(given.GetRequiredValue(output), async stream =>
            {
                var request = new RenderPackRequest(given.GetRequiredValue(language), PackFormatOf(given.GetRequiredValue(output))!.Value);
                var rendered = await scope.GetRequiredService<RenderPack>().Run(access, request, stream, null, cancellation);
                return rendered.IsDone ? Nothing.Value : rendered.Failure;
            }, cancellation),
            cancellation));
        return command;
    }

    private static Task<int> Save(CommandSession session, string path, Func<Task<Outcome<RenderedFile>>> render, CancellationToken cancellation) => session.WriteFile(path, async stream =>
    {
        var rendered = await render();
        if (!rendered.IsDone) return rendered.Failure;
        await stream.WriteAsync(rendered.Value.Content, cancellation);
        return Nothing.Value;
    }, cancellation);

    private static Option<string> Language(CommandSession session, string description)
    {
        var language = new Option<string>("--lang") { Description = session.Say(description), HelpName = "fr|nl|en", Required = true };
        language.AcceptOnlyFromAmong("fr", "nl", "en");
        return language;
    }

    private static FicheFormat? Format(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".pdf" => FicheFormat.Pdf,
        ".html" => FicheFormat.Html,
        ".docx" => FicheFormat.Docx,
        _ => null,
    };

    private static PackFormat? PackFormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".pdf" => PackFormat.Pdf,
        ".zip" => PackFormat.Zip,
        _ => null,
    };
}
