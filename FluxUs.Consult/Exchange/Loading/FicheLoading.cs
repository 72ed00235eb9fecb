using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

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
            var fiche = new FicheName(entry.Offering, entry.Language);
            var written = LoadingScene.Moment((entry.Editions is [{ } first, ..] ? first.PublishedOn : entry.SentToReviewOn ?? writtenOn).AddDays(-5));
            var id = await scene.Done(scene.Act<CreateFiche>(written).Handle(editor, new(Guid.NewGuid(), entry.Offering, entry.Language, entry.Audience), scene.Cancellation));
            await scene.Done(scene.Act<ChooseQuotes>(written).Handle(editor, new(Guid.NewGuid(), fiche, entry.Quotes), scene.Cancellation));
            foreach (var message in entry.Messages)
                await scene.Done(scene.Act<ArrangeMessages>(written).Handle(editor, new(Guid.NewGuid(), fiche, MessageAct.Add, null, message.Findings, message.Text), scene.Cancellation));
            await Write(scene, editor, id, entry.Sections, written);

            foreach (var edition in entry.Editions) await Publish(scene, editor, fiche, id, entry, edition);
            if (entry.Editions.Count == 0 && entry.SentToReviewOn is { } sent) await Review(scene, editor, fiche, id, entry, LoadingScene.Moment(sent));
        }
    }

    // An earlier edition differs from the last one in the sections that it names.
    private static async Task Publish(LoadingScene scene, StudyAccess editor, FicheName fiche, Guid id, FicheEntry entry, EditionEntry edition)
    {
        var isLast = edition == entry.Editions[^1];
        var sent = LoadingScene.Moment(isLast && entry.SentToReviewOn is { } day ? day : edition.PublishedOn.AddDays(-2));
        if (edition != entry.Editions[0])
        {
            await scene.Done(scene.Act<TakeBack>(sent).Handle(editor, new(Guid.NewGuid(), fiche, await Version(scene, id)), scene.Cancellation));
            await Write(scene, editor, id, entry.Sections.Where(section => entry.Editions.Any(one => one.Sections.ContainsKey(section.Key))), sent);
        }

        await Write(scene, editor, id, edition.Sections, sent);
        await Review(scene, editor, fiche, id, isLast ? entry : new FicheEntry
        {
            Offering = entry.Offering, Language = entry.Language, Template = entry.Template, State = entry.State, Audience = entry.Audience,
            Recommendations = [], Quotes = [], Messages = [], Sections = [],
            Approvals = [.. entry.Approvals.Select(given => new ApprovingEntry { By = given.By, On = edition.PublishedOn.AddDays(-1), Approves = given.Approves, Reason = given.Reason })],
        }, sent);
        await scene.Done(scene.Act<PublishFiche>(LoadingScene.Moment(edition.PublishedOn)).Handle(
            editor, new(Guid.NewGuid(), fiche, await Version(scene, id), edition.Changes), scene.Cancellation));
    }

    private static async Task Review(LoadingScene scene, StudyAccess editor, FicheName fiche, Guid id, FicheEntry entry, DateTime sent)
    {
        await scene.Done(scene.Act<SendToReview>(sent).Handle(editor, new(Guid.NewGuid(), fiche, await Version(scene, id)), scene.Cancellation));
        foreach (var comment in entry.Comments)
        {
            var at = LoadingScene.Moment(comment.On);
            var made = await scene.Done(scene.Act<CommentFiche>(at).Handle(await scene.As(comment.By), new(Guid.NewGuid(), fiche, comment.Section ?? "", comment.Text), scene.Cancellation));
            if (comment.Resolved) await scene.Done(scene.Act<ResolveComment>(at.AddHours(5)).Handle(editor, new(Guid.NewGuid(), made), scene.Cancellation));
        }

        foreach (var given in entry.Approvals)
            await scene.Done(scene.Act<ApproveFiche>(LoadingScene.Moment(given.On)).Handle(await scene.As(given.By), new(Guid.NewGuid(), fiche, given.Approves, given.Reason), scene.Cancellation));
    }

    private static async Task Write(LoadingScene scene, StudyAccess editor, Guid id, IEnumerable<KeyValuePair<string, string>> sections, DateTime at)
    {
        foreach (var (key, text) in sections)
        {
            var revision = await scene.Db.Set<FicheSection>().AsNoTracking().Where(section => section.FicheId == id && section.Key == key).Select(section => section.Text.Revision).FirstOrDefaultAsync(scene.Cancellation);
            await scene.Done(scene.Act<WriteSection>(at).Handle(editor, new(Guid.NewGuid(), id, key, revision, text), scene.Cancellation));
        }
    }

    private static Task<int> Version(LoadingScene scene, Guid id) =>
        scene.Db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.Id == id).Select(fiche => fiche.Version).FirstAsync(scene.Cancellation);
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
