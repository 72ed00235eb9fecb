using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>Offerings with their stages, flows, quantities, organisations and programmes, and the glossary.</summary>
internal static class CatalogueTables
{
    public static async Task<IReadOnlyList<ITable>> Read(ConsultDbContext db, StudyCodes codes, CancellationToken cancellation)
    {
        var offerings = await db.Set<Offering>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).Include(found => found.Stages).Include(found => found.Flows)
            .OrderBy(found => found.Code).AsSplitQuery().ToListAsync(cancellation);
        var flows = await db.Set<Flow>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).OrderBy(found => found.Order).ToListAsync(cancellation);
        var quantities = await db.Set<Quantity>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).OrderBy(found => found.Key).ThenBy(found => found.Id).ToListAsync(cancellation);
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).OrderBy(found => found.Name).ToListAsync(cancellation);
        var roles = (await db.Set<OrganisationRole>().AsNoTracking()
            .Where(role => db.Set<Organisation>().Any(found => found.Id == role.OrganisationId && found.StudyId == codes.StudyId)).ToListAsync(cancellation)).ToLookup(role => role.OrganisationId);
        var programmes = await db.Set<Programme>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).Include(found => found.Flows).Include(found => found.Offerings)
            .OrderBy(found => found.Code).AsSplitQuery().ToListAsync(cancellation);
        var terms = await db.Set<GlossaryTerm>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).ToListAsync(cancellation);

        return
        [
            new Table<Offering>(
                "offerings.csv", offerings,
                new("code", row => row.Code), new("name_fr", row => row.Name.French), new("name_nl", row => row.Name.Dutch), new("name_en", row => row.Name.English),
                new("kind", row => row.Kind), new("flows", row => string.Join(';', row.Flows.OrderBy(flow => flow.Order).Select(flow => codes.Flows[flow.FlowId]))),
                new("circularity", row => row.Circularity), new("description", row => row.Description.French), new("description_nl", row => row.Description.Dutch), new("description_en", row => row.Description.English)),
            new Table<(Offering Offering, Stage Stage)>(
                "stages.csv", [.. offerings.SelectMany(offering => offering.Stages.OrderBy(stage => stage.Order).Select(stage => (offering, stage)))],
                new("offering", row => row.Offering.Code), new("order", row => row.Stage.Order),
                new("name_fr", row => row.Stage.Name.French), new("name_nl", row => row.Stage.Name.Dutch), new("name_en", row => row.Stage.Name.English)),
            new Table<Flow>(
                "flows.csv", flows,
                new("code", row => row.Code), new("name_fr", row => row.Name.French), new("name_nl", row => row.Name.Dutch), new("name_en", row => row.Name.English),
                new("description", row => row.Description.French), new("description_nl", row => row.Description.Dutch), new("description_en", row => row.Description.English)),
            new Table<Quantity>(
                "quantities.csv", quantities,
                new("key", row => row.Key), new("label_fr", row => row.Label.French), new("label_nl", row => row.Label.Dutch), new("label_en", row => row.Label.English),
                new("value", row => row.Value), new("unit", row => row.Unit.French), new("unit_nl", row => row.Unit.Dutch), new("unit_en", row => row.Unit.English), new("year", row => row.Year),
                new("flow", row => codes.FlowOf(row.FlowId)), new("offering", row => codes.OfferingOf(row.OfferingId)),
                new("source", row => row.ReferenceId is { } id ? codes.References.GetValueOrDefault(id, "") : ""), new("source_note", row => row.SourceNote), new("locator", row => row.Locator)),
            new Table<Organisation>(
                "organisations.csv", organisations,
                new("name", row => row.Name), new("kind", row => row.Kind.French), new("kind_nl", row => row.Kind.Dutch), new("kind_en", row => row.Kind.English), new("web_address", row => row.WebAddress),
                new("roles", row => RolesOf(row, "fr")), new("roles_nl", row => RolesOf(row, "nl")), new("roles_en", row => RolesOf(row, "en"))),
            new Table<Programme>(
                "programmes.csv", programmes,
                new("code", row => row.Code), new("name_fr", row => row.Name.French), new("name_nl", row => row.Name.Dutch), new("name_en", row => row.Name.English),
                new("kind", row => row.Kind), new("lead", row => row.Lead.French), new("lead_nl", row => row.Lead.Dutch), new("lead_en", row => row.Lead.English),
                new("purpose_fr", row => row.Purpose.French), new("purpose_nl", row => row.Purpose.Dutch), new("purpose_en", row => row.Purpose.English),
                new("budget_eur", row => row.Budget), new("first_year", row => row.FirstYear), new("last_year", row => row.LastYear),
                new("flows", row => Cells.Join(row.Flows.Select(flow => codes.Flows[flow.FlowId]))), new("offerings", row => codes.OfferingsOf(row.Offerings.Select(offering => offering.OfferingId))),
                new("web_address", row => row.WebAddress), new("source", row => row.ReferenceId is { } id ? codes.References.GetValueOrDefault(id, "") : ""),
                new("source_note", row => row.SourceNote), new("locator", row => row.Locator)),
            new Table<GlossaryContents>(GlossaryTable.FileName, [.. terms.Select(term => term.Contents).OrderBy(contents => contents.Key, StringComparer.Ordinal)], GlossaryTable.Columns),
        ];

        string RolesOf(Organisation organisation, string language) =>
            Cells.Join(roles[organisation.Id].Select(role => $"{codes.FlowOf(role.FlowId)}{codes.OfferingOf(role.OfferingId)}: {role.Role.Own(language)}"));
    }
}
