using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Circularity">Its level on the R ladder as people write it: "R3", "R4-R5", or empty.</param>
/// <param name="FlowIds">The flows it belongs to; the first is the one that its fiche prints.</param>
public sealed record OfferingContents(LocalText Name, LocalText ShortName, OfferingKind Kind, string Circularity, LocalText Description, IReadOnlyList<Guid> FlowIds);

/// <param name="Code">P01: a letter or two, then figures.</param>
/// <param name="Stages">The steps of its value chain, in order; more can be added later.</param>
public sealed record AddOfferingRequest(Guid Operation, string Code, OfferingContents Contents, IReadOnlyList<LocalText> Stages);

public sealed class AddOffering(ConsultDbContext db)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddOfferingRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        var code = request.Code.Trim().ToUpperInvariant();
        var refusals = OfferingRules.Refuse(request.Contents);
        if (!Codes.IsOffering(code)) refusals.Add(new Refusal(typeof(StudiesTexts), "OfferingCodeUnreadable", nameof(request.Code)));
        if (request.Stages.Select(stage => LongestTexts.Over(nameof(request.Stages), stage, LongestAttribute.Line)).FirstOrDefault(over => over is not null) is { } tooLong) refusals.Add(tooLong);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<Offering>().AnyAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation))
                return Outcome.Refused<StudiesTexts>("CodeTaken", nameof(request.Code), code);
            if (!await OfferingRules.FlowsStandInStudy(db, access, request.Contents.FlowIds, cancellation)) return Outcome.NotFound;
            var contents = request.Contents;
            var offering = new Offering(access.StudyId, code, contents.Name, contents.Circularity);
            offering.Describe(contents.Name, contents.ShortName, contents.Kind, contents.Circularity, contents.Description);
            offering.PlaceIn(contents.FlowIds);
            foreach (var stage in request.Stages.Where(stage => !stage.IsEmpty)) offering.AddStage(stage);
            db.Add(offering);
            return offering.Id;
        }, cancellation);
    }
}

internal static class OfferingRules
{
    public static List<Refusal> Refuse(OfferingContents contents)
    {
        var refusals = new List<Refusal>();
        if (contents.Name.IsEmpty) refusals.Add(new Refusal(typeof(StudiesTexts), "OfferingNeedsName", nameof(contents.Name)));
        if (CircularityLadder.Read(contents.Circularity) is null) refusals.Add(new Refusal(typeof(StudiesTexts), "CircularityUnreadable", nameof(contents.Circularity)));
        if (contents.FlowIds.Count == 0) refusals.Add(new Refusal(typeof(StudiesTexts), "OfferingNeedsFlow", nameof(contents.FlowIds)));
        return refusals;
    }

    public static async Task<bool> FlowsStandInStudy(ConsultDbContext db, StudyAccess access, IReadOnlyList<Guid> flowIds, CancellationToken cancellation) =>
        await db.Set<Flow>().CountAsync(flow => flow.StudyId == access.StudyId && flowIds.Contains(flow.Id), cancellation) == flowIds.Distinct().Count();
}
