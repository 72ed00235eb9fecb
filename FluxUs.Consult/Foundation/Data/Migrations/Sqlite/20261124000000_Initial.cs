using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FluxUs.Consult.Foundation.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    MayFoundStudies = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntry",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", nullable: false),
                    Change = table.Column<string>(type: "TEXT", nullable: false),
                    Details = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntry", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "CodeSequence",
                columns: table => new
                {
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodeSequence", x => new { x.StudyId, x.Prefix });
                });

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

            migrationBuilder.CreateTable(
                name: "Study",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    Funder = table.Column<string>(type: "TEXT", nullable: false),
                    NextCommittee = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CodebookLocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Description_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Description_English = table.Column<string>(type: "TEXT", nullable: false),
                    Description_French = table.Column<string>(type: "TEXT", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Study", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaim_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogin",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogin", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogin_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AccountPasskey_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountToken",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountToken_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OneTimeLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TokenHash = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OneTimeLink_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Finding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Confidence_Adequacy = table.Column<string>(type: "TEXT", nullable: true),
                    Confidence_AdequacyReason = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence_Coherence = table.Column<string>(type: "TEXT", nullable: true),
                    Confidence_CoherenceReason = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence_Level = table.Column<string>(type: "TEXT", nullable: true),
                    Confidence_Methods = table.Column<string>(type: "TEXT", nullable: true),
                    Confidence_MethodsReason = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence_Relevance = table.Column<string>(type: "TEXT", nullable: true),
                    Confidence_RelevanceReason = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence_SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Confidence_SettledBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Finding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Finding_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Flow",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Flow", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Flow_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Interview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    GuideCode = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Interview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Interview_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LiteratureFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    BroughtBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LiteratureFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LiteratureFile_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Membership",
                columns: table => new
                {
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Membership", x => new { x.StudyId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_Membership_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Membership_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Offering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Circularity = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_English = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offering", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offering_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Organisation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    WebAddress = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Organisation_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Recommendation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure_AdministrativeFeasibility = table.Column<int>(type: "INTEGER", nullable: true),
                    Measure_AssociatedActors = table.Column<string>(type: "TEXT", nullable: false),
                    Measure_Cost = table.Column<string>(type: "TEXT", nullable: false),
                    Measure_Horizon = table.Column<string>(type: "TEXT", nullable: true),
                    Measure_Indicator = table.Column<string>(type: "TEXT", nullable: false),
                    Measure_Instrument = table.Column<string>(type: "TEXT", nullable: true),
                    Measure_LeadActor = table.Column<string>(type: "TEXT", nullable: false),
                    Measure_LegalFeasibility = table.Column<int>(type: "INTEGER", nullable: true),
                    Measure_PoliticalFeasibility = table.Column<int>(type: "INTEGER", nullable: true),
                    Measure_PowerLevel = table.Column<string>(type: "TEXT", nullable: true),
                    Measure_Prerequisite = table.Column<string>(type: "TEXT", nullable: false),
                    Measure_Strength = table.Column<string>(type: "TEXT", nullable: true),
                    Measure_TechnicalFeasibility = table.Column<int>(type: "INTEGER", nullable: true),
                    Measure_WhoLoses = table.Column<string>(type: "TEXT", nullable: false),
                    Measure_WhoPays = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recommendation_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Reference",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    CitationKey = table.Column<string>(type: "TEXT", nullable: false),
                    Csl = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Authors = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Doi = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reference", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reference_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RoleClass",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_English = table.Column<string>(type: "TEXT", nullable: false),
                    ShortName_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleClass", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleClass_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceText",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    OriginId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CurrentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    LastExcerptNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    FreeOfNamesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FreeOfNamesBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceText", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SourceText_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tag",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Colour = table.Column<string>(type: "TEXT", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Favourite = table.Column<int>(type: "INTEGER", nullable: true),
                    IsProposed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Definition_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Definition_English = table.Column<string>(type: "TEXT", nullable: false),
                    Definition_French = table.Column<string>(type: "TEXT", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tag", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tag_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Tag_Tag_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Tag",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "InterviewInterviewer",
                columns: table => new
                {
                    InterviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewInterviewer", x => new { x.InterviewId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_InterviewInterviewer_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InterviewInterviewer_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterviewNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", nullable: false),
                    Text_LastOperation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text_Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Text_SavedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text_Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterviewNote_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TranscriptFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InterviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    BroughtBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SourceTextId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TranscriptFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TranscriptFile_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Fiche",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Template = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    InReviewSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedContent = table.Column<string>(type: "TEXT", nullable: false),
                    NamesCheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NamesFound = table.Column<bool>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fiche", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Fiche_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Fiche_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FindingOffering",
                columns: table => new
                {
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingOffering", x => new { x.FindingId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_FindingOffering_Finding_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Finding",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FindingOffering_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterviewOffering",
                columns: table => new
                {
                    InterviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewOffering", x => new { x.InterviewId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_InterviewOffering_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InterviewOffering_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OfferingFlow",
                columns: table => new
                {
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FlowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferingFlow", x => new { x.OfferingId, x.FlowId });
                    table.ForeignKey(
                        name: "FK_OfferingFlow_Flow_FlowId",
                        column: x => x.FlowId,
                        principalTable: "Flow",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfferingFlow_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Quantity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    ReferenceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SourceNote = table.Column<string>(type: "TEXT", nullable: false),
                    Locator = table.Column<string>(type: "TEXT", nullable: false),
                    FlowId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Label_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Label_English = table.Column<string>(type: "TEXT", nullable: false),
                    Label_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quantity", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Quantity_Flow_FlowId",
                        column: x => x.FlowId,
                        principalTable: "Flow",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Quantity_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Quantity_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Stage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Name_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Name_English = table.Column<string>(type: "TEXT", nullable: false),
                    Name_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Stage_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationRole",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FlowId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationRole", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganisationRole_Flow_FlowId",
                        column: x => x.FlowId,
                        principalTable: "Flow",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OrganisationRole_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_OrganisationRole_Organisation_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecommendationFinding",
                columns: table => new
                {
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationFinding", x => new { x.RecommendationId, x.FindingId });
                    table.ForeignKey(
                        name: "FK_RecommendationFinding_Finding_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Finding",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RecommendationFinding_Recommendation_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecommendationOffering",
                columns: table => new
                {
                    RecommendationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationOffering", x => new { x.RecommendationId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_RecommendationOffering_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RecommendationOffering_Recommendation_RecommendationId",
                        column: x => x.RecommendationId,
                        principalTable: "Recommendation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Attachment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", nullable: false),
                    AttachedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachment_Reference_ReferenceId",
                        column: x => x.ReferenceId,
                        principalTable: "Reference",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReadingNote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text_LastOperation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text_Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Text_SavedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text_Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingNote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReadingNote_Account_WrittenBy",
                        column: x => x.WrittenBy,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReadingNote_Reference_ReferenceId",
                        column: x => x.ReferenceId,
                        principalTable: "Reference",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReferenceOffering",
                columns: table => new
                {
                    ReferenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferenceOffering", x => new { x.ReferenceId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_ReferenceOffering_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReferenceOffering_Reference_ReferenceId",
                        column: x => x.ReferenceId,
                        principalTable: "Reference",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Expert",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    RoleClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedOrganisation = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedFunction = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedEmail = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SealedPhone = table.Column<byte[]>(type: "BLOB", nullable: false),
                    NameIndex = table.Column<string>(type: "TEXT", nullable: false),
                    EmailIndex = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Field_Dutch = table.Column<string>(type: "TEXT", nullable: false),
                    Field_English = table.Column<string>(type: "TEXT", nullable: false),
                    Field_French = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Expert", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Expert_RoleClass_RoleClassId",
                        column: x => x.RoleClassId,
                        principalTable: "RoleClass",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Expert_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CodingAct",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceTextId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BeforeJson = table.Column<string>(type: "TEXT", nullable: true),
                    AfterJson = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CodingAct", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CodingAct_Account_By",
                        column: x => x.By,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CodingAct_SourceText_SourceTextId",
                        column: x => x.SourceTextId,
                        principalTable: "SourceText",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceOffering",
                columns: table => new
                {
                    SourceTextId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceOffering", x => new { x.SourceTextId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_SourceOffering_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SourceOffering_SourceText_SourceTextId",
                        column: x => x.SourceTextId,
                        principalTable: "SourceText",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceTextVersion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceTextId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceTextVersion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SourceTextVersion_SourceText_SourceTextId",
                        column: x => x.SourceTextId,
                        principalTable: "SourceText",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Edition",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FicheId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", nullable: false),
                    PageStyle = table.Column<string>(type: "TEXT", nullable: false),
                    Pdf = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FlaggedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Edition", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Edition_Fiche_FicheId",
                        column: x => x.FicheId,
                        principalTable: "Fiche",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FicheApproval",
                columns: table => new
                {
                    FicheId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Approves = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FicheApproval", x => new { x.FicheId, x.Round, x.AccountId });
                    table.ForeignKey(
                        name: "FK_FicheApproval_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FicheApproval_Fiche_FicheId",
                        column: x => x.FicheId,
                        principalTable: "Fiche",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FicheComment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FicheId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    SectionKey = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FicheComment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FicheComment_Account_WrittenBy",
                        column: x => x.WrittenBy,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FicheComment_Fiche_FicheId",
                        column: x => x.FicheId,
                        principalTable: "Fiche",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FicheSection",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FicheId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Text_LastOperation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text_Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Text_SavedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text_Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FicheSection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FicheSection_Fiche_FicheId",
                        column: x => x.FicheId,
                        principalTable: "Fiche",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeyMessage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FicheId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_LastOperation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text_Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Text_SavedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text_Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyMessage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyMessage_Fiche_FicheId",
                        column: x => x.FicheId,
                        principalTable: "Fiche",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Excerpt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceTextId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TextVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", nullable: false),
                    StageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CodedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Memo_LastOperation = table.Column<Guid>(type: "TEXT", nullable: false),
                    Memo_Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Memo_SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Memo_SavedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Memo_Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Excerpt", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Excerpt_Account_CodedBy",
                        column: x => x.CodedBy,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Excerpt_SourceText_SourceTextId",
                        column: x => x.SourceTextId,
                        principalTable: "SourceText",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Excerpt_Stage_StageId",
                        column: x => x.StageId,
                        principalTable: "Stage",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Consent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpertId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormVersion = table.Column<string>(type: "TEXT", nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Attribution = table.Column<string>(type: "TEXT", nullable: false),
                    Recording = table.Column<bool>(type: "INTEGER", nullable: false),
                    Transcript = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reuse = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consent", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consent_Expert_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "Expert",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdentityOpening",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpertId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdentityOpening", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdentityOpening_Expert_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "Expert",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InterviewExpert",
                columns: table => new
                {
                    InterviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpertId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterviewExpert", x => new { x.InterviewId, x.ExpertId });
                    table.ForeignKey(
                        name: "FK_InterviewExpert_Expert_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "Expert",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_InterviewExpert_Interview_InterviewId",
                        column: x => x.InterviewId,
                        principalTable: "Interview",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceVoice",
                columns: table => new
                {
                    SourceTextId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpertId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceVoice", x => new { x.SourceTextId, x.ExpertId });
                    table.ForeignKey(
                        name: "FK_SourceVoice_Expert_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "Expert",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SourceVoice_SourceText_SourceTextId",
                        column: x => x.SourceTextId,
                        principalTable: "SourceText",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Segment",
                columns: table => new
                {
                    SourceTextVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Speaker = table.Column<string>(type: "TEXT", nullable: true),
                    ExpertId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<TimeSpan>(type: "TEXT", nullable: true),
                    To = table.Column<TimeSpan>(type: "TEXT", nullable: true),
                    Page = table.Column<int>(type: "INTEGER", nullable: true),
                    Question = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segment", x => new { x.SourceTextVersionId, x.Order });
                    table.ForeignKey(
                        name: "FK_Segment_SourceTextVersion_SourceTextVersionId",
                        column: x => x.SourceTextVersionId,
                        principalTable: "SourceTextVersion",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EditionSource",
                columns: table => new
                {
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceTextId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionSource", x => new { x.EditionId, x.SourceTextId });
                    table.ForeignKey(
                        name: "FK_EditionSource_Edition_EditionId",
                        column: x => x.EditionId,
                        principalTable: "Edition",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "KeyMessageFinding",
                columns: table => new
                {
                    KeyMessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyMessageFinding", x => new { x.KeyMessageId, x.FindingId });
                    table.ForeignKey(
                        name: "FK_KeyMessageFinding_Finding_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Finding",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KeyMessageFinding_KeyMessage_KeyMessageId",
                        column: x => x.KeyMessageId,
                        principalTable: "KeyMessage",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExcerptOffering",
                columns: table => new
                {
                    ExcerptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferingId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExcerptOffering", x => new { x.ExcerptId, x.OfferingId });
                    table.ForeignKey(
                        name: "FK_ExcerptOffering_Excerpt_ExcerptId",
                        column: x => x.ExcerptId,
                        principalTable: "Excerpt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ExcerptOffering_Offering_OfferingId",
                        column: x => x.OfferingId,
                        principalTable: "Offering",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ExcerptTag",
                columns: table => new
                {
                    ExcerptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TagId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExcerptTag", x => new { x.ExcerptId, x.TagId });
                    table.ForeignKey(
                        name: "FK_ExcerptTag_Excerpt_ExcerptId",
                        column: x => x.ExcerptId,
                        principalTable: "Excerpt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ExcerptTag_Tag_TagId",
                        column: x => x.TagId,
                        principalTable: "Tag",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FindingEvidence",
                columns: table => new
                {
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExcerptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsFor = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingEvidence", x => new { x.FindingId, x.ExcerptId });
                    table.ForeignKey(
                        name: "FK_FindingEvidence_Excerpt_ExcerptId",
                        column: x => x.ExcerptId,
                        principalTable: "Excerpt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FindingEvidence_Finding_FindingId",
                        column: x => x.FindingId,
                        principalTable: "Finding",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Quote",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    ExcerptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quote", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Quote_Excerpt_ExcerptId",
                        column: x => x.ExcerptId,
                        principalTable: "Excerpt",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Quote_Study_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Study",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FicheQuote",
                columns: table => new
                {
                    FicheId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FicheQuote", x => new { x.FicheId, x.QuoteId });
                    table.ForeignKey(
                        name: "FK_FicheQuote_Fiche_FicheId",
                        column: x => x.FicheId,
                        principalTable: "Fiche",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FicheQuote_Quote_QuoteId",
                        column: x => x.QuoteId,
                        principalTable: "Quote",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "QuoteApproval",
                columns: table => new
                {
                    QuoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuoteApproval", x => new { x.QuoteId, x.Audience });
                    table.ForeignKey(
                        name: "FK_QuoteApproval_Quote_QuoteId",
                        column: x => x.QuoteId,
                        principalTable: "Quote",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Account_NormalizedEmail",
                table: "Account",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Account_NormalizedUserName",
                table: "Account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaim_UserId",
                table: "AccountClaim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogin_UserId",
                table: "AccountLogin",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountPasskey_UserId",
                table: "AccountPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachment_ReferenceId",
                table: "Attachment",
                column: "ReferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_StudyId_Sequence",
                table: "AuditEntry",
                columns: new[] { "StudyId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_CodingAct_By",
                table: "CodingAct",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_CodingAct_SourceTextId_By_At",
                table: "CodingAct",
                columns: new[] { "SourceTextId", "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Consent_ExpertId",
                table: "Consent",
                column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_DoneOperation_At",
                table: "DoneOperation",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Edition_FicheId_Number",
                table: "Edition",
                columns: new[] { "FicheId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Edition_StudyId",
                table: "Edition",
                column: "StudyId");

            migrationBuilder.CreateIndex(
                name: "IX_EditionSource_SourceTextId",
                table: "EditionSource",
                column: "SourceTextId");

            migrationBuilder.CreateIndex(
                name: "IX_Excerpt_CodedBy",
                table: "Excerpt",
                column: "CodedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Excerpt_SourceTextId_Number",
                table: "Excerpt",
                columns: new[] { "SourceTextId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Excerpt_StageId",
                table: "Excerpt",
                column: "StageId");

            migrationBuilder.CreateIndex(
                name: "IX_Excerpt_StudyId",
                table: "Excerpt",
                column: "StudyId");

            migrationBuilder.CreateIndex(
                name: "IX_ExcerptOffering_OfferingId",
                table: "ExcerptOffering",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_ExcerptTag_TagId",
                table: "ExcerptTag",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_Expert_RoleClassId",
                table: "Expert",
                column: "RoleClassId");

            migrationBuilder.CreateIndex(
                name: "IX_Expert_StudyId_Code",
                table: "Expert",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Expert_StudyId_NameIndex",
                table: "Expert",
                columns: new[] { "StudyId", "NameIndex" });

            migrationBuilder.CreateIndex(
                name: "IX_Fiche_OfferingId_Language",
                table: "Fiche",
                columns: new[] { "OfferingId", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Fiche_StudyId",
                table: "Fiche",
                column: "StudyId");

            migrationBuilder.CreateIndex(
                name: "IX_FicheApproval_AccountId",
                table: "FicheApproval",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_FicheComment_FicheId",
                table: "FicheComment",
                column: "FicheId");

            migrationBuilder.CreateIndex(
                name: "IX_FicheComment_WrittenBy",
                table: "FicheComment",
                column: "WrittenBy");

            migrationBuilder.CreateIndex(
                name: "IX_FicheQuote_QuoteId",
                table: "FicheQuote",
                column: "QuoteId");

            migrationBuilder.CreateIndex(
                name: "IX_FicheSection_FicheId_Key",
                table: "FicheSection",
                columns: new[] { "FicheId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Finding_StudyId_Code",
                table: "Finding",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FindingEvidence_ExcerptId",
                table: "FindingEvidence",
                column: "ExcerptId");

            migrationBuilder.CreateIndex(
                name: "IX_FindingOffering_OfferingId",
                table: "FindingOffering",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_Flow_StudyId_Code",
                table: "Flow",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IdentityOpening_ExpertId_At",
                table: "IdentityOpening",
                columns: new[] { "ExpertId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Interview_StudyId_Code",
                table: "Interview",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewExpert_ExpertId",
                table: "InterviewExpert",
                column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewInterviewer_AccountId",
                table: "InterviewInterviewer",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_InterviewNote_InterviewId_Question",
                table: "InterviewNote",
                columns: new[] { "InterviewId", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterviewOffering_OfferingId",
                table: "InterviewOffering",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyMessage_FicheId",
                table: "KeyMessage",
                column: "FicheId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyMessageFinding_FindingId",
                table: "KeyMessageFinding",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_LiteratureFile_StudyId_TakenAt",
                table: "LiteratureFile",
                columns: new[] { "StudyId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Membership_AccountId",
                table: "Membership",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Offering_StudyId_Code",
                table: "Offering",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OfferingFlow_FlowId",
                table: "OfferingFlow",
                column: "FlowId");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeLink_AccountId",
                table: "OneTimeLink",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeLink_TokenHash",
                table: "OneTimeLink",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Organisation_StudyId_Name",
                table: "Organisation",
                columns: new[] { "StudyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationRole_FlowId",
                table: "OrganisationRole",
                column: "FlowId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationRole_OfferingId",
                table: "OrganisationRole",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationRole_OrganisationId",
                table: "OrganisationRole",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Quantity_FlowId",
                table: "Quantity",
                column: "FlowId");

            migrationBuilder.CreateIndex(
                name: "IX_Quantity_OfferingId",
                table: "Quantity",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_Quantity_StudyId_Key",
                table: "Quantity",
                columns: new[] { "StudyId", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_Quote_ExcerptId",
                table: "Quote",
                column: "ExcerptId");

            migrationBuilder.CreateIndex(
                name: "IX_Quote_StudyId_Code",
                table: "Quote",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadingNote_ReferenceId",
                table: "ReadingNote",
                column: "ReferenceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadingNote_WrittenBy",
                table: "ReadingNote",
                column: "WrittenBy");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendation_StudyId_Code",
                table: "Recommendation",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationFinding_FindingId",
                table: "RecommendationFinding",
                column: "FindingId");

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationOffering_OfferingId",
                table: "RecommendationOffering",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_Reference_StudyId_CitationKey",
                table: "Reference",
                columns: new[] { "StudyId", "CitationKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reference_StudyId_Code",
                table: "Reference",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferenceOffering_OfferingId",
                table: "ReferenceOffering",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleClass_StudyId_Code",
                table: "RoleClass",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SourceOffering_OfferingId",
                table: "SourceOffering",
                column: "OfferingId");

            migrationBuilder.CreateIndex(
                name: "IX_SourceText_StudyId_OriginId",
                table: "SourceText",
                columns: new[] { "StudyId", "OriginId" });

            migrationBuilder.CreateIndex(
                name: "IX_SourceTextVersion_SourceTextId_Number",
                table: "SourceTextVersion",
                columns: new[] { "SourceTextId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SourceVoice_ExpertId",
                table: "SourceVoice",
                column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_Stage_OfferingId_Order",
                table: "Stage",
                columns: new[] { "OfferingId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_Study_Slug",
                table: "Study",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tag_ParentId",
                table: "Tag",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Tag_StudyId_Code",
                table: "Tag",
                columns: new[] { "StudyId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TranscriptFile_InterviewId",
                table: "TranscriptFile",
                column: "InterviewId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountClaim");

            migrationBuilder.DropTable(
                name: "AccountLogin");

            migrationBuilder.DropTable(
                name: "AccountPasskey");

            migrationBuilder.DropTable(
                name: "AccountToken");

            migrationBuilder.DropTable(
                name: "Attachment");

            migrationBuilder.DropTable(
                name: "AuditEntry");

            migrationBuilder.DropTable(
                name: "CodeSequence");

            migrationBuilder.DropTable(
                name: "CodingAct");

            migrationBuilder.DropTable(
                name: "Consent");

            migrationBuilder.DropTable(
                name: "DoneOperation");

            migrationBuilder.DropTable(
                name: "EditionSource");

            migrationBuilder.DropTable(
                name: "ExcerptOffering");

            migrationBuilder.DropTable(
                name: "ExcerptTag");

            migrationBuilder.DropTable(
                name: "FicheApproval");

            migrationBuilder.DropTable(
                name: "FicheComment");

            migrationBuilder.DropTable(
                name: "FicheQuote");

            migrationBuilder.DropTable(
                name: "FicheSection");

            migrationBuilder.DropTable(
                name: "FindingEvidence");

            migrationBuilder.DropTable(
                name: "FindingOffering");

            migrationBuilder.DropTable(
                name: "IdentityOpening");

            migrationBuilder.DropTable(
                name: "InterviewExpert");

            migrationBuilder.DropTable(
                name: "InterviewInterviewer");

            migrationBuilder.DropTable(
                name: "InterviewNote");

            migrationBuilder.DropTable(
                name: "InterviewOffering");

            migrationBuilder.DropTable(
                name: "KeyMessageFinding");

            migrationBuilder.DropTable(
                name: "LiteratureFile");

            migrationBuilder.DropTable(
                name: "Membership");

            migrationBuilder.DropTable(
                name: "OfferingFlow");

            migrationBuilder.DropTable(
                name: "OneTimeLink");

            migrationBuilder.DropTable(
                name: "OrganisationRole");

            migrationBuilder.DropTable(
                name: "Quantity");

            migrationBuilder.DropTable(
                name: "QuoteApproval");

            migrationBuilder.DropTable(
                name: "ReadingNote");

            migrationBuilder.DropTable(
                name: "RecommendationFinding");

            migrationBuilder.DropTable(
                name: "RecommendationOffering");

            migrationBuilder.DropTable(
                name: "ReferenceOffering");

            migrationBuilder.DropTable(
                name: "Segment");

            migrationBuilder.DropTable(
                name: "SourceOffering");

            migrationBuilder.DropTable(
                name: "SourceVoice");

            migrationBuilder.DropTable(
                name: "TranscriptFile");

            migrationBuilder.DropTable(
                name: "Edition");

            migrationBuilder.DropTable(
                name: "Tag");

            migrationBuilder.DropTable(
                name: "KeyMessage");

            migrationBuilder.DropTable(
                name: "Organisation");

            migrationBuilder.DropTable(
                name: "Flow");

            migrationBuilder.DropTable(
                name: "Quote");

            migrationBuilder.DropTable(
                name: "Finding");

            migrationBuilder.DropTable(
                name: "Recommendation");

            migrationBuilder.DropTable(
                name: "Reference");

            migrationBuilder.DropTable(
                name: "SourceTextVersion");

            migrationBuilder.DropTable(
                name: "Expert");

            migrationBuilder.DropTable(
                name: "Interview");

            migrationBuilder.DropTable(
                name: "Fiche");

            migrationBuilder.DropTable(
                name: "Excerpt");

            migrationBuilder.DropTable(
                name: "RoleClass");

            migrationBuilder.DropTable(
                name: "Account");

            migrationBuilder.DropTable(
                name: "SourceText");

            migrationBuilder.DropTable(
                name: "Stage");

            migrationBuilder.DropTable(
                name: "Offering");

            migrationBuilder.DropTable(
                name: "Study");
        }
    }
}
