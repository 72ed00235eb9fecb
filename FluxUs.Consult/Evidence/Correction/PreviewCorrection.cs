using FluxUs.Consult.Evidence.Anchoring;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Correction;

/// <param name="Words">The new words by the order of their segment (<see cref="CorrectSegmentsRequest"/>).</param>
public sealed record CorrectionDraft(Guid SourceTextId, int TextVersion, IReadOnlyDictionary<int, string> Words);

/// <param name="Now">Where its words most likely stand; null when nothing like them is left.</param>
public sealed record DoubtfulExcerpt(int Number, string Words, string? Now);

/// <summary>What a correction would do to the excerpts of the text.</summary>
/// <param name="Placed">Excerpts that keep their words.</param>
/// <param name="ToDecide">Excerpts whose place a person would have to decide.</param>
public sealed record CorrectionPreview(int Placed, IReadOnlyList<DoubtfulExcerpt> ToDecide);

/// <summary>Tells what a correction would do, before it is made.</summary>
public sealed class PreviewCorrection(ConsultDbContext db)
{
    public async Task<Outcome<CorrectionPreview>> Run(StudyAccess access, CorrectionDraft draft, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        var edited = await CorrectSegments.Edited(db, access, draft.SourceTextId, draft.TextVersion, draft.Words, cancellation);
        if (!edited.IsDone) return edited.Failure;
        var excerpts = await db.Set<Excerpt>().AsNoTracking()
            .Where(excerpt => excerpt.SourceTextId == draft.SourceTextId && excerpt.TextVersion == draft.TextVersion && excerpt.Place == ExcerptPlace.Placed)
            .OrderBy(excerpt => excerpt.Start).ToListAsync(cancellation);
        var placements = Reanchoring.Place(edited.Value.Before, edited.Value.After, excerpts.Select(excerpt => new TextAnchor(excerpt.Start, excerpt.Length, excerpt.Quote, excerpt.Before, excerpt.After)));
        var doubtful = excerpts.Zip(placements).Where(both => both.Second is not { Certainty: AnchorCertainty.Certain, New: not null })
            .Select(both => new DoubtfulExcerpt(both.First.Number, both.First.Quote, both.Second.New?.Quote)).ToList();
        return new CorrectionPreview(excerpts.Count - doubtful.Count, doubtful);
    }
}
