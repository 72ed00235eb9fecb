using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <param name="Entries">Numbers of the entries to take.</param>
/// <param name="Anyway">Numbers of those among them that are known already and are taken all the same; any other entry that
/// proves to be known when it is taken stays out.</param>
/// <param name="OfferingIds">What all of them are about; may be empty.</param>
public sealed record TakeReferencesRequest(Guid Operation, Guid FileId, IReadOnlyList<int> Entries, IReadOnlyList<int> Anyway, IReadOnlyList<Guid> OfferingIds);

/// <summary>A reference that came in.</summary>
public sealed record TakenReference(int Entry, string Code, string CitationKey, string Title);

/// <summary>What came in, or would after a dry run, and what stayed out because it is known.</summary>
/// <param name="Notes">All that was dropped or repaired, in the order of the file.</param>
public sealed record ReferenceImport(string FileName, FileKind Kind, IReadOnlyList<TakenReference> Taken, IReadOnlyList<LiteratureEntry> Known, IReadOnlyList<ImportNote> Notes);

/// <summary>Takes the chosen references of a file into the study, all of them or none.</summary>
public sealed class TakeReferences(ConsultDbContext db, FileStore files, CodeSequences codes, TimeProvider time)
{
    public async Task<Outcome<ReferenceImport>> Handle(StudyAccess access, TakeReferencesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        return await db.Write<ReferenceImport>(access.Actor, request.Operation, async () =>
        {
            var file = await db.Set<LiteratureFile>().FirstOrDefaultAsync(found => found.Id == request.FileId && found.StudyId == access.StudyId, cancellation);
            if (file is null) return Outcome.NotFound;
            if (request.Entries.Count == 0) return Outcome.Refused<LiteratureTexts>("NothingChosen");
            var offerings = await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId && request.OfferingIds.Contains(offering.Id), cancellation);
            if (offerings < request.OfferingIds.Distinct().Count()) return Outcome.Refused<LiteratureTexts>("OfferingGone", nameof(request.OfferingIds));
            var read = await ReadLiterature.Of(db, access.StudyId, files, file, cancellation);
            if (!read.IsDone) return read.Failure;

            var (wanted, anyway) = (request.Entries.ToHashSet(), request.Anyway.ToHashSet());
            var chosen = read.Value.Entries.Where(entry => wanted.Contains(entry.Number)).ToLookup(entry => entry.Known is null || anyway.Contains(entry.Number));
            var keys = await db.FreeKeys(access.StudyId, cancellation);
            List<TakenReference> taken = [];
            foreach (var entry in chosen[true])
            {
                // The wish is the file's own key; the preview's may have a letter for an entry that is not taken.
                var reference = new Reference(access.StudyId, await codes.Next(access.StudyId, Reference.CodePrefix, cancellation), keys.Next(entry.Item, entry.WishedKey));
                reference.Describe(entry.Item);
                reference.Concern(request.OfferingIds);
                db.Add(reference);
                taken.Add(new TakenReference(entry.Number, reference.Code, reference.CitationKey, reference.Title));
            }

            file.Take(time.GetUtcNow().UtcDateTime);
            return new ReferenceImport(
                file.FileName, read.Value.Kind, taken, [.. chosen[false]],
                [.. read.Value.OtherNotes, .. chosen[true].SelectMany(entry => entry.Notes)]);
        }, cancellation);
    }
}
