using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Overview.Ecosystem.Tables;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>One of the tables of the ecosystem as CSV, with the rows and in the order of the page.</summary>
public sealed class ExportEcosystem(ReadEcosystem ecosystem)
{
    /// <param name="target">Receives the table; nothing is written unless the export is done.</param>
    public async Task<Outcome<Nothing>> Run(StudyAccess access, EcosystemTable table, EcosystemFilter filter, Stream target, CancellationToken cancellation)
    {
        if (!access.May(Permission.Export)) return Outcome.Forbidden;
        var outcome = await ecosystem.Run(access, table, filter, cancellation);
        if (!outcome.IsDone) return outcome.Failure;
        var rows = outcome.Value.Rows;
        switch (table)
        {
            case EcosystemTable.Quantities:
                CsvTables.Write(target, rows.Quantities.SelectMany(line => (line.Group?.Figures ?? []).Select(figure => (line, figure))),
                    new("flow", one => one.line.Flow?.Code), new("offering", one => one.line.Offering?.Code), new("key", one => one.figure.Key),
                    new("label_fr", one => one.figure.Label.French), new("label_nl", one => one.figure.Label.Dutch), new("label_en", one => one.figure.Label.English),
                    new("value", one => one.figure.Value), new("unit", one => one.figure.Unit.French), new("unit_nl", one => one.figure.Unit.Dutch), new("unit_en", one => one.figure.Unit.English), new("year", one => one.figure.Year),
                    new("disputed", one => one.line.Group!.IsDisputed), new("source", one => one.figure.Source?.CitationKey), new("source_note", one => one.figure.SourceNote), new("locator", one => one.figure.Locator));
                break;
            case EcosystemTable.Offerings:
                CsvTables.Write(target, rows.Offerings,
                    new("code", line => line.Offering.Code),
                    new("name_fr", line => line.Offering.Name.French), new("name_nl", line => line.Offering.Name.Dutch), new("name_en", line => line.Offering.Name.English),
                    new("flows", line => string.Join(';', line.Offering.FlowCodes)), new("circularity", line => line.Offering.Circularity), new("retained", line => line.Offering.IsRetained),
                    new("stages", line => line.Offering.Stages.Count), new("findings", line => line.Findings),
                    new("findings_very_low", line => line.ByConfidence[0]), new("findings_low", line => line.ByConfidence[1]),
                    new("findings_moderate", line => line.ByConfidence[2]), new("findings_high", line => line.ByConfidence[3]),
                    new("fiches", line => string.Join(';', line.Fiches.Select(fiche => $"{fiche.Language} {fiche.State}"))));
                break;
            case EcosystemTable.Stages:
                CsvTables.Write(target, rows.Stages,
                    new("offering", line => line.Offering.Code), new("order", line => line.Place),
                    new("stage_fr", line => line.Stage.Name.French), new("stage_nl", line => line.Stage.Name.Dutch), new("stage_en", line => line.Stage.Name.English),
                    new("levers", line => line.Count.Levers), new("obstacles", line => line.Count.Obstacles));
                break;
            case EcosystemTable.Organisations:
                CsvTables.Write(target, rows.Organisations,
                    new("name", row => row.Name), new("kind", row => row.Kind.French), new("kind_nl", row => row.Kind.Dutch), new("kind_en", row => row.Kind.English), new("web_address", row => row.WebAddress),
                    new("roles", row => RolesOf(row, "fr")), new("roles_nl", row => RolesOf(row, "nl")), new("roles_en", row => RolesOf(row, "en")));
                break;
            default:
                CsvTables.Write(target, rows.Programmes,
                    new("code", row => row.Code), new("name_fr", row => row.Contents.Name.French), new("name_nl", row => row.Contents.Name.Dutch), new("name_en", row => row.Contents.Name.English),
                    new("kind", row => row.Contents.Kind), new("lead", row => row.Contents.Lead.French), new("lead_nl", row => row.Contents.Lead.Dutch), new("lead_en", row => row.Contents.Lead.English), new("budget_eur", row => row.Contents.Budget),
                    new("first_year", row => row.Contents.FirstYear), new("last_year", row => row.Contents.LastYear),
                    new("flows", row => string.Join(';', row.Flows.Select(flow => flow.Code))), new("offerings", row => string.Join(';', row.Offerings.Select(offering => offering.Code))),
                    new("web_address", row => row.Contents.WebAddress), new("source", row => row.Source?.CitationKey), new("source_note", row => row.Contents.SourceNote), new("locator", row => row.Contents.Locator));
                break;
        }

        return Nothing.Value;
    }

    private static string RolesOf(OrganisationRow row, string language) => string.Join(';', row.Roles.Select(role => $"{role.FlowCode ?? role.OfferingCode}: {role.Role.Own(language)}"));
}
