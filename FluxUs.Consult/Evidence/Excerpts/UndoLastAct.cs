using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Excerpts;

public sealed record UndoLastActRequest(Guid Operation, Guid SourceTextId);

public enum UndoneAct { Making, Changing, Removing }

/// <param name="Number">Of the excerpt concerned.</param>
public sealed record Undone(UndoneAct Act, int Number);

/// <summary>Takes back this person's last act on the excerpts of a text, one act further each time; also after leaving the page.</summary>
public sealed class UndoLastAct(ConsultDbContext db, IEnumerable<IRestsOnEvidence> above, TimeProvider time)
{
    public async Task<Outcome<Undone>> Handle(StudyAccess access, UndoLastActRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Undone>(access.Actor, request.Operation, async () =>
        {
            var text = await db.Set<SourceText>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.SourceTextId, cancellation);
            if (text is null) return Outcome.NotFound;
            var act = await db.Set<CodingAct>().Where(found => found.SourceTextId == text.Id && found.By == access.Actor.Id && found.UndoneAt == null)
                .OrderByDescending(found => found.At).ThenByDescending(found => found.Id).FirstOrDefaultAsync(cancellation);
            if (act is null) return Outcome.Refused<EvidenceTexts>("NothingToUndo");
            var undone = (act.Before, act.After) switch
            {
                (null, { } made) => await Unmake(access, made, cancellation),
                ({ } before, { } after) => await ChangeBack(access, text, before, after, cancellation),
                ({ } removed, null) => await PutBack(access, text, removed, cancellation),
                _ => throw new InvalidOperationException($"Coding act {act.Id} holds no state."),
            };
            if (undone.IsDone) act.Undo(time.GetUtcNow().UtcDateTime);
            return undone;
        }, cancellation);
    }

    private async Task<Outcome<Undone>> Unmake(StudyAccess access, ExcerptState made, CancellationToken cancellation)
    {
        var excerpt = await CodingTable.Find(db, access, made.Id, cancellation);
        if (excerpt is null || ExcerptState.Of(excerpt).Mark != made.Mark) return ChangedSince(made);
        var holding = await CodingTable.WhatHolds(db, access, above, excerpt.Id, cancellation);
        if (holding.Count > 0) return Outcome.Refused<EvidenceTexts>("ExcerptIsLeanedOn", null, excerpt.Number, string.Join(", ", holding));
        // What was written in the memo since would go with it unseen.
        if (excerpt.Memo.Text.Length > 0) return Outcome.Refused<EvidenceTexts>("ExcerptHasMemo", null, excerpt.Number);
        db.Remove(excerpt);
        return new Undone(UndoneAct.Making, made.Number);
    }

    private async Task<Outcome<Undone>> ChangeBack(StudyAccess access, SourceText text, ExcerptState before, ExcerptState after, CancellationToken cancellation)
    {
        var excerpt = await CodingTable.Find(db, access, after.Id, cancellation);
        if (excerpt is null || ExcerptState.Of(excerpt).Mark != after.Mark) return ChangedSince(after);
        if ((before.TextVersion, before.Start, before.Length) != (after.TextVersion, after.Start, after.Length))
        {
            var seen = await CodingTable.TextAsSeen(db, access, text.Id, before.TextVersion, cancellation);
            if (!seen.IsDone) return ChangedSince(after);
            excerpt.PlaceAt(before.TextVersion, ExcerptSpan.Of(seen.Value.Words, before.Start, before.Length), ExcerptPlace.Placed);
        }

        var coding = await CodingTable.Check(db, access.StudyId, new Coding(before.Tags, before.StageId, before.Offerings), cancellation);
        if (!coding.IsDone) return coding.Failure;
        CodingTable.Give(excerpt, coding.Value);
        return new Undone(UndoneAct.Changing, after.Number);
    }

    private async Task<Outcome<Undone>> PutBack(StudyAccess access, SourceText text, ExcerptState removed, CancellationToken cancellation)
    {
        var seen = await CodingTable.TextAsSeen(db, access, text.Id, removed.TextVersion, cancellation);
        if (!seen.IsDone) return ChangedSince(removed);
        var coding = await CodingTable.Check(db, access.StudyId, new Coding(removed.Tags, removed.StageId, removed.Offerings), cancellation);
        if (!coding.IsDone) return coding.Failure;
        db.Add(Excerpt.PutBack(access.StudyId, text.Id, removed, ExcerptSpan.Of(seen.Value.Words, removed.Start, removed.Length)));
        return new Undone(UndoneAct.Removing, removed.Number);
    }

    private static Outcome ChangedSince(ExcerptState state) => Outcome.Refused<EvidenceTexts>("ExcerptChangedSince", null, state.Number);
}
