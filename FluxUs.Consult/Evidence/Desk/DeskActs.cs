using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Fields;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence.Desk;

/// <summary>What the forms of the desk ask for, read and handed to the acts.</summary>
public sealed class DeskActs(
    AddExcerpt add, ChangeExcerpt change, RemoveExcerpt remove, UndoLastAct undo, MarkFreeOfNames mark, UnmarkFreeOfNames unmark, AssignSpeaker assign)
{
    /// <summary>A tag of the codebook: for the selection, else for the chosen paragraph, else for the chosen excerpt.</summary>
    public async Task<Outcome<AddedExcerpt>> Code(StudyAccess access, DeskView view, ChosenExcerpt? chosen, PostedForm posted, CancellationToken cancellation)
    {
        var tags = posted.Ids("tag");
        var passage = Passage(posted);
        if (passage is null && posted.Number("paragraph") is { } order && view.Segments.FirstOrDefault(segment => segment.Order == order) is { } paragraph)
            passage = new ChosenPassage(posted.Version, paragraph.Start, paragraph.Text.Length);
        if (passage is null && chosen is not null)
        {
            // Pressing a tag that the excerpt has takes it off, as long as one is left.
            var given = chosen.Tags.Select(tag => tag.Id).ToList();
            var toggled = given.Where(tag => !tags.Contains(tag)).Concat(tags.Where(tag => !given.Contains(tag))).ToList();
            return await change.Handle(access, new ChangeExcerptRequest(posted.Operation, chosen.Id, posted.Text("mark"), new Coding(toggled, chosen.StageId, chosen.Offerings)), cancellation);
        }

        if (passage is null) return Outcome.Refused<EvidenceTexts>("PassageIsEmpty");
        return await add.Handle(access, new AddExcerptRequest(
            posted.Operation, view.TextId, passage.TextVersion, passage.Start, passage.Length, new Coding(tags, posted.Id("stage"), posted.Ids("offering"))), cancellation);
    }

    public async Task<Outcome<AddedExcerpt>> Change(StudyAccess access, ChosenExcerpt? chosen, PostedForm posted, CancellationToken cancellation)
    {
        if (chosen is null) return Outcome.NotFound;
        var tags = chosen.Tags.Select(tag => tag.Id).Where(tag => tag != posted.Id("untag")).ToList();
        var passage = posted.Flag("move") ? Passage(posted) : null;
        if (posted.Flag("move") && passage is null) return Outcome.Refused<EvidenceTexts>("PassageIsEmpty");
        return await change.Handle(access, new ChangeExcerptRequest(
            posted.Operation, chosen.Id, posted.Text("mark"), new Coding(tags, posted.Id("stage"), posted.Ids("offering")), passage), cancellation);
    }

    // Gone already is what was asked for.
    public async Task<Outcome<Nothing>> Remove(StudyAccess access, ChosenExcerpt? chosen, PostedForm posted, CancellationToken cancellation) =>
        chosen is null ? Nothing.Value : await remove.Handle(access, new RemoveExcerptRequest(posted.Operation, chosen.Id, posted.Text("mark")), cancellation);

    public Task<Outcome<Undone>> Undo(StudyAccess access, DeskView view, PostedForm posted, CancellationToken cancellation) =>
        undo.Handle(access, new UndoLastActRequest(posted.Operation, view.TextId), cancellation);

    public Task<Outcome<Nothing>> Clear(StudyAccess access, DeskView view, PostedForm posted, CancellationToken cancellation) => posted.Flag("free")
        ? mark.Handle(access, new MarkFreeOfNamesRequest(posted.Operation, view.TextId, posted.Version, posted.Flag("despite")), cancellation)
        : unmark.Handle(access, new UnmarkFreeOfNamesRequest(posted.Operation, view.TextId), cancellation);

    public Task<Outcome<Nothing>> Assign(StudyAccess access, DeskView view, PostedForm posted, CancellationToken cancellation) =>
        assign.Handle(access, new AssignSpeakerRequest(posted.Operation, view.TextId, posted.Text("speaker"), posted.Id("expert")), cancellation);

    private static ChosenPassage? Passage(PostedForm posted) =>
        posted.Number("start") is { } start && posted.Number("length") is { } length ? new ChosenPassage(posted.Version, start, length) : null;
}
