using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Foundation.Data;

public class WritingTests
{
    [Fact]
    public async Task The_second_to_save_is_told_and_overwrites_nothing()
    {
        await using var test = await TestStudy.Create();
        var organisation = new Organisation(test.Study.Id, "Rotor", new(""));
        await test.Save(organisation);

        async Task<Outcome<Nothing>> Rename(string name, int seenVersion)
        {
            var db = test.Get<ConsultDbContext>();
            return await db.Write<Nothing>(Actor.Operator, null, async () =>
            {
                var found = await db.Set<Organisation>().SingleAsync(TestStudy.Cancellation);
                db.Expect(found, seenVersion);
                found.Describe(name, new(""), "");
                return Nothing.Value;
            }, TestStudy.Cancellation);
        }

        var first = await Rename("Rotor DC", 1);
        var second = await Rename("Rotor vzw", 1);

        Assert.Equal((OutcomeKind.Done, OutcomeKind.Changed), (first.Kind, second.Kind));
        var kept = Assert.Single(await test.All<Organisation>());
        Assert.Equal(("Rotor DC", 2), (kept.Name, kept.Version));
    }

    [Fact]
    public async Task What_is_refused_half_way_leaves_nothing()
    {
        await using var test = await TestStudy.Create();
        var db = test.Get<ConsultDbContext>();

        var outcome = await db.Write<Nothing>(Actor.Operator, null, async () =>
        {
            db.Add(new Organisation(test.Study.Id, "Rotor", new("")));
            await db.SaveChangesAsync(TestStudy.Cancellation);
            return Outcome.Refused<StudiesTexts>("OrganisationExists");
        }, TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Empty(await test.All<Organisation>());
    }

    [Fact]
    public async Task Each_change_is_on_record_with_before_and_after()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await test.Get<AddOrganisation>().Handle(researcher, new(Guid.NewGuid(), "Rotor", new("coopérative"), ""), TestStudy.Cancellation);

        var entry = Assert.Single(await test.All<AuditEntry>(), entry => entry.Subject == nameof(Organisation));

        Assert.Equal((researcher.Actor.Id, "Added"), (entry.ActorId, entry.Change));
        Assert.Contains("Rotor", entry.Details, StringComparison.Ordinal);
        Assert.Null(await AuditTrail.FirstBroken(test.Get<ConsultDbContext>(), TestStudy.Cancellation));
    }

    [Fact]
    public async Task What_an_entity_holds_in_parts_is_on_record_too_and_what_is_typed_as_a_hash()
    {
        await using var test = await TestStudy.Create();
        var finding = new Finding(test.Study.Id, "K-01", "Une affirmation.", "fr");
        var reference = new Reference(test.Study.Id, "D-01", "auteur2024");
        var note = new ReadingNote(reference.Id, (await test.AddAccount()).Id);
        await test.Save(finding, reference, note);

        await test.Change<Finding>(one => one.Assess(new ConfidenceAssessment { Level = ConfidenceLevel.Low }));
        await test.Change<ReadingNote>(one => one.Text.Save(Guid.NewGuid(), 0, "Comme le dit Ambroise.", note.WrittenBy, test.Time.GetUtcNow().UtcDateTime));

        var changes = (await test.All<AuditEntry>()).Where(entry => entry.Change == "Modified").ToList();
        Assert.Contains("\"Confidence.Level\":[null,\"Low\"]", changes.Single(entry => entry.Subject == nameof(Finding)).Details, StringComparison.Ordinal);
        var typed = changes.Single(entry => entry.Subject == nameof(ReadingNote)).Details;
        Assert.Contains("\"Text.Text\":[\"hmac:", typed, StringComparison.Ordinal);
        Assert.DoesNotContain("Ambroise", typed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_trail_refuses_change_and_shows_a_forged_line()
    {
        await using var test = await TestStudy.Create();
        var db = test.Get<ConsultDbContext>();
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntry SET ActorId = 'x'", TestStudy.Cancellation));
        await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntry", TestStudy.Cancellation));

        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditEntry_refuses_update; UPDATE AuditEntry SET Details = 'forged' WHERE Sequence = 1", TestStudy.Cancellation);

        Assert.Equal(1, await AuditTrail.FirstBroken(db, TestStudy.Cancellation));
    }

    [Fact]
    public async Task Every_write_waits_for_the_disk()
    {
        await using var test = await TestStudy.Create();
        var db = test.Get<ConsultDbContext>();
        async Task<long> Setting(FormattableString sql) => await db.Database.SqlQuery<long>(sql).SingleAsync(TestStudy.Cancellation);

        Assert.Equal(2, await Setting($"SELECT synchronous AS Value FROM pragma_synchronous"));
        Assert.Equal(1, await Setting($"SELECT foreign_keys AS Value FROM pragma_foreign_keys"));
        Assert.Equal(1, await Setting($"SELECT secure_delete AS Value FROM pragma_secure_delete"));
    }

    [Fact]
    public async Task The_model_has_no_change_that_a_migration_lacks()
    {
        await using var test = await TestStudy.Create();
        Assert.False(test.Get<ConsultDbContext>().Database.HasPendingModelChanges());
    }
}
