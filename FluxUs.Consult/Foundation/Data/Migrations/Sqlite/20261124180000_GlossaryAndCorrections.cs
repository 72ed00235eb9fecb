using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FluxUs.Consult.Foundation.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GlossaryAndCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Funder_Dutch",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Funder_English",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Logo",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LogoAlternative_Dutch",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LogoAlternative_English",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LogoAlternative_French",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_AssociatedActors",
                table: "RecommendationTranslation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_Indicator",
                table: "RecommendationTranslation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_LeadActor",
                table: "RecommendationTranslation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_Prerequisite",
                table: "RecommendationTranslation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_Statement",
                table: "RecommendationTranslation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_WhoLoses",
                table: "RecommendationTranslation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_WhoPays",
                table: "RecommendationTranslation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Lead_Dutch",
                table: "Programme",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Lead_English",
                table: "Programme",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Role_Dutch",
                table: "OrganisationRole",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Role_English",
                table: "OrganisationRole",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Kind_Dutch",
                table: "Organisation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Kind_English",
                table: "Organisation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Description_Dutch",
                table: "Offering",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Description_English",
                table: "Offering",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Title_Dutch",
                table: "Membership",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Title_English",
                table: "Membership",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Description_Dutch",
                table: "Flow",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Description_English",
                table: "Flow",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_Dutch",
                table: "Finding",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_English",
                table: "Finding",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom_French",
                table: "Finding",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "WeighAgainSince",
                table: "Finding",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WeighAgainWhy",
                table: "Finding",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Title_Dutch",
                table: "DecisionPerson",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Title_English",
                table: "DecisionPerson",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "MayStillEnter",
                table: "Decision",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "VotesTakenBackAt",
                table: "Decision",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "MistakenAt",
                table: "Consent",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MistakenBy",
                table: "Consent",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MistakenReason",
                table: "Consent",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GlossaryTerm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Term_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Term_English = table.Column<string>(type: "TEXT", nullable: false),
                    Term_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GlossaryTerm", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GlossaryTerm_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LedgerHead",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerHead", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GlossaryTerm_StudyId",
                table: "GlossaryTerm",
                column: "StudyId");

            // What was translated before this was kept follows what its source says now.
            migrationBuilder.Sql("UPDATE \"Finding\" SET \"TranslatedFrom_French\" = CASE WHEN \"Translations_French\" <> '' THEN \"Statement\" ELSE '' END, \"TranslatedFrom_Dutch\" = CASE WHEN \"Translations_Dutch\" <> '' THEN \"Statement\" ELSE '' END, \"TranslatedFrom_English\" = CASE WHEN \"Translations_English\" <> '' THEN \"Statement\" ELSE '' END;");
            migrationBuilder.Sql("UPDATE \"RecommendationTranslation\" SET \"TranslatedFrom_Statement\" = CASE WHEN \"Wording_Statement\" <> '' THEN (SELECT \"Statement\" FROM \"Recommendation\" WHERE \"Recommendation\".\"Id\" = \"RecommendationTranslation\".\"RecommendationId\") ELSE '' END, \"TranslatedFrom_LeadActor\" = CASE WHEN \"Wording_LeadActor\" <> '' THEN (SELECT \"Measure_LeadActor\" FROM \"Recommendation\" WHERE \"Recommendation\".\"Id\" = \"RecommendationTranslation\".\"RecommendationId\") ELSE '' END, \"TranslatedFrom_AssociatedActors\" = CASE WHEN \"Wording_AssociatedActors\" <> '' THEN (SELECT \"Measure_AssociatedActors\" FROM \"Recommendation\" WHERE \"Recommendation\".\"Id\" = \"RecommendationTranslation\".\"RecommendationId\") ELSE '' END, \"TranslatedFrom_WhoPays\" = CASE WHEN \"Wording_WhoPays\" <> '' THEN (SELECT \"Measure_WhoPays\" FROM \"Recommendation\" WHERE \"Recommendation\".\"Id\" = \"RecommendationTranslation\".\"RecommendationId\") ELSE '' END, \"TranslatedFrom_WhoLoses\" = CASE WHEN \"Wording_WhoLoses\" <> '' THEN (SELECT \"Measure_WhoLoses\" FROM \"Recommendation\" WHERE \"Recommendation\".\"Id\" = \"RecommendationTranslation\".\"RecommendationId\") ELSE '' END, \"TranslatedFrom_Prerequisite\" = CASE WHEN \"Wording_Prerequisite\" <> '' THEN (SELECT \"Measure_Prerequisite\" FROM \"Recommendation\" WHERE \"Recommendation\".\"Id\" = \"RecommendationTranslation\".\"RecommendationId\") ELSE '' END, \"TranslatedFrom_Indicator\" = CASE WHEN \"Wording_Indicator\" <> '' THEN (SELECT \"Measure_Indicator\" FROM \"Recommendation\" WHERE \"Recommendation\".\"Id\" = \"RecommendationTranslation\".\"RecommendationId\") ELSE '' END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GlossaryTerm");

            migrationBuilder.DropTable(
                name: "LedgerHead");

            migrationBuilder.DropColumn(
                name: "Funder_Dutch",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "Funder_English",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "Logo",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "LogoAlternative_Dutch",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "LogoAlternative_English",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "LogoAlternative_French",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_AssociatedActors",
                table: "RecommendationTranslation");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_Indicator",
                table: "RecommendationTranslation");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_LeadActor",
                table: "RecommendationTranslation");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_Prerequisite",
                table: "RecommendationTranslation");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_Statement",
                table: "RecommendationTranslation");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_WhoLoses",
                table: "RecommendationTranslation");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_WhoPays",
                table: "RecommendationTranslation");

            migrationBuilder.DropColumn(
                name: "Lead_Dutch",
                table: "Programme");

            migrationBuilder.DropColumn(
                name: "Lead_English",
                table: "Programme");

            migrationBuilder.DropColumn(
                name: "Role_Dutch",
                table: "OrganisationRole");

            migrationBuilder.DropColumn(
                name: "Role_English",
                table: "OrganisationRole");

            migrationBuilder.DropColumn(
                name: "Kind_Dutch",
                table: "Organisation");

            migrationBuilder.DropColumn(
                name: "Kind_English",
                table: "Organisation");

            migrationBuilder.DropColumn(
                name: "Description_Dutch",
                table: "Offering");

            migrationBuilder.DropColumn(
                name: "Description_English",
                table: "Offering");

            migrationBuilder.DropColumn(
                name: "Title_Dutch",
                table: "Membership");

            migrationBuilder.DropColumn(
                name: "Title_English",
                table: "Membership");

            migrationBuilder.DropColumn(
                name: "Description_Dutch",
                table: "Flow");

            migrationBuilder.DropColumn(
                name: "Description_English",
                table: "Flow");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_Dutch",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_English",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom_French",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "WeighAgainSince",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "WeighAgainWhy",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "Title_Dutch",
                table: "DecisionPerson");

            migrationBuilder.DropColumn(
                name: "Title_English",
                table: "DecisionPerson");

            migrationBuilder.DropColumn(
                name: "MayStillEnter",
                table: "Decision");

            migrationBuilder.DropColumn(
                name: "VotesTakenBackAt",
                table: "Decision");

            migrationBuilder.DropColumn(
                name: "MistakenAt",
                table: "Consent");

            migrationBuilder.DropColumn(
                name: "MistakenBy",
                table: "Consent");

            migrationBuilder.DropColumn(
                name: "MistakenReason",
                table: "Consent");
        }
    }
}
