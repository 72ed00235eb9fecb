using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>A flow or an offering by what names it.</summary>
public sealed record CatalogueName(Guid Id, string Code, LocalText Name);

/// <param name="Source">The document that tells of it; null when none is recorded, then <see cref="ProgrammeContents.SourceNote"/> says who does.</param>
/// <param name="Flows">In the order of the study.</param>
/// <param name="Offerings">By code.</param>
public sealed record ProgrammeRow(
    Guid Id, string Code, ProgrammeContents Contents, Source? Source, IReadOnlyList<CatalogueName> Flows, IReadOnlyList<CatalogueName> Offerings, int Version);

public sealed class ListProgrammes(ConsultDbContext db, ISourceLookup sources)
{
    /// <returns>The study's programmes, by the reader's word for them.</returns>
    public async Task<Outcome<IReadOnlyList<ProgrammeRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        return Outcome.Done(await Of(access.StudyId, cancellation));
    }

    internal async Task<IReadOnlyList<ProgrammeRow>> Of(Guid studyId, CancellationToken cancellation)
    {
        var programmes = await db.Set<Programme>().AsNoTracking().Where(programme => programme.StudyId == studyId)
            .Include(programme => programme.Flows).Include(programme => programme.Offerings).AsSplitQuery().ToListAsync(cancellation);
        var flows = await db.Set<Flow>().AsNoTracking().Where(flow => flow.StudyId == studyId).OrderBy(flow => flow.Order).ThenBy(flow => flow.Code)
            .Select(flow => new CatalogueName(flow.Id, flow.Code, flow.Name)).ToListAsync(cancellation);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == studyId)
            .Select(offering => new CatalogueName(offering.Id, offering.Code, offering.Name)).ToDictionaryAsync(offering => offering.Id, cancellation);
        var documents = programmes.Exists(programme => programme.ReferenceId is not null)
            ? (await sources.All(studyId, cancellation)).ToDictionary(source => source.Id) : [];
        return programmes
            .Select(programme =>
            {
                var concerned = programme.Flows.Select(flow => flow.FlowId).ToHashSet();
                return new ProgrammeRow(
                    programme.Id, programme.Code, Contents(programme), programme.ReferenceId is { } reference ? documents.GetValueOrDefault(reference) : null,
                    [.. flows.Where(flow => concerned.Contains(flow.Id))],
                    [.. programme.Offerings.Select(offering => offerings[offering.OfferingId]).OrderBy(offering => offering.Code, StringComparer.Ordinal)], programme.Version);
            })
            .OrderBy(row => row.Contents.Name.ToString(), StringComparer.CurrentCultureIgnoreCase)
            .ToList();
    }

    private static ProgrammeContents Contents(Programme programme) => new(
        programme.Name, programme.Kind, programme.Lead, programme.Purpose, programme.Budget, programme.FirstYear, programme.LastYear, programme.WebAddress,
        programme.ReferenceId, programme.SourceNote, programme.Locator,
        [.. programme.Flows.Select(flow => flow.FlowId)], [.. programme.Offerings.Select(offering => offering.OfferingId)]);
}
