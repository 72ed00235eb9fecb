using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Correction;

/// <param name="TextVersion">The version that the person saw.</param>
/// <param name="Words">The new words by the order of their segment; an empty text takes the segment out. Segments that are not named stay.</param>
/// <param name="Reason">What was corrected, in words; may be empty.</param>
public sealed record CorrectSegmentsRequest(Guid Operation, Guid SourceTextId, int TextVersion, IReadOnlyDictionary<int, string> Words, string Reason);

/// <summary>Corrects a text by hand, segment by segment: makes its next version (<see cref="CorrectSourceText"/>).</summary>
public sealed class CorrectSegments(ConsultDbContext db, CorrectSourceText correct)
{
    public async Task<Outcome<CorrectedText>> Handle(StudyAccess access, CorrectSegmentsRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<CorrectedText>(access.Actor, request.Operation, async () =>
        {
            var edited = await Edited(db, access, request.SourceTextId, request.TextVersion, request.Words, cancellation);
            if (!edited.IsDone) return edited.Failure;
            var (_, text, segments) = edited.Value;
            return await correct.Handle(access, new CorrectSourceTextRequest(Guid.Empty, request.SourceTextId, request.TextVersion, text, segments, request.Reason, IsByHand: true), cancellation);
        }, cancellation);
    }

    /// <summary>The version as it stands and as it would be.</summary>
    internal static async Task<Outcome<(string Before, string After, IReadOnlyList<SegmentDraft> Segments)>> Edited(
        ConsultDbContext db, StudyAccess access, Guid sourceTextId, int textVersion, IReadOnlyDictionary<int, string> words, CancellationToken cancellation)
    {
        var current = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == access.StudyId && text.Id == sourceTextId)
            .Select(text => (int?)text.CurrentVersion).FirstOrDefaultAsync(cancellation);
        if (current is null) return Outcome.NotFound;
        if (current != textVersion) return Outcome.Changed;
        var version = await db.Set<SourceTextVersion>().AsNoTracking().Where(one => one.SourceTextId == sourceTextId && one.Number == textVersion)
            .Select(one => new { one.Id, one.Text }).FirstAsync(cancellation);
        var segments = await db.Set<Segment>().AsNoTracking().Where(segment => segment.SourceTextVersionId == version.Id).OrderBy(segment => segment.Order).ToListAsync(cancellation);
        var (after, drafts) = EditedText.Of(version.Text, segments, words);
        if (string.IsNullOrWhiteSpace(after)) return Outcome.Refused<EvidenceTexts>("TextIsEmpty", "words");
        if (after == version.Text) return Outcome.Refused<EvidenceTexts>("NothingCorrected", "words");
        return (version.Text, after, drafts);
    }
}
