using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Version">The one that the preview showed.</param>
public sealed record SeenTerm(Guid Id, int Version);

/// <param name="FileName">As the person knows it.</param>
/// <param name="Content">What was previewed by <see cref="CheckGlossary"/>.</param>
/// <param name="Added">How many terms the preview said would be added.</param>
/// <param name="Seen">The terms that it said would change.</param>
public sealed record ImportGlossaryRequest(Guid Operation, string FileName, byte[] Content, int Added, IReadOnlyList<SeenTerm> Seen);

/// <summary>What a file brought.</summary>
public sealed record ImportedGlossary(int Added, int Changed, int Unchanged);

/// <summary>Takes terms from a table that was previewed: those that are there already get its words, the others are added, none is
/// removed. Where the glossary became another than the preview showed, nothing comes in.</summary>
public sealed class ImportGlossary(ConsultDbContext db)
{
    public async Task<Outcome<ImportedGlossary>> Handle(StudyAccess access, ImportGlossaryRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteGlossary)) return Outcome.Forbidden;
        return await db.Write<ImportedGlossary>(access.Actor, request.Operation, async () =>
        {
            var known = await db.Set<GlossaryTerm>().Where(found => found.StudyId == access.StudyId).ToListAsync(cancellation);
            var compared = CheckGlossary.Compare([.. known.Select(term => new GlossaryRow(term.Id, term.Contents, term.Version))], request.FileName, request.Content);
            if (!compared.IsDone) return compared.Failure;
            var preview = compared.Value;
            var changed = preview.Changes.Where(change => change.Before is not null).Select(change => new SeenTerm(change.Before!.Id, change.Before.Version)).ToHashSet();
            if (preview.Added != request.Added || !changed.SetEquals(request.Seen)) return Outcome.Changed;

            var byId = known.ToDictionary(term => term.Id);
            foreach (var (before, after) in preview.Changes)
            {
                if (before is null) db.Add(new GlossaryTerm(access.StudyId, after));
                else byId[before.Id].Describe(after);
            }

            return new ImportedGlossary(preview.Added, preview.Changed, preview.Unchanged);
        }, cancellation);
    }
}
