using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <param name="Mark">Of the coding that the person saw (<see cref="ExcerptState.Mark"/>).</param>
/// <param name="Passage">Where it shall stand from now on, in UTF-16 units of the text's current version; null leaves it.</param>
public sealed record ChangeExcerptRequest(Guid Operation, Guid ExcerptId, string Mark, Coding Coding, ChosenPassage? Passage = null);

/// <summary>A passage of one version of a text, in UTF-16 units.</summary>
public sealed record ChosenPassage(int TextVersion, int Start, int Length);

/// <summary>Gives an excerpt other tags, stage, offerings, or another passage.</summary>
public sealed class ChangeExcerpt(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<AddedExcerpt>> Handle(StudyAccess access, ChangeExcerptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<AddedExcerpt>(access.Actor, request.Operation, async () =>
        {
            var excerpt = await CodingTable.Find(db, access, request.ExcerptId, cancellation);
            if (excerpt is null) return Outcome.NotFound;
            var before = ExcerptState.Of(excerpt);
            if (before.Mark != request.Mark) return Outcome.Changed;
            var coding = await CodingTable.Check(db, access.StudyId, request.Coding, cancellation);
            if (!coding.IsDone) return coding.Failure;
            if (request.Passage is { } passage)
            {
                var seen = await CodingTable.TextAsSeen(db, access, excerpt.SourceTextId, passage.TextVersion, cancellation);
                if (!seen.IsDone) return seen.Failure;
                if (ChosenWords.Snap(seen.Value.Words, passage.Start, passage.Length) is not var (start, length))
                    return Outcome.Refused<EvidenceTexts>("PassageIsEmpty", nameof(passage.Start));
                excerpt.PlaceAt(passage.TextVersion, ExcerptSpan.Of(seen.Value.Words, start, length), ExcerptPlace.Placed);
            }

            CodingTable.Give(excerpt, coding.Value);
            var after = ExcerptState.Of(excerpt);
            if (after.Mark != before.Mark) CodingTable.Remember(db, access, excerpt.SourceTextId, time.GetUtcNow().UtcDateTime, before, after);
            return new AddedExcerpt(excerpt.Id, excerpt.Number);
        }, cancellation);
    }
}
