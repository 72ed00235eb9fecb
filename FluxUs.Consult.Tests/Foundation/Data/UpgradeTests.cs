using FluxUs.Consult.Foundation.Data;
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
    private const string First = "20261124000000_Initial", Second = "20261124120000_Choice";

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
            await db.GetService<IMigrator>().MigrateAsync("20261124180000_GlossaryAndCorrections", TestStudy.Cancellation);
            // Without the people and offerings around it, which the upgrade leaves alone.
            const string declare = """
                PRAGMA foreign_keys = OFF;
                INSERT INTO "DeclaredInterest" ("Id", "StudyId", "MemberId", "OfferingId", "Words", "DeclaredAt")
                VALUES ('{0}', '019AB000-0000-7000-8000-000000000001', '019AB000-0000-7000-8000-000000000002', '019AB000-0000-7000-8000-000000000003', 'actionnaire', '2026-11-24 09:00:00');
                """;
            await db.Database.ExecuteSqlRawAsync(declare.Replace("{0}", "019AB000-0000-7000-8000-000000000004", StringComparison.Ordinal), TestStudy.Cancellation);

            await db.GetService<IMigrator>().MigrateAsync(null, TestStudy.Cancellation);

            Assert.True((await db.Set<DeclaredInterest>().AsNoTracking().SingleAsync(TestStudy.Cancellation)).Stands);
            var again = declare.Replace("{0}", "019AB000-0000-7000-8000-000000000005", StringComparison.Ordinal);
            await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(again, TestStudy.Cancellation));
            await db.Database.ExecuteSqlRawAsync("UPDATE \"DeclaredInterest\" SET \"TakenBackAt\" = '2026-11-24 10:00:00'", TestStudy.Cancellation);
            await db.Database.ExecuteSqlRawAsync(again, TestStudy.Cancellation);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
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
