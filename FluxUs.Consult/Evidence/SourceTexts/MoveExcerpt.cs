using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <param name="Mark">Of the coding that the person saw (<see cref="ExcerptState.Mark"/>).</param>
/// <param name="TextVersion">The version in which it shall stand.</param>
/// <param name="Start">Where, in UTF-16 units; null to find <paramref name="Words"/>.</param>
/// <param name="Words">The very words where it shall stand, said once in the text.</param>
public sealed record MoveExcerptRequest(Guid Operation, Guid ExcerptId, string Mark, int TextVersion, int? Start, int? Length, string? Words);

/// <summary>Decides where an excerpt belongs in the corrected text: at the place that was proposed, or at words that are given.</summary>
public sealed class MoveExcerpt(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, MoveExcerptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var excerpt = await CodingTable.Find(db, access, request.ExcerptId, cancellation);
            if (excerpt is null) return Outcome.NotFound;
            if (ExcerptState.Of(excerpt).Mark != request.Mark) return Outcome.Changed;
            var seen = await CodingTable.TextAsSeen(db, access, excerpt.SourceTextId, request.TextVersion, cancellation);
            if (!seen.IsDone) return seen.Failure;
            var words = seen.Value.Words;
            var (at, length) = (request.Start ?? -1, request.Length ?? 0);
            if (request.Start is null)
            {
                var sought = request.Words?.Trim() ?? "";
                if (sought.Length == 0) return Outcome.Refused<EvidenceTexts>("WordsAreMissing", nameof(request.Words));
                (at, length) = (words.IndexOf(sought, StringComparison.Ordinal), sought.Length);
                if (at < 0) return Outcome.Refused<EvidenceTexts>("WordsNotFound", nameof(request.Words));
                if (words.IndexOf(sought, at + 1, StringComparison.Ordinal) >= 0) return Outcome.Refused<EvidenceTexts>("WordsFoundTwice", nameof(request.Words));
            }

            if (ChosenWords.Snap(words, at, length) is not var (start, size)) return Outcome.Refused<EvidenceTexts>("WordsNotFound", nameof(request.Words));
            excerpt.PlaceAt(request.TextVersion, ExcerptSpan.Of(words, start, size), ExcerptPlace.Placed);
            return Nothing.Value;
        }, cancellation);
    }
}
