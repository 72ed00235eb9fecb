using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>The codes of a study by which its tables point at each other.</summary>
internal sealed record StudyCodes(
    Guid StudyId, IReadOnlyDictionary<Guid, string> Offerings, IReadOnlyDictionary<Guid, string> Flows, IReadOnlyDictionary<Guid, string> References,
    IReadOnlyDictionary<Guid, string> RoleClasses)
{
    public static async Task<StudyCodes> Of(ConsultDbContext db, Guid studyId, CancellationToken cancellation) => new(
        studyId,
        await db.Set<Offering>().Where(found => found.StudyId == studyId).ToDictionaryAsync(found => found.Id, found => found.Code, cancellation),
        await db.Set<Flow>().Where(found => found.StudyId == studyId).ToDictionaryAsync(found => found.Id, found => found.Code, cancellation),
        await db.Set<Reference>().Where(found => found.StudyId == studyId).ToDictionaryAsync(found => found.Id, found => found.CitationKey, cancellation),
        await db.Set<RoleClass>().Where(found => found.StudyId == studyId).ToDictionaryAsync(found => found.Id, found => found.Code, cancellation));

    public string OfferingsOf(IEnumerable<Guid> ids) => Cells.Join(ids.Select(id => Offerings[id]));

    public string OfferingOf(Guid? id) => id is { } known ? Offerings[known] : "";

    public string FlowOf(Guid? id) => id is { } known ? Flows[known] : "";
}
