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

            migrationBuilder.CreateIndex(
                name: "IX_GlossaryTerm_StudyId",
                table: "GlossaryTerm",
                column: "StudyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GlossaryTerm");
        }
    }
}
