using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

public sealed record ReferenceFile(Guid Id, string FileName, long Size, DateTime AttachedAt);

/// <summary>The text made of the reading note.</summary>
/// <param name="ToDecide">Excerpts whose place in the current version a person has to decide.</param>
/// <param name="IsOpen">Whether this reader may open it: an editor only once it is free of names.</param>
public sealed record ReferenceText(Guid Id, int CurrentVersion, DateTime MadeAt, bool IsFreeOfNames, int Excerpts, int ToDecide, bool IsOpen);

/// <summary>The reading note as it stands.</summary>
/// <param name="By">Who saved it last.</param>
public sealed record ReadingNoteState(string Text, int Revision, DateTime? SavedAt, string By);

/// <summary>A figure of the study that the reference gives.</summary>
public sealed record ReferenceFigure(string Key, LocalText Label, decimal Value, LocalText Unit, int? Year);

/// <summary>The page of one reference.</summary>
/// <param name="Note">Null for a reader who may not see it yet.</param>
/// <param name="HasNewNote">The note changed since it was last handed over to coding.</param>
public sealed record ReferenceDetails(
    Guid Id, string Code, string CitationKey, CslItem Item, string Authors, string Language, int Version,
    IReadOnlyList<ReferenceOfferingChoice> Offerings, IReadOnlyList<ReferenceFile> Files, ReferenceText? Text, ReadingNoteState? Note,
    IReadOnlyList<ReferenceFigure> Figures, bool HasNewNote, bool MayWrite, bool MayWriteNote);

public sealed class OpenReference(ConsultDbContext db)
{
    public async Task<Outcome<ReferenceDetails>> Run(StudyAccess access, string citationKey, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadReferences)) return Outcome.Forbidden;
        var reference = await db.Set<Reference>().AsNoTracking().Include(found => found.Offerings)
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.CitationKey == citationKey, cancellation);
        if (reference is null) return Outcome.NotFound;

        var offerings = (await ReferenceOfferingChoice.Of(db, access, cancellation)).Where(offering => reference.Offerings.Any(own => own.OfferingId == offering.Id)).ToList();
        var files = await db.Set<Attachment>().AsNoTracking().Where(file => file.ReferenceId == reference.Id).OrderBy(file => file.AttachedAt)
            .Select(file => new ReferenceFile(file.Id, file.FileName, file.Size, file.AttachedAt)).ToListAsync(cancellation);
        var mayReadAll = access.May(Permission.ReadUnclearedTexts);
        var text = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == access.StudyId && text.OriginId == reference.Id && text.Kind == SourceKind.ReadingNote)
            .Select(text => new ReferenceText(
                text.Id, text.CurrentVersion, text.Versions.OrderByDescending(version => version.Number).Select(version => version.MadeAt).First(),
                text.FreeOfNamesAt != null, db.Set<Excerpt>().Count(excerpt => excerpt.SourceTextId == text.Id),
                db.Set<Excerpt>().Count(excerpt => excerpt.SourceTextId == text.Id && excerpt.Place == ExcerptPlace.Uncertain), mayReadAll || text.FreeOfNamesAt != null))
            .FirstOrDefaultAsync(cancellation);
        var note = await db.Set<ReadingNote>().AsNoTracking().Where(found => found.ReferenceId == reference.Id).Select(found => found.Text).FirstOrDefaultAsync(cancellation);
        var by = await db.NameOf(note?.SavedBy, cancellation);
        var figures = await db.Set<Quantity>().AsNoTracking().Where(quantity => quantity.StudyId == access.StudyId && quantity.ReferenceId == reference.Id).OrderBy(quantity => quantity.Key)
            .Select(quantity => new ReferenceFigure(quantity.Key, quantity.Label, quantity.Value, quantity.Unit, quantity.Year)).ToListAsync(cancellation);
        return new ReferenceDetails(
            reference.Id, reference.Code, reference.CitationKey, reference.Item, reference.Authors, reference.Language, reference.Version, offerings, files, text,
            mayReadAll ? new ReadingNoteState(note?.Text ?? "", note?.Revision ?? 0, note?.SavedAt, by) : null, figures,
            note is { Text.Length: > 0 } && (text is null || note.SavedAt > text.MadeAt),
            access.May(Permission.WriteReferences), access.May(Permission.WriteInterviews));
    }
}
