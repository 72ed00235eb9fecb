using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Foundation.Data;

public class UpgradeTests
{
    private const string First = "20261124000000_Initial", Second = "20261124120000_Choice", Third = "20261124180000_GlossaryAndCorrections";

    [Fact]
    public async Task A_database_of_the_first_version_opens_with_what_was_in_it_and_a_copy_of_it_beside()
    {
        var root = Directory.CreateTempSubdirectory("consult-upgrade-").FullName;
        await using (var services = TestStudy.Build(root))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
            await db.GetService<IMigrator>().MigrateAsync(First, TestStudy.Cancellation);
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Study" ("Id", "Slug", "Language", "IsDemonstration", "Funder", "NextCommittee", "CodebookLocked", "Version",
                    "Description_Dutch", "Description_English", "Description_French", "Name_Dutch", "Name_English", "Name_French")
                VALUES ('019AB000-0000-7000-8000-000000000001', 'bois', 'fr', 0, '', NULL, 0, 3, '', '', '', 'Hout', 'Wood', 'Bois')
                """,
                TestStudy.Cancellation);

            await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(TestStudy.Cancellation);

            var study = await db.Set<Study>().AsNoTracking().SingleAsync(TestStudy.Cancellation);
            Assert.Equal(("bois", "Hout", 3), (study.Slug, study.Name.Dutch, study.Version));
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestStudy.Cancellation));
        }

        SqliteConnection.ClearAllPools();
        Assert.Single(Directory.GetFiles(root, "before-*.db", SearchOption.AllDirectories));
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Texts_of_one_language_become_the_French_and_what_was_translated_follows_what_its_source_says()
    {
        var root = Directory.CreateTempSubdirectory("consult-upgrade-").FullName;
        await using (var services = TestStudy.Build(root))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
            await db.GetService<IMigrator>().MigrateAsync(Second, TestStudy.Cancellation);
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "Study" ("Id", "Slug", "Language", "IsDemonstration", "Funder", "NextCommittee", "CodebookLocked", "Version",
                    "Description_Dutch", "Description_English", "Description_French", "Name_Dutch", "Name_English", "Name_French")
                VALUES ('019AB000-0000-7000-8000-000000000001', 'bois', 'fr', 0, 'Région', NULL, 0, 3, '', '', '', 'Hout', 'Wood', 'Bois');
                INSERT INTO "Finding" ("Id", "StudyId", "Code", "Statement", "Language", "Version", "Confidence_AdequacyReason", "Confidence_CoherenceReason",
                    "Confidence_MethodsReason", "Confidence_RelevanceReason", "Translations_Dutch")
                VALUES ('019AB000-0000-7000-8000-000000000002', '019AB000-0000-7000-8000-000000000001', 'K-01', 'Personne n’assure.', 'fr', 2, '', '', '', '', 'Niemand verzekert.');
                INSERT INTO "Recommendation" ("Id", "StudyId", "Code", "Statement", "Language", "Version", "Measure_AssociatedActors", "Measure_Cost", "Measure_Indicator",
                    "Measure_LeadActor", "Measure_Prerequisite", "Measure_WhoLoses", "Measure_WhoPays")
                VALUES ('019AB000-0000-7000-8000-000000000003', '019AB000-0000-7000-8000-000000000001', 'R-01', 'Garantir.', 'fr', 1, '', 'Unknown', '', 'Région', '', '', '');
                INSERT INTO "RecommendationTranslation" ("RecommendationId", "Language", "Wording_AssociatedActors", "Wording_Indicator", "Wording_LeadActor",
                    "Wording_Prerequisite", "Wording_Statement", "Wording_WhoLoses", "Wording_WhoPays")
                VALUES ('019AB000-0000-7000-8000-000000000003', 'nl', '', '', 'Gewest', '', 'Waarborgen.', '', '');
                """,
                TestStudy.Cancellation);

            await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(TestStudy.Cancellation);

            Assert.Equal(new LocalText("Région"), (await db.Set<Study>().AsNoTracking().SingleAsync(TestStudy.Cancellation)).Funder);
            Assert.Equal(new LocalText("", "Personne n’assure."), (await db.Set<Finding>().AsNoTracking().SingleAsync(TestStudy.Cancellation)).TranslatedFrom);
            Assert.Equal(
                new MeasureWording { Statement = "Garantir.", LeadActor = "Région" },
                (await db.Set<RecommendationTranslation>().AsNoTracking().SingleAsync(TestStudy.Cancellation)).TranslatedFrom);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task A_declared_interest_stands_after_the_upgrade_and_only_one_that_stands_is_the_only_one()
    {
        var root = Directory.CreateTempSubdirectory("consult-upgrade-").FullName;
        await using (var services = TestStudy.Build(root))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
            await db.GetService<IMigrator>().MigrateAsync(Third, TestStudy.Cancellation);
            // Without the people and offerings around it, which the upgrade leaves alone.
            static string Declare(string id, string column, string value) => $"""
                PRAGMA foreign_keys = OFF;
                INSERT INTO "DeclaredInterest" ("Id", "StudyId", "MemberId", "OfferingId", "Words", {column}"DeclaredAt")
                VALUES ('{id}', '019AB000-0000-7000-8000-000000000001', '019AB000-0000-7000-8000-000000000002', '019AB000-0000-7000-8000-000000000003', 'actionnaire', {value}'2026-11-24 09:00:00');
                """;
            await db.Database.ExecuteSqlRawAsync(Declare("019AB000-0000-7000-8000-000000000004", "", ""), TestStudy.Cancellation);

            await db.GetService<IMigrator>().MigrateAsync(null, TestStudy.Cancellation);

            var declared = await db.Set<DeclaredInterest>().AsNoTracking().SingleAsync(TestStudy.Cancellation);
            Assert.True(declared.Stands);
            Assert.Equal(declared.MemberId, declared.DeclaredBy);
            var again = Declare("019AB000-0000-7000-8000-000000000005", "\"DeclaredBy\", ", "'019AB000-0000-7000-8000-000000000002', ");
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(again, TestStudy.Cancellation));
            await db.Database.ExecuteSqlRawAsync("UPDATE \"DeclaredInterest\" SET \"TakenBackAt\" = '2026-11-24 10:00:00'", TestStudy.Cancellation);
            await db.Database.ExecuteSqlRawAsync(again, TestStudy.Cancellation);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Whoever_withdrew_before_the_upgrade_has_no_place_left_in_the_database()
    {
        var root = Directory.CreateTempSubdirectory("consult-upgrade-").FullName;
        await using (var services = TestStudy.Build(root))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
            await db.GetService<IMigrator>().MigrateAsync(Third, TestStudy.Cancellation);
            // Of E-1 one of two withdrew; a text gives words of E-2 to the same person; E-3 is another's.
            await db.Database.ExecuteSqlRawAsync(
                """
                PRAGMA foreign_keys = OFF;
                INSERT INTO "Expert" ("Id", "StudyId", "RoleClassId", "Code", "NameIndex", "EmailIndex", "SealedName", "SealedOrganisation", "SealedFunction", "SealedEmail", "SealedPhone", "WrappedKey", "Languages", "Version", "Field_French", "Field_Dutch", "Field_English")
                VALUES ('019AB000-0000-7000-8000-0000000000A1', '019AB000-0000-7000-8000-000000000001', '019AB000-0000-7000-8000-000000000009', 'X01', '', '', x'', x'', x'', x'', x'', x'', '["fr"]', 2, '', '', ''),
                       ('019AB000-0000-7000-8000-0000000000A2', '019AB000-0000-7000-8000-000000000001', '019AB000-0000-7000-8000-000000000009', 'X02', '', '', x'01', x'', x'', x'', x'', x'01', '["fr"]', 1, '', '', '');
                INSERT INTO "Interview" ("Id", "StudyId", "Code", "Date", "Place", "Language", "GuideCode", "Status", "Version")
                VALUES ('019AB000-0000-7000-8000-0000000000E1', '019AB000-0000-7000-8000-000000000001', 'E-1', '2026-05-04', 'chez elle', 'fr', '', 'Held', 1),
                       ('019AB000-0000-7000-8000-0000000000E2', '019AB000-0000-7000-8000-000000000001', 'E-2', '2026-05-05', 'rue Haute', 'fr', '', 'Held', 1),
                       ('019AB000-0000-7000-8000-0000000000E3', '019AB000-0000-7000-8000-000000000001', 'E-3', '2026-05-06', 'appel', 'fr', '', 'Held', 1);
                INSERT INTO "InterviewExpert" ("InterviewId", "ExpertId")
                VALUES ('019AB000-0000-7000-8000-0000000000E1', '019AB000-0000-7000-8000-0000000000A1'),
                       ('019AB000-0000-7000-8000-0000000000E1', '019AB000-0000-7000-8000-0000000000A2'),
                       ('019AB000-0000-7000-8000-0000000000E2', '019AB000-0000-7000-8000-0000000000A2'),
                       ('019AB000-0000-7000-8000-0000000000E3', '019AB000-0000-7000-8000-0000000000A2');
                INSERT INTO "SourceText" ("Id", "StudyId", "OriginId", "Code", "Kind", "Language", "CurrentVersion", "LastExcerptNumber", "Version")
                VALUES ('019AB000-0000-7000-8000-0000000000B1', '019AB000-0000-7000-8000-000000000001', '019AB000-0000-7000-8000-0000000000E2', 'E-2', 'InterviewNotes', 'fr', 1, 0, 1);
                INSERT INTO "SourceVoice" ("SourceTextId", "ExpertId") VALUES ('019AB000-0000-7000-8000-0000000000B1', '019AB000-0000-7000-8000-0000000000A1');
                """,
                TestStudy.Cancellation);

            await db.GetService<IMigrator>().MigrateAsync(null, TestStudy.Cancellation);

            Assert.Equal(["", "", "appel"], await db.Set<Interview>().OrderBy(interview => interview.Code).Select(interview => interview.Place).ToListAsync(TestStudy.Cancellation));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task What_was_counted_and_said_before_the_upgrade_keeps_its_words_and_waits_for_an_answer()
    {
        var root = Directory.CreateTempSubdirectory("consult-upgrade-").FullName;
        await using (var services = TestStudy.Build(root))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
            await db.GetService<IMigrator>().MigrateAsync(Third, TestStudy.Cancellation);
            // A frozen decision and one that was counted and is still open; a reserve and a word without one.
            await db.Database.ExecuteSqlRawAsync(
                """
                PRAGMA foreign_keys = OFF;
                INSERT INTO "Decision" ("Id", "StudyId", "Number", "PreparedBy", "PreparedAt", "FrozenAt", "RetainedCount", "Draws", "Seed", "MayStillEnter", "VotesCounted", "Weights", "Version")
                VALUES ('019AB000-0000-7000-8000-0000000000D1', '019AB000-0000-7000-8000-000000000001', 1, '019AB000-0000-7000-8000-000000000002', '2026-05-04 09:00:00', '2026-05-04 11:00:00', 1, 200, 1, 0, 1, '', 3),
                       ('019AB000-0000-7000-8000-0000000000D2', '019AB000-0000-7000-8000-000000000001', 2, '019AB000-0000-7000-8000-000000000002', '2026-06-04 09:00:00', NULL, 1, 200, 1, 0, 1, '', 2);
                INSERT INTO "DecisionLine" ("DecisionId", "OfferingId", "Rank", "Score", "Share", "Low", "High", "IsRetained", "Ground", "Reason")
                VALUES ('019AB000-0000-7000-8000-0000000000D1', '019AB000-0000-7000-8000-000000000003', 1, '50', 0.5, 40, 60, 1, 'Vote', 'Départagé par un vote du comité : 2 voix, 2 ex æquo.'),
                       ('019AB000-0000-7000-8000-0000000000D2', '019AB000-0000-7000-8000-000000000003', 1, '50', 0.5, 40, 60, 1, 'Vote', 'Départagé par un vote du comité : 3 voix, 2 ex æquo.');
                INSERT INTO "FicheApproval" ("FicheId", "Round", "AccountId", "Approves", "HasReserve", "Interest", "Reason", "At")
                VALUES ('019AB000-0000-7000-8000-0000000000F1', 1, '019AB000-0000-7000-8000-000000000002', 1, 1, '', 'Chiffrer le coût.', '2026-06-01 09:00:00'),
                       ('019AB000-0000-7000-8000-0000000000F1', 1, '019AB000-0000-7000-8000-000000000004', 1, 0, '', '', '2026-06-01 10:00:00');
                """,
                TestStudy.Cancellation);

            await db.GetService<IMigrator>().MigrateAsync(null, TestStudy.Cancellation);

            var decisions = await db.Set<Decision>().AsNoTracking().Include(found => found.Lines).OrderBy(found => found.Number).ToListAsync(TestStudy.Cancellation);
            Assert.Equal([(true, "Départagé par un vote du comité : 2 voix, 2 ex æquo."), (false, "Départagé par un vote du comité : 3 voix, 2 ex æquo.")], decisions.Select(found => (found.IsFrozen, SaidOf(found))));
            var words = await db.Set<FicheApproval>().AsNoTracking().OrderBy(word => word.At).ToListAsync(TestStudy.Cancellation);
            Assert.Equal([(Opinion.WithReserve, "Chiffrer le coût."), (Opinion.WithoutReserve, "")], words.Select(word => (word.Opinion, word.Reason)));
            Assert.Equal("Chiffrer le coût.", Assert.Single(await db.WordsToAnswer().ToListAsync(TestStudy.Cancellation)).Reason);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);

        static string SaidOf(Decision decision)
        {
            var line = Assert.Single(decision.Lines);
            return DecisionWords.Reason(null!, new DecisionRow(
                line.OfferingId, "P01", new LocalText(""), new LocalText(""), line.Score, line.Rank, line.Share, line.Low, line.High, true, true, null, line.IsRetained, line.Ground, line.Reason, null)
            { CountedVotes = line.CountedVotes });
        }
    }

    [Fact]
    public async Task The_migrations_make_the_database_that_the_program_expects()
    {
        await using var test = await TestStudy.Create();

        Assert.False(test.Get<ConsultDbContext>().Database.HasPendingModelChanges());
    }

    // What SQLite can only do by making a table again runs outside the transaction: a kill in the middle would leave half an upgrade.
    [Fact]
    public async Task No_upgrade_makes_a_table_again_outside_its_transaction()
    {
        await using var test = await TestStudy.Create();

        var script = test.Get<ConsultDbContext>().GetService<IMigrator>().GenerateScript(First);

        Assert.DoesNotContain("foreign_keys", script, StringComparison.OrdinalIgnoreCase);
    }
}
