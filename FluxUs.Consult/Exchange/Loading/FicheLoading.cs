using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>fiches.yaml</c>: fiches with their prose, messages, comments, approvals and editions.</summary>
internal static class FicheLoading
{
    public const string FileName = "fiches.yaml";

    public static async Task Load(LoadingScene scene, FichesFile file, DateOnly writtenOn)
    {
        var editor = await scene.WhoMay(Permission.WriteFiches);
        foreach (var entry in file.Fiches)
        {
            scene.Begin(FileName, $"{entry.Offering} {entry.Language}");
            var at = LoadingScene.Moment(entry.SentToReviewOn ?? writtenOn);
            var fiche = new Fiche(scene.StudyId, scene.Find("offering", entry.Offering), entry.Language, entry.Template);
            fiche.Choose(scene.Find("quote", entry.Quotes));
            foreach (var (key, prose) in entry.Sections) fiche.Section(key).Text.Save(Guid.NewGuid(), 0, prose, editor.Actor.Id, at);
            foreach (var given in entry.Messages)
            {
                var message = fiche.AddMessage();
                message.Text.Save(Guid.NewGuid(), 0, given.Text, editor.Actor.Id, at);
                message.RestOn(scene.Find("finding", given.Findings));
            }

            if (entry.SentToReviewOn is not null) fiche.SendToReview(at);
            await scene.Add(editor, fiche);
            await scene.Add(editor, entry.Comments.Select(comment => Comment(scene, fiche, comment)));
            await scene.Add(editor, entry.Approvals.Select(given => new FicheApproval(
                fiche.Id, fiche.Round, scene.Find("account", given.By), given.Approves, given.Reason, LoadingScene.Moment(given.On))));
        }
    }

    private static FicheComment Comment(LoadingScene scene, Fiche fiche, CommentEntry entry)
    {
        var (by, at) = (scene.Find("account", entry.By), LoadingScene.Moment(entry.On));
        var comment = new FicheComment(fiche.Id, fiche.Round, entry.Section ?? "", entry.Text, by, at);
        if (entry.Resolved) comment.Resolve(by, at.AddHours(5));
        return comment;
    }
}

internal sealed class FichesFile
{
    public required List<FicheEntry> Fiches { get; init; }
}

internal sealed class FicheEntry
{
    public required string Offering { get; init; }
    public required string Language { get; init; }
    public required string Template { get; init; }
    public required FicheState State { get; init; }
    public required Audience Audience { get; init; }
    public DateOnly? SentToReviewOn { get; init; }
    public required List<string> Recommendations { get; init; }
    public required List<string> Quotes { get; init; }
    public required List<MessageEntry> Messages { get; init; }
    public required Dictionary<string, string> Sections { get; init; }
    public List<CommentEntry> Comments { get; init; } = [];
    public List<ApprovingEntry> Approvals { get; init; } = [];
    public List<EditionEntry> Editions { get; init; } = [];
}

internal sealed class MessageEntry
{
    public required string Text { get; init; }
    public required List<string> Findings { get; init; }
}

internal sealed class CommentEntry
{
    public required string By { get; init; }
    public required DateOnly On { get; init; }
    public string? Section { get; init; }
    public required string Text { get; init; }
    public required bool Resolved { get; init; }
}

internal sealed class ApprovingEntry
{
    public required string By { get; init; }
    public required DateOnly On { get; init; }
    public required bool Approves { get; init; }
    public required string Reason { get; init; }
}

internal sealed class EditionEntry
{
    public required int Number { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public required string Changes { get; init; }
    public Dictionary<string, string> Sections { get; init; } = [];
}
