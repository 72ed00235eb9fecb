using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>fiches.yaml</c>: fiches with their prose, messages, comments, approvals and editions, each step on its day.</summary>
internal static class FicheLoading
{
    public const string FileName = "fiches.yaml";

    /// <param name="writtenOn">The day on which drafts that nobody reviewed yet were written.</param>
    public static async Task Load(LoadingScene scene, FichesFile file, DateOnly writtenOn)
    {
        var editor = await scene.WhoMay(Permission.WriteFiches);
        foreach (var entry in file.Fiches) await Load(scene, entry, editor, writtenOn);
    }

    private static async Task Load(LoadingScene scene, FicheEntry entry, StudyAccess editor, DateOnly writtenOn)
    {
        scene.Begin(FileName, $"{entry.Offering} {entry.Language}");
        var name = new FicheName(entry.Offering, entry.Language);
        var first = entry.Editions.Count > 0 ? entry.Editions[0].PublishedOn : entry.SentToReviewOn ?? writtenOn;
        var at = LoadingScene.Moment(first.AddDays(-3));
        var id = await scene.Done(scene.Act<CreateFiche>(at).Handle(editor, new CreateFicheRequest(Guid.NewGuid(), entry.Offering, entry.Language, entry.Audience, entry.Translates), scene.Cancellation));
        await scene.Done(scene.Act<ChooseQuotes>(at).Handle(editor, new ChooseQuotesRequest(Guid.NewGuid(), name, entry.Quotes), scene.Cancellation));
        if (entry.Translates.Length > 0) await Translate(scene, id, editor, entry, at);
        foreach (var message in entry.Translates.Length > 0 ? [] : entry.Messages)
            await scene.Done(scene.Act<ArrangeMessages>(at).Handle(editor, new ArrangeMessagesRequest(Guid.NewGuid(), name, MessageAct.Add, null, message.Findings, message.Text), scene.Cancellation));

        foreach (var edition in entry.Editions.SkipLast(1))
        {
            await Write(scene, id, editor, entry.Sections, edition.Sections, at);
            await SendToReview(scene, name, editor, LoadingScene.Moment(edition.PublishedOn.AddDays(-2)));
            foreach (var approval in entry.Approvals) await Approve(scene, name, approval, LoadingScene.Moment(edition.PublishedOn.AddDays(-1)));
            await Publish(scene, name, editor, edition);
            at = LoadingScene.Moment(edition.PublishedOn.AddDays(1));
            await scene.Done(scene.Act<TakeBack>(at).Handle(editor, new TakeBackRequest(Guid.NewGuid(), name, await Version(scene, name)), scene.Cancellation));
        }

        await Write(scene, id, editor, entry.Sections, [], at);
        if (entry.SentToReviewOn is { } day) await SendToReview(scene, name, editor, LoadingScene.Moment(day));
        foreach (var comment in entry.Comments) await Comment(scene, name, editor, comment);
        foreach (var approval in entry.Approvals) await Approve(scene, name, approval, LoadingScene.Moment(approval.On));
        foreach (var approval in entry.Approvals.Where(approval => approval.Answer.Length > 0)) await Answer(scene, name, editor, approval, LoadingScene.Moment(approval.On));
        if (entry.Editions is [.., var last]) await Publish(scene, name, editor, last);
        var state = await scene.Db.Set<Fiche>().Where(fiche => fiche.Id == id).Select(fiche => fiche.State).SingleAsync(scene.Cancellation);
        if (state != entry.State) throw scene.Fault($"the fiche became {state}");
    }

    /// <param name="instead">Sections as they stood then.</param>
    private static async Task Write(LoadingScene scene, Guid fiche, StudyAccess editor, Dictionary<string, string> sections, Dictionary<string, string> instead, DateTime at)
    {
        var standing = await scene.Db.Set<Fiche>().AsNoTracking().Where(found => found.Id == fiche).SelectMany(found => found.Sections)
            .Select(section => new { section.Key, section.Text.Revision, section.Text.Text }).ToDictionaryAsync(section => section.Key, scene.Cancellation);
        foreach (var (key, prose) in sections)
        {
            var (text, present) = (instead.GetValueOrDefault(key, prose), standing.GetValueOrDefault(key));
            if (present?.Text == text) continue;
            var kept = await scene.Done(scene.Act<WriteSection>(at).Handle(editor, new WriteSectionRequest(Guid.NewGuid(), fiche, key, present?.Revision ?? 0, text), scene.Cancellation));
            if (kept.Result != AutosaveResult.Saved) throw scene.Fault($"the section {key} was not kept: {kept.Result}");
        }
    }

    // The messages of a translation are there from the start, without words.
    private static async Task Translate(LoadingScene scene, Guid fiche, StudyAccess editor, FicheEntry entry, DateTime at)
    {
        var messages = await scene.Db.Set<Fiche>().AsNoTracking().Where(found => found.Id == fiche).SelectMany(found => found.Messages)
            .OrderBy(message => message.Order).Select(message => message.Id).ToListAsync(scene.Cancellation);
        if (messages.Count != entry.Messages.Count) throw scene.Fault($"the source has {messages.Count} messages");
        foreach (var (id, message) in messages.Zip(entry.Messages))
            await scene.Done(scene.Act<WriteKeyMessage>(at).Handle(editor, new WriteKeyMessageRequest(Guid.NewGuid(), id, 0, message.Text), scene.Cancellation));
    }

    private static async Task SendToReview(LoadingScene scene, FicheName name, StudyAccess editor, DateTime at) =>
        await scene.Done(scene.Act<SendToReview>(at).Handle(editor, new SendToReviewRequest(Guid.NewGuid(), name, await Version(scene, name), Knowingly: true), scene.Cancellation));

    private static async Task Comment(LoadingScene scene, FicheName name, StudyAccess editor, CommentEntry entry)
    {
        var at = LoadingScene.Moment(entry.On, 60);
        var id = await scene.Done(scene.Act<CommentFiche>(at).Handle(
            await scene.As(entry.By), new CommentFicheRequest(Guid.NewGuid(), name, entry.Section ?? "", entry.Text), scene.Cancellation));
        if (entry.Resolved) await scene.Done(scene.Act<ResolveComment>(at.AddHours(5)).Handle(editor, new ResolveCommentRequest(Guid.NewGuid(), id), scene.Cancellation));
    }

    // Some hours after the opinion.
    private static async Task Answer(LoadingScene scene, FicheName name, StudyAccess editor, ApprovingEntry entry, DateTime at)
    {
        var member = await scene.As(entry.By);
        await scene.Done(scene.Act<AnswerOpinion>(at.AddHours(3)).Handle(
            editor, new AnswerOpinionRequest(Guid.NewGuid(), name, member.Actor.Id, at, 0, entry.Settlement, entry.Answer), scene.Cancellation));
    }

    private static async Task Approve(LoadingScene scene, FicheName name, ApprovingEntry entry, DateTime at) =>
        await scene.Done(scene.Act<ApproveFiche>(at).Handle(
            await scene.As(entry.By), new ApproveFicheRequest(Guid.NewGuid(), name, entry.Opinion, entry.Reason, entry.Interest), scene.Cancellation));

    private static async Task Publish(LoadingScene scene, FicheName name, StudyAccess editor, EditionEntry edition)
    {
        var id = await scene.Done(scene.Act<PublishFiche>(LoadingScene.Moment(edition.PublishedOn, 120)).Handle(
            editor, new PublishFicheRequest(Guid.NewGuid(), name, await Version(scene, name), edition.Changes), scene.Cancellation));
        var number = await scene.Db.Set<Edition>().Where(found => found.Id == id).Select(found => found.Number).SingleAsync(scene.Cancellation);
        if (number != edition.Number) throw scene.Fault($"the edition became number {number}");
    }

    private static async Task<int> Version(LoadingScene scene, FicheName name)
    {
        scene.Db.ChangeTracker.Clear();
        var offering = scene.Find("offering", name.OfferingCode);
        return await scene.Db.Set<Fiche>().Where(fiche => fiche.OfferingId == offering && fiche.Language == name.Language)
            .Select(fiche => fiche.Version).SingleAsync(scene.Cancellation);
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
    /// <summary>The language of the fiche that it translates; empty for one written for itself.</summary>
    public string Translates { get; init; } = "";
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
    public required Opinion Opinion { get; init; }
    public required string Reason { get; init; }
    public string Interest { get; init; } = "";
    /// <summary>What became of it, with <see cref="Answer"/>; null while nobody has answered.</summary>
    public Settlement? Settlement { get; init; }
    public string Answer { get; init; } = "";
}

internal sealed class EditionEntry
{
    public required int Number { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public required string Changes { get; init; }
    public Dictionary<string, string> Sections { get; init; } = [];
}
