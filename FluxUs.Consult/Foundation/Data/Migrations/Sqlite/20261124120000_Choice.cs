using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FluxUs.Consult.Foundation.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Choice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_DoneOperation",
                table: "DoneOperation");

            migrationBuilder.AddColumn<string>(
                name: "Colour",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FicheLook",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Captions",
                table: "Segment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit_Dutch",
                table: "Quantity",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Unit_English",
                table: "Quantity",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SourceMessageId",
                table: "KeyMessage",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom",
                table: "KeyMessage",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Translations_Dutch",
                table: "Finding",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Translations_English",
                table: "Finding",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Translations_French",
                table: "Finding",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TranslatedFrom",
                table: "FicheSection",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SourceFicheId",
                table: "Fiche",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Edition",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_DoneOperation",
                table: "DoneOperation",
                columns: new[] { "Id", "ActorId" });

            migrationBuilder.CreateTable(
                name: "RecommendationTranslation",
                columns: table => new
                {
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Wording_AssociatedActors = table.Column<string>(type: "TEXT", nullable: false),
                    Wording_Indicator = table.Column<string>(type: "TEXT", nullable: false),
                    Wording_LeadActor = table.Column<string>(type: "TEXT", nullable: false),
                    Wording_Prerequisite = table.Column<string>(type: "TEXT", nullable: false),
                    Wording_Statement = table.Column<string>(type: "TEXT", nullable: false),
                    Wording_WhoLoses = table.Column<string>(type: "TEXT", nullable: false),
                    Wording_WhoPays = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationTranslation", x => new { x.RecommendationId, x.Language });
                    table.ForeignKey(
                        name: "FK_RecommendationTranslation_Recommendation_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RecommendationTranslation");

            migrationBuilder.DropPrimaryKey(
                name: "PK_DoneOperation",
                table: "DoneOperation");

            migrationBuilder.DropColumn(
                name: "Colour",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "FicheLook",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "Captions",
                table: "Segment");

            migrationBuilder.DropColumn(
                name: "Unit_Dutch",
                table: "Quantity");

            migrationBuilder.DropColumn(
                name: "Unit_English",
                table: "Quantity");

            migrationBuilder.DropColumn(
                name: "SourceMessageId",
                table: "KeyMessage");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom",
                table: "KeyMessage");

            migrationBuilder.DropColumn(
                name: "Translations_Dutch",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "Translations_English",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "Translations_French",
                table: "Finding");

            migrationBuilder.DropColumn(
                name: "TranslatedFrom",
                table: "FicheSection");

            migrationBuilder.DropColumn(
                name: "SourceFicheId",
                table: "Fiche");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Edition");

            migrationBuilder.AddPrimaryKey(
                name: "PK_DoneOperation",
                table: "DoneOperation",
                column: "Id");
        }
    }
}
