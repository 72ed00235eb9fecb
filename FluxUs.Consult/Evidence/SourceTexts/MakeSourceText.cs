using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <param name="OriginId">The interview or the reference.</param>
/// <param name="Code">E-12 or D-07: of the origin.</param>
/// <param name="Segments">In the order of the text, without overlap; none cuts it by paragraphs.</param>
/// <param name="ExpertIds">Whose words it holds; none for a document.</param>
/// <param name="OfferingIds">What it is about, copied from the origin.</param>
/// <param name="Date">The day of the conversation; null for a document.</param>
/// <param name="ReplacesCorrection">Whoever brings it was told that it takes the place of a version corrected by hand.</param>
public sealed record MakeSourceTextRequest(
    Guid Operation, SourceKind Kind, Guid OriginId, string Code, string Language, string Text, IReadOnlyList<SegmentDraft> Segments,
    IReadOnlyList<Guid> ExpertIds, IReadOnlyList<Guid> OfferingIds, DateOnly? Date, bool ReplacesCorrection = false);

/// <summary>Makes version 1 of a text that can be tagged, when a researcher hands notes over or brings a transcript.</summary>
public sealed class MakeSourceText(ConsultDbContext db, TimeProvider time)
{
    /// <returns>The id of the source text.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, MakeSourceTextRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        if (string.IsNullOrWhiteSpace(request.Text)) return Outcome.Refused<EvidenceTexts>("TextIsEmpty", nameof(request.Text));
        var (words, segments) = StoredText.From(request.Text, request.Segments);
        if (segments.Count == 0) segments = StoredText.Paragraphs(words);
        if (!StoredText.Holds(words, segments))
            throw new ArgumentException($"The segments of {request.Code} do not follow each other within its text.", nameof(request));

        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var text = new SourceText(access.StudyId, request.Kind, request.OriginId, request.Code, request.Language);
            var follow = await OriginCopy.Follow(db, access.StudyId, text, request.ExpertIds, request.OfferingIds, request.Date, cancellation);
            if (!follow.IsDone) return follow.Failure;
            text.AddVersion(words, segments, access.Actor.Id, time.GetUtcNow().UtcDateTime, "");
            db.Add(text);
            return text.Id;
        }, cancellation);
    }
}

/// <param name="OriginId">The interview or the reference that changed.</param>
public sealed record FollowOriginRequest(Guid Operation, Guid OriginId, IReadOnlyList<Guid> ExpertIds, IReadOnlyList<Guid> OfferingIds, DateOnly? Date);

/// <summary>Copies into the texts of an interview or reference whose words they hold, for which offerings and of which day, after
/// these changed there.</summary>
public sealed class FollowOrigin(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, FollowOriginRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var texts = await db.Set<SourceText>().Include(text => text.Voices).Include(text => text.Offerings)
                .Where(text => text.StudyId == access.StudyId && text.OriginId == request.OriginId).ToListAsync(cancellation);
            foreach (var text in texts)
            {
                var follow = await OriginCopy.Follow(db, access.StudyId, text, request.ExpertIds, request.OfferingIds, request.Date, cancellation);
                if (!follow.IsDone) return follow.Failure;
            }

            return Nothing.Value;
        }, cancellation);
    }
}

internal static class OriginCopy
{
    public static async Task<Outcome<Nothing>> Follow(
        ConsultDbContext db, Guid studyId, SourceText text, IReadOnlyList<Guid> expertIds, IReadOnlyList<Guid> offeringIds, DateOnly? date, CancellationToken cancellation)
    {
        var (experts, offerings) = (expertIds.ToHashSet(), offeringIds.ToHashSet());
        if (await db.Set<Expert>().CountAsync(expert => expert.StudyId == studyId && experts.Contains(expert.Id), cancellation) != experts.Count) return Outcome.NotFound;
        if (await db.Set<Offering>().CountAsync(offering => offering.StudyId == studyId && offerings.Contains(offering.Id), cancellation) != offerings.Count) return Outcome.NotFound;
        text.Follow(experts, offerings, date);
        return Nothing.Value;
    }
}
