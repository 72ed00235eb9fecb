using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <param name="TextVersion">The version in which the passage was chosen.</param>
/// <param name="Start">UTF-16 units in that version.</param>
/// <param name="CodedBy">Who coded it, where that is another than who brings it (import); else null.</param>
public sealed record AddExcerptRequest(Guid Operation, Guid SourceTextId, int TextVersion, int Start, int Length, Coding Coding, Guid? CodedBy = null);

public sealed record AddedExcerpt(Guid Id, int Number);

/// <summary>Tags a passage. The same person's excerpt of the very same passage is given the tags instead of a second one.</summary>
public sealed class AddExcerpt(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<AddedExcerpt>> Handle(StudyAccess access, AddExcerptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<AddedExcerpt>(access.Actor, request.Operation, async () =>
        {
            var seen = await CodingTable.TextAsSeen(db, access, request.SourceTextId, request.TextVersion, cancellation);
            if (!seen.IsDone) return seen.Failure;
            var (text, words) = seen.Value;
            if (ChosenWords.Snap(words, request.Start, request.Length) is not var (start, length))
                return Outcome.Refused<EvidenceTexts>("PassageIsEmpty", nameof(request.Start));
            var coding = await CodingTable.Check(db, access.StudyId, request.Coding, cancellation);
            if (!coding.IsDone) return coding.Failure;

            var (by, at) = (request.CodedBy ?? access.Actor.Id, time.GetUtcNow().UtcDateTime);
            var present = await db.Set<Excerpt>().Include(excerpt => excerpt.Tags).Include(excerpt => excerpt.Offerings).AsSplitQuery()
                .FirstOrDefaultAsync(excerpt => excerpt.SourceTextId == text.Id && excerpt.TextVersion == text.CurrentVersion && excerpt.Start == start
                    && excerpt.Length == length && excerpt.CodedBy == by, cancellation);
            var before = present is null ? null : ExcerptState.Of(present);
            var excerpt = present ?? db.Add(new Excerpt(access.StudyId, text.Id, text.NumberExcerpt(), text.CurrentVersion, ExcerptSpan.Of(words, start, length), by, at)).Entity;
            CodingTable.Give(excerpt, new Coding(
                [.. excerpt.Tags.Select(tag => tag.TagId), .. coding.Value.Tags],
                coding.Value.StageId ?? excerpt.StageId,
                [.. excerpt.Offerings.Select(offering => offering.OfferingId), .. coding.Value.Offerings]));
            CodingTable.Remember(db, access, text.Id, at, before, ExcerptState.Of(excerpt));
            return new AddedExcerpt(excerpt.Id, excerpt.Number);
        }, cancellation);
    }
}
