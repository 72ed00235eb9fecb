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
            // Made again rather than rebuilt: what it holds only matters for minutes, and a rebuild would run outside the transaction.
            migrationBuilder.DropTable(
                name: "DoneOperation");

            migrationBuilder.CreateTable(
                name: "DoneOperation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoneOperation", x => new { x.Id, x.ActorId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_DoneOperation_At",
                table: "DoneOperation",
                column: "At");

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
                name: "Licence",
                table: "Study",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsCorrection",
                table: "SourceTextVersion",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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
                name: "HandedTags",
                table: "Interview",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

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

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "FicheComment",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "HasReserve",
                table: "FicheApproval",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Interest",
                table: "FicheApproval",
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

            migrationBuilder.CreateTable(
                name: "Criterion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Description_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Description_English = table.Column<string>(type: "TEXT", nullable: false),
                    Description_French = table.Column<string>(type: "TEXT", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_English = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Criterion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Criterion_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Decision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PreparedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PreparedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetainedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Draws = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    Weights = table.Column<string>(type: "TEXT", nullable: false),
                    VotesCounted = table.Column<bool>(type: "INTEGER", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FrozenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decision_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DeclaredInterest",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclaredInterest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeclaredInterest_Account_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeclaredInterest_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeclaredInterest_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Job",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAs = table.Column<string>(type: "TEXT", nullable: false),
                    Request = table.Column<string>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: true),
                    MediaType = table.Column<string>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Job", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Programme",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Lead = table.Column<string>(type: "TEXT", nullable: false),
                    Budget = table.Column<decimal>(type: "TEXT", nullable: true),
                    FirstYear = table.Column<int>(type: "INTEGER", nullable: true),
                    LastYear = table.Column<int>(type: "INTEGER", nullable: true),
                    WebAddress = table.Column<string>(type: "TEXT", nullable: false),
                    ReferenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceNote = table.Column<string>(type: "TEXT", nullable: false),
                    Locator = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose_English = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Programme", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Programme_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateTable(
                name: "Scoring",
                columns: table => new
                {
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RetainedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Draws = table.Column<int>(type: "INTEGER", nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReleasedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scoring", x => x.StudyId);
                    table.ForeignKey(
                        name: "FK_Scoring_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WeightSet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeightSet", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WeightSet_Account_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WeightSet_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScaleStep",
                columns: table => new
                {
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: false),
                    Words_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Words_English = table.Column<string>(type: "TEXT", nullable: false),
                    Words_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScaleStep", x => new { x.CriterionId, x.Value });
                    table.ForeignKey(
                        name: "FK_ScaleStep_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Score",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScorerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: false),
                    Confidence = table.Column<string>(type: "TEXT", nullable: false),
                    Rationale = table.Column<string>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Score", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Score_Account_ScorerId",
                        column: x => x.ScorerId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Score_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Score_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Score_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettledScore",
                columns: table => new
                {
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: false),
                    Confidence = table.Column<string>(type: "TEXT", nullable: false),
                    Rationale = table.Column<string>(type: "TEXT", nullable: false),
                    SettledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettledScore", x => new { x.StudyId, x.OfferingId, x.CriterionId });
                    table.ForeignKey(
                        name: "FK_SettledScore_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SettledScore_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SettledScore_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionLine",
                columns: table => new
                {
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Score = table.Column<decimal>(type: "TEXT", nullable: true),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    Share = table.Column<double>(type: "REAL", nullable: true),
                    Low = table.Column<double>(type: "REAL", nullable: true),
                    High = table.Column<double>(type: "REAL", nullable: true),
                    IsRetained = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionLine", x => new { x.DecisionId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_DecisionLine_Decision_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DecisionLine_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DecisionPerson",
                columns: table => new
                {
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    IsCommittee = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasVoted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Interests = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionPerson", x => new { x.DecisionId, x.Order });
                    table.ForeignKey(
                        name: "FK_DecisionPerson_Decision_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DecisionVote",
                columns: table => new
                {
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionVote", x => new { x.DecisionId, x.MemberId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_DecisionVote_Account_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionVote_Decision_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decision",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DecisionVote_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeFlow",
                columns: table => new
                {
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FlowId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeFlow", x => new { x.ProgrammeId, x.FlowId });
                    table.ForeignKey(
                        name: "FK_ProgrammeFlow_Flow_FlowId",
                        column: x => x.FlowId,
                        principalTable: "Flow",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammeFlow_Programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programme",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeOffering",
                columns: table => new
                {
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeOffering", x => new { x.ProgrammeId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_ProgrammeOffering_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammeOffering_Programme_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programme",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CriterionWeight",
                columns: table => new
                {
                    WeightSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriterionWeight", x => new { x.WeightSetId, x.CriterionId });
                    table.ForeignKey(
                        name: "FK_CriterionWeight_Criterion_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "Criterion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CriterionWeight_WeightSet_WeightSetId",
                        column: x => x.WeightSetId,
                        principalTable: "WeightSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WeightChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WeightSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    Values = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeightChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WeightChange_WeightSet_WeightSetId",
                        column: x => x.WeightSetId,
                        principalTable: "WeightSet",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScoreEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExcerptId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReferenceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScoreEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScoreEvidence_Excerpt_ExcerptId",
                        column: x => x.ExcerptId,
                        principalTable: "Excerpt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ScoreEvidence_Reference_ReferenceId",
                        column: x => x.ReferenceId,
                        principalTable: "Reference",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ScoreEvidence_Score_ScoreId",
                        column: x => x.ScoreId,
                        principalTable: "Score",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Criterion_StudyId_Code",
                table: "Criterion",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CriterionWeight_CriterionId",
                table: "CriterionWeight",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_Decision_StudyId_Number",
                table: "Decision",
                columns: new[] { "StudyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DecisionLine_OfferingId",
                table: "DecisionLine",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionVote_MemberId",
                table: "DecisionVote",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionVote_OfferingId",
                table: "DecisionVote",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredInterest_MemberId",
                table: "DeclaredInterest",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredInterest_OfferingId",
                table: "DeclaredInterest",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredInterest_StudyId_MemberId_OfferingId",
                table: "DeclaredInterest",
                columns: new[] { "StudyId", "MemberId", "OfferingId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Job_State",
                table: "Job",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Programme_StudyId_Code",
                table: "Programme",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeFlow_FlowId",
                table: "ProgrammeFlow",
                column: "FlowId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeOffering_OfferingId",
                table: "ProgrammeOffering",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_Score_CriterionId",
                table: "Score",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_Score_OfferingId",
                table: "Score",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_Score_ScorerId",
                table: "Score",
                column: "ScorerId");

            migrationBuilder.CreateIndex(
                name: "IX_Score_StudyId_ScorerId_OfferingId_CriterionId",
                table: "Score",
                columns: new[] { "StudyId", "ScorerId", "OfferingId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScoreEvidence_ExcerptId",
                table: "ScoreEvidence",
                column: "ExcerptId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreEvidence_ReferenceId",
                table: "ScoreEvidence",
                column: "ReferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_ScoreEvidence_ScoreId",
                table: "ScoreEvidence",
                column: "ScoreId");

            migrationBuilder.CreateIndex(
                name: "IX_SettledScore_CriterionId",
                table: "SettledScore",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_SettledScore_OfferingId",
                table: "SettledScore",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_WeightChange_WeightSetId",
                table: "WeightChange",
                column: "WeightSetId");

            migrationBuilder.CreateIndex(
                name: "IX_WeightSet_MemberId",
                table: "WeightSet",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_WeightSet_StudyId_Holder_MemberId_Name",
                table: "WeightSet",
                columns: new[] { "StudyId", "Holder", "MemberId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CriterionWeight");

            migrationBuilder.DropTable(
                name: "DecisionLine");

            migrationBuilder.DropTable(
                name: "DecisionPerson");

            migrationBuilder.DropTable(
                name: "DecisionVote");

            migrationBuilder.DropTable(
                name: "DeclaredInterest");

            migrationBuilder.DropTable(
                name: "Job");

            migrationBuilder.DropTable(
                name: "ProgrammeFlow");

            migrationBuilder.DropTable(
                name: "ProgrammeOffering");

            migrationBuilder.DropTable(
                name: "RecommendationTranslation");

            migrationBuilder.DropTable(
                name: "ScaleStep");

            migrationBuilder.DropTable(
                name: "ScoreEvidence");

            migrationBuilder.DropTable(
                name: "Scoring");

            migrationBuilder.DropTable(
                name: "SettledScore");

            migrationBuilder.DropTable(
                name: "WeightChange");

            migrationBuilder.DropTable(
                name: "Decision");

            migrationBuilder.DropTable(
                name: "Programme");

            migrationBuilder.DropTable(
                name: "Score");

            migrationBuilder.DropTable(
                name: "WeightSet");

            migrationBuilder.DropTable(
                name: "Criterion");

            // Made again rather than rebuilt: what it holds only matters for minutes, and a rebuild would run outside the transaction.
            migrationBuilder.DropTable(
                name: "DoneOperation");

            migrationBuilder.CreateTable(
                name: "DoneOperation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoneOperation", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DoneOperation_At",
                table: "DoneOperation",
                column: "At");

            migrationBuilder.DropColumn(
                name: "Colour",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "FicheLook",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "Licence",
                table: "Study");

            migrationBuilder.DropColumn(
                name: "IsCorrection",
                table: "SourceTextVersion");

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
                name: "HandedTags",
                table: "Interview");

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
                name: "Answer",
                table: "FicheComment");

            migrationBuilder.DropColumn(
                name: "HasReserve",
                table: "FicheApproval");

            migrationBuilder.DropColumn(
                name: "Interest",
                table: "FicheApproval");

            migrationBuilder.DropColumn(
                name: "SourceFicheId",
                table: "Fiche");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Edition");

        }
    }
}
