using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <param name="TextVersion">The version that was read.</param>
/// <param name="DespiteNames">The researcher saw the places where a name may stand and vouches that none does.</param>
public sealed record MarkFreeOfNamesRequest(Guid Operation, Guid SourceTextId, int TextVersion, bool DespiteNames = false);

/// <summary>A researcher vouches that no name stands in a text: it opens to editors, search and exports.</summary>
public sealed class MarkFreeOfNames(ConsultDbContext db, NameCheck names, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, MarkFreeOfNamesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var text = await db.Set<SourceText>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.SourceTextId, cancellation);
            if (text is null) return Outcome.NotFound;
            if (text.CurrentVersion != request.TextVersion) return Outcome.Changed;
            if (!request.DespiteNames)
            {
                var words = await db.Set<SourceTextVersion>().AsNoTracking()
                    .Where(version => version.SourceTextId == text.Id && version.Number == text.CurrentVersion).Select(version => version.Text).FirstAsync(cancellation);
                var found = await names.Run(access, [new CheckedText(text.Code, words)], cancellation);
                if (found is { IsDone: true, Value.FoundAny: true })
                    return Outcome.Refused<EvidenceTexts>("NamesFound", nameof(request.DespiteNames), text.Code, found.Value.Hits.Count);
            }

            text.MarkFreeOfNames(access.Actor.Id, time.GetUtcNow().UtcDateTime);
            return Nothing.Value;
        }, cancellation);
    }
}

public sealed record UnmarkFreeOfNamesRequest(Guid Operation, Guid SourceTextId);

/// <summary>Closes a text again to all but researchers: a name was found in it after all.</summary>
public sealed class UnmarkFreeOfNames(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, UnmarkFreeOfNamesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var text = await db.Set<SourceText>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.SourceTextId, cancellation);
            if (text is null) return Outcome.NotFound;
            text.UnmarkFreeOfNames();
            return Nothing.Value;
        }, cancellation);
    }
}
