using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record GlossaryRow(Guid Id, GlossaryContents Contents, int Version);

public sealed class ListTerms(ConsultDbContext db)
{
    /// <returns>The glossary in the order of the reader's language.</returns>
    public async Task<Outcome<IReadOnlyList<GlossaryRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadGlossary)) return Outcome.Forbidden;
        return Outcome.Done(await Of(access.StudyId, cancellation));
    }

    internal async Task<IReadOnlyList<GlossaryRow>> Of(Guid studyId, CancellationToken cancellation) =>
        [.. (await db.Set<GlossaryTerm>().AsNoTracking().Where(term => term.StudyId == studyId).ToListAsync(cancellation))
            .OrderBy(term => term.Term.ToString(), StringComparer.CurrentCultureIgnoreCase).ThenBy(term => term.Id).Select(term => new GlossaryRow(term.Id, term.Contents, term.Version))];
}
