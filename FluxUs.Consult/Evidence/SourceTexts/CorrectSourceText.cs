using FluxUs.Consult.Evidence.Anchoring;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <param name="TextVersion">The version that is corrected.</param>
/// <param name="Segments">Of the new text; none cuts it by paragraphs.</param>
/// <param name="Reason">What was corrected, in words.</param>
/// <param name="IsByHand">Made from the version that stands, not brought again from where the text comes from.</param>
public sealed record CorrectSourceTextRequest(
    Guid Operation, Guid SourceTextId, int TextVersion, string Text, IReadOnlyList<SegmentDraft> Segments, string Reason, bool IsByHand = false);

/// <param name="TextVersion">The version that now stands.</param>
/// <param name="Placed">Excerpts that stand where they must.</param>
/// <param name="ToDecide">Excerpts whose place a person has to decide.</param>
public sealed record CorrectedText(int TextVersion, int Placed, int ToDecide);

/// <summary>Makes a new version of a text. Its excerpts are placed again by their words and what stands around them; the ones
/// whose place is not certain stay on the version before until a person decides. The new text has to be read for names again.</summary>
public sealed class CorrectSourceText(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<CorrectedText>> Handle(StudyAccess access, CorrectSourceTextRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        if (string.IsNullOrWhiteSpace(request.Text)) return Outcome.Refused<EvidenceTexts>("TextIsEmpty", nameof(request.Text));
        var (words, segments) = StoredText.From(request.Text, request.Segments);
        if (segments.Count == 0) segments = StoredText.Paragraphs(words);
        if (!StoredText.Holds(words, segments)) throw new ArgumentException("The segments do not follow each other within the text.", nameof(request));

        return await db.Write<CorrectedText>(access.Actor, request.Operation, async () =>
        {
            var text = await db.Set<SourceText>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.SourceTextId, cancellation);
            if (text is null) return Outcome.NotFound;
            if (text.CurrentVersion != request.TextVersion) return Outcome.Changed;
            var before = await db.Set<SourceTextVersion>().AsNoTracking()
                .Where(version => version.SourceTextId == text.Id && version.Number == request.TextVersion).Select(version => version.Text).FirstAsync(cancellation);
            if (before == words) return Outcome.Refused<EvidenceTexts>("NothingCorrected", nameof(request.Text));

            // Those that already wait for a decision on an older version go on waiting.
            var excerpts = await db.Set<Excerpt>().Where(excerpt => excerpt.SourceTextId == text.Id && excerpt.TextVersion == request.TextVersion && excerpt.Place == ExcerptPlace.Placed)
                .ToListAsync(cancellation);
            text.AddVersion(words, segments, access.Actor.Id, time.GetUtcNow().UtcDateTime, request.Reason.Trim(), request.IsByHand);
            var placements = Reanchoring.Place(before, words, excerpts.Select(excerpt => new TextAnchor(excerpt.Start, excerpt.Length, excerpt.Quote, excerpt.Before, excerpt.After)));
            var placed = 0;
            foreach (var (excerpt, placement) in excerpts.Zip(placements))
            {
                if (placement is { Certainty: AnchorCertainty.Certain, New: { } place })
                {
                    excerpt.PlaceAt(text.CurrentVersion, ExcerptSpan.Of(words, place.Start, place.Length), ExcerptPlace.Placed);
                    placed++;
                }
                else
                {
                    excerpt.Doubt();
                }
            }

            return new CorrectedText(text.CurrentVersion, placed, excerpts.Count - placed);
        }, cancellation);
    }
}
