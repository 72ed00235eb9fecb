using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FluxUs.Consult.Foundation.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Answers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DeclaredInterest_StudyId_MemberId_OfferingId",
                table: "DeclaredInterest");

            migrationBuilder.AddColumn<Guid>(
                name: "DeclaredBy",
                table: "DeclaredInterest",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTime>(
                name: "TakenBackAt",
                table: "DeclaredInterest",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakenBackBy",
                table: "DeclaredInterest",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenBackReason",
                table: "DeclaredInterest",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "CountedVotes",
                table: "DecisionLine",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OpinionAnswer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FicheId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Settlement = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionAnswer", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpinionAnswer_Account_AnsweredBy",
                        column: x => x.AnsweredBy,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpinionAnswer_FicheApproval_FicheId_Round_MemberId",
                        columns: x => new { x.FicheId, x.Round, x.MemberId },
                        principalTable: "FicheApproval",
                        principalColumns: new[] { "FicheId", "Round", "AccountId" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredInterest_StudyId_MemberId_OfferingId",
                table: "DeclaredInterest",
                columns: new[] { "StudyId", "MemberId", "OfferingId" },
                unique: true,
                filter: "\"TakenBackAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionAnswer_AnsweredBy",
                table: "OpinionAnswer",
                column: "AnsweredBy");

            migrationBuilder.CreateIndex(
                name: "IX_OpinionAnswer_FicheId_Round_MemberId_GivenAt",
                table: "OpinionAnswer",
                columns: new[] { "FicheId", "Round", "MemberId", "GivenAt" },
                unique: true);

            migrationBuilder.Sql("UPDATE \"DeclaredInterest\" SET \"DeclaredBy\" = \"MemberId\"");
            // A withdrawal of an earlier version left the place of the interview.
            migrationBuilder.Sql("UPDATE \"Interview\" SET \"Place\" = '' WHERE \"Id\" IN (SELECT \"InterviewId\" FROM \"InterviewExpert\" AS \"one\" JOIN \"Expert\" ON \"Expert\".\"Id\" = \"one\".\"ExpertId\" WHERE length(\"WrappedKey\") = 0)");
            migrationBuilder.Sql("UPDATE \"Interview\" SET \"Place\" = '' WHERE \"Id\" IN (SELECT \"OriginId\" FROM \"SourceText\" AS \"text\" JOIN \"SourceVoice\" ON \"SourceTextId\" = \"text\".\"Id\" JOIN \"Expert\" ON \"Expert\".\"Id\" = \"ExpertId\" WHERE length(\"WrappedKey\") = 0)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OpinionAnswer");

            migrationBuilder.DropIndex(
                name: "IX_DeclaredInterest_StudyId_MemberId_OfferingId",
                table: "DeclaredInterest");

            migrationBuilder.DropColumn(
                name: "DeclaredBy",
                table: "DeclaredInterest");

            migrationBuilder.DropColumn(
                name: "TakenBackAt",
                table: "DeclaredInterest");

            migrationBuilder.DropColumn(
                name: "TakenBackBy",
                table: "DeclaredInterest");

            migrationBuilder.DropColumn(
                name: "TakenBackReason",
                table: "DeclaredInterest");

            migrationBuilder.DropColumn(
                name: "CountedVotes",
                table: "DecisionLine");

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredInterest_StudyId_MemberId_OfferingId",
                table: "DeclaredInterest",
                columns: new[] { "StudyId", "MemberId", "OfferingId" },
                unique: true);
        }
    }
}
