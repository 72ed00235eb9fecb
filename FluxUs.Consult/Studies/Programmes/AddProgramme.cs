using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Budget">Euros for the whole period; null while unknown.</param>
/// <param name="ReferenceId">The document that tells of it, if it is in the study's literature; else <paramref name="SourceNote"/> says who does.</param>
/// <param name="FlowIds">Where it is at work; flows, offerings or both.</param>
public sealed record ProgrammeContents(
    LocalText Name, ProgrammeKind Kind, LocalText Lead, LocalText Purpose, decimal? Budget, int? FirstYear, int? LastYear, string WebAddress,
    Guid? ReferenceId, string SourceNote, string Locator, IReadOnlyList<Guid> FlowIds, IReadOnlyList<Guid> OfferingIds);

/// <param name="Code">A slug, unique in the study: "reuse-yards".</param>
public sealed record AddProgrammeRequest(Guid Operation, string Code, ProgrammeContents Contents);

public sealed class AddProgramme(ConsultDbContext db, ISourceLookup sources)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddProgrammeRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        var code = request.Code.Trim();
        var refusals = ProgrammeRules.Refuse(request.Contents);
        if (!Codes.IsSlug(code)) refusals.Add(new Refusal(typeof(StudiesTexts), "SlugUnreadable", nameof(request.Code)));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<Programme>().AnyAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation))
                return Outcome.Refused<StudiesTexts>("CodeTaken", nameof(request.Code), code);
            if (!await ProgrammeRules.StandsInStudy(db, sources, access, request.Contents, cancellation)) return Outcome.NotFound;
            var programme = new Programme(access.StudyId, code, request.Contents.Name);
            programme.Describe(request.Contents);
            db.Add(programme);
            return programme.Id;
        }, cancellation);
    }
}

internal static class ProgrammeRules
{
    public static List<Refusal> Refuse(ProgrammeContents contents)
    {
        var refusals = new List<Refusal>();
        void Add(string key, string field) => refusals.Add(new Refusal(typeof(StudiesTexts), key, field));
        if (contents.Name.IsEmpty) Add("ProgrammeNeedsName", nameof(contents.Name));
        if (contents.Lead.IsEmpty) Add("ProgrammeNeedsLead", nameof(contents.Lead));
        if (contents.Budget < 0) Add("BudgetUnreadable", nameof(contents.Budget));
        if (contents.FirstYear is < 1900 or > 2100) Add("YearUnreadable", nameof(contents.FirstYear));
        if (contents.LastYear is < 1900 or > 2100) Add("YearUnreadable", nameof(contents.LastYear));
        else if (contents.LastYear < contents.FirstYear) Add("PeriodEndsBeforeItBegins", nameof(contents.LastYear));
        if (contents.FlowIds.Count + contents.OfferingIds.Count == 0) Add("ProgrammeNeedsPlace", nameof(contents.FlowIds));
        if (!OrganisationRules.IsWebAddress(contents.WebAddress)) Add("WebAddressUnreadable", nameof(contents.WebAddress));
        return refusals;
    }

    public static async Task<bool> StandsInStudy(ConsultDbContext db, ISourceLookup sources, StudyAccess access, ProgrammeContents contents, CancellationToken cancellation) =>
        await db.Set<Flow>().CountAsync(flow => flow.StudyId == access.StudyId && contents.FlowIds.Contains(flow.Id), cancellation) == contents.FlowIds.Distinct().Count()
        && await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId && contents.OfferingIds.Contains(offering.Id), cancellation) == contents.OfferingIds.Distinct().Count()
        && await QuantityRules.IsOfStudy(sources, access, contents.ReferenceId, cancellation);
}
