using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record StageRow(Guid Id, LocalText Name);

/// <summary>What the edit page of an offering shows.</summary>
public sealed record OfferingSettings(Guid Id, string Code, OfferingContents Contents, IReadOnlyList<StageRow> Stages, int Version);

public sealed class ReadOfferingSettings(ConsultDbContext db)
{
    public async Task<Outcome<OfferingSettings>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        var offering = await db.Set<Offering>().AsNoTracking().Include(found => found.Stages).Include(found => found.Flows).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (offering is null) return Outcome.NotFound;
        var flows = offering.Flows.OrderBy(flow => flow.Order).Select(flow => flow.FlowId).ToList();
        return new OfferingSettings(
            offering.Id, offering.Code, new OfferingContents(offering.Name, offering.ShortName, offering.Kind, offering.Circularity, offering.Description, flows),
            [.. offering.Stages.OrderBy(stage => stage.Order).Select(stage => new StageRow(stage.Id, stage.Name))], offering.Version);
    }
}
