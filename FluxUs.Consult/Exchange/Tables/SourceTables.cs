using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>Interviews with people whose consent is in force, without who was there or where, and references.</summary>
internal static class SourceTables
{
    public static async Task<IReadOnlyList<ITable>> Read(ConsultDbContext db, StudyCodes codes, ToldRoles told, CancellationToken cancellation)
    {
        var interviews = await db.Set<Interview>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).Include(found => found.Experts).Include(found => found.Offerings)
            .OrderBy(found => found.Code.Length).ThenBy(found => found.Code).AsSplitQuery().ToListAsync(cancellation);
        var roles = await db.Set<Expert>().Where(found => found.StudyId == codes.StudyId).ToDictionaryAsync(found => found.Id, found => found.RoleClassId, cancellation);
        var references = await db.Set<Reference>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).Include(found => found.Offerings)
            .OrderBy(found => found.Code.Length).ThenBy(found => found.Code).ToListAsync(cancellation);

        return
        [
            new Table<Interview>(
                "interviews.csv", [.. interviews.Where(interview => told.MayLeave([.. interview.Experts.Select(expert => expert.ExpertId)]))],
                new("code", row => row.Code), new("date", row => row.Date), new("language", row => row.Language), new("guide", row => row.GuideCode), new("status", row => row.Status),
                new("role_classes", row => told.OfOrigin(row.Id) ? Cells.Join(row.Experts.Select(expert => codes.RoleClasses[roles[expert.ExpertId]]).Distinct()) : ""),
                new("offerings", row => codes.OfferingsOf(row.Offerings.Select(offering => offering.OfferingId)))),
            new Table<Reference>(
                "references.csv", references,
                new("code", row => row.Code), new("citation_key", row => row.CitationKey), new("type", row => row.Type), new("authors", row => row.Authors), new("year", row => row.Year),
                new("title", row => row.Title), new("doi", row => row.Doi), new("language", row => row.Language),
                new("offerings", row => codes.OfferingsOf(row.Offerings.Select(offering => offering.OfferingId)))),
        ];
    }
}
