using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Interviews;
using FluxUs.Consult.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Operations;

/// <summary>An older copy of the database is put back after someone withdrew: the ledger, which no copy holds, erases them again.</summary>
public class RestoredCopyTests
{
    private const string Said = "Le dépôt de Zwartbroek déborde";
    private const string Captions = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Olivier Dessambre>" + Said + " chaque jeudi.\n";

    [Fact]
    public async Task Nothing_of_an_expert_who_withdrew_is_left_after_an_older_copy_is_put_back()
    {
        await using var scene = await InterviewScene.Create();
        var test = scene.Test;
        await test.Change<Expert>(expert => test.Get<IdentitySeal>().Seal(expert, new("Olivier Dessambre", "Atelier Zuunbeek", new(""), "", "")));
        await scene.Note("activity-today", Said + " aussi dans les notes.");
        Assert.True((await test.Get<ImportTranscript>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01", "Olivier.vtt", new MemoryStream(Encoding.UTF8.GetBytes(Captions))), TestStudy.Cancellation)).IsDone);
        var edition = await AnEdition(scene);
        var name = (await test.All<Expert>()).Single().SealedName;
        var copy = await Copy(test);
        var hash = Assert.Single(test.Get<FileStore>().Hashes());

        Assert.True((await test.Get<WithdrawConsent>().Handle(scene.Researcher, new(Guid.NewGuid(), "X01", "X01"), TestStudy.Cancellation)).IsDone);
        Assert.True((await test.Get<WithdrawEdition>().Handle(await test.As(Roles.Manager), new(Guid.NewGuid(), new("P01", "fr"), 1, "P01 fr 1"), TestStudy.Cancellation)).IsDone);
        Assert.Empty(test.Get<FileStore>().Hashes());
        PutBack(test, copy);
        await test.Get<FileStore>().Store(new MemoryStream(Encoding.UTF8.GetBytes(Captions)), "copy", TestStudy.Cancellation);
        Assert.True(DatabaseBytes.Hold(test.Root, Said));
        Assert.True(test.Get<FileStore>().Contains(hash));

        await Start(test);

        Assert.False(DatabaseBytes.Hold(test.Root, Said), "Words are left in the database.");
        Assert.False(DatabaseBytes.Hold(test.Root, name), "The sealed name is left in the database.");
        Assert.False(test.Get<FileStore>().Contains(hash), "The transcript is left in the store.");
        var expert = Assert.Single(await test.All<Expert>());
        Assert.True(expert.IsErased);
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.Single(await test.All<Consent>()).WithdrawnOn);
        var frozen = Assert.Single(await test.All<Edition>());
        Assert.Equal((edition.Id, edition.Sha256, 0), (frozen.Id, frozen.Sha256, frozen.Pdf.Length));
        Assert.NotNull(frozen.WithdrawnAt);
        Assert.Null(await AuditTrail.FirstBroken(test.Get<ConsultDbContext>(), TestStudy.Cancellation));
    }

    [Fact]
    public async Task The_ledger_says_nothing_of_anyone()
    {
        await using var scene = await InterviewScene.Create();
        var ledger = await AfterAWithdrawal(scene);

        Assert.Equal(("expert", scene.Expert.Id.ToString()), ledger.Read().Select(entry => (entry.Kind, entry.Subject)).Single());
        Assert.DoesNotContain("X01", await File.ReadAllTextAsync(ledger.Path, TestStudy.Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("shorter")]
    [InlineData("another")]
    public async Task A_ledger_that_is_gone_shorter_or_another_than_the_database_knows_stops_the_start_and_says_what_to_do(string how)
    {
        await using var scene = await InterviewScene.Create();
        var ledger = await AfterAWithdrawal(scene);
        var whole = await File.ReadAllBytesAsync(ledger.Path, TestStudy.Cancellation);
        File.Delete(ledger.Path);
        if (how == "shorter") await File.WriteAllTextAsync(ledger.Path, "", TestStudy.Cancellation);
        if (how == "another") new ErasureLedger(ledger.Path).Append([new Erased("expert", Guid.NewGuid().ToString(), DateTime.UnixEpoch)]);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Start(scene.Test));

        Assert.Contains(how == "another" ? "its line 1 is not the same" : "has 0 lines where the database knows of 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Put the newest of its copies in its place", fault.Message, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(ledger.Path, whole, TestStudy.Cancellation);
        await Start(scene.Test);
    }

    [Fact]
    public async Task While_the_ledger_is_not_the_one_that_is_known_nothing_is_erased_by_halves()
    {
        await using var scene = await InterviewScene.Create();
        var ledger = await AfterAWithdrawal(scene);
        var other = scene.AnExpert("X02");
        await scene.Test.Save(other);
        await scene.Test.Change<Expert>(expert => scene.Test.Get<IdentitySeal>().Seal(expert, new("Olivier Dessambre", "", new(""), "", "")), expert => expert.Code == "X02");
        File.Delete(ledger.Path);

        var refused = await scene.Test.Get<WithdrawConsent>().Handle(scene.Researcher, new(Guid.NewGuid(), "X02", "X02"), TestStudy.Cancellation);

        Assert.Equal("LedgerDoesNotMatch", Assert.Single(refused.Refusals).Key);
        Assert.False((await scene.Test.All<Expert>()).Single(expert => expert.Code == "X02").IsErased);
    }

    [Fact]
    public async Task A_ledger_that_was_lost_with_its_copies_is_written_again_when_the_operator_says_so()
    {
        await using var scene = await InterviewScene.Create();
        var test = scene.Test;
        var ledger = await AfterAWithdrawal(scene);
        var known = ledger.Head();
        File.Delete(ledger.Path);

        await using (var services = TestStudy.Build(test.Root, test.Time, with => with.AddSingleton(new ErasureLedger(ledger.Path, lost: known.Hash))))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ErasureReplay>().Run(TestStudy.Cancellation);
        }

        Assert.Equal(scene.Expert.Id.ToString(), Assert.Single(ledger.Read()).Subject);
        // From here on it is the one that is known.
        await Start(test);
        File.Delete(ledger.Path);
        await Assert.ThrowsAsync<InvalidDataException>(() => Start(test));
    }

    [Fact]
    public async Task A_file_whose_erasure_was_cut_short_is_erased_by_the_next_start_unless_something_else_keeps_it()
    {
        await using var scene = await InterviewScene.Create();
        var test = scene.Test;
        var left = (await test.Get<FileStore>().Store(new MemoryStream([1, 2, 3]), "left", TestStudy.Cancellation)).Value!.Hash;
        var kept = (await test.Get<FileStore>().Store(new MemoryStream([4, 5, 6]), "kept", TestStudy.Cancellation)).Value!.Hash;
        await test.Save(new TranscriptFile(scene.Interview.Id, "again.vtt", kept, 3, Guid.Empty, test.Time.GetUtcNow().UtcDateTime));
        test.Get<ErasureLedger>().Append([new Erased("file", left, default), new Erased("file", kept, default)]);

        await Start(test);

        Assert.Equal(kept, Assert.Single(test.Get<FileStore>().Hashes()));
    }

    private static async Task<Edition> AnEdition(InterviewScene scene)
    {
        var text = (await scene.Test.All<SourceText>()).Single();
        var fiche = new Consult.Fiches.Fiche(scene.Test.Study.Id, scene.Offering.Id, "fr", "policy-fiche");
        fiche.Publish();
        var edition = new Edition(Guid.CreateVersion7(), scene.Test.Study.Id, fiche.Id, 1, Audience.Committee,
            $"{{\"quote\":\"{Said}\"}}", "{}", Encoding.UTF8.GetBytes(Said), "ab12", 1, Said, Guid.Empty, scene.Test.Time.GetUtcNow().UtcDateTime);
        await scene.Test.Save(fiche, edition, new EditionSource { EditionId = edition.Id, SourceTextId = text.Id });
        return edition;
    }

    private static async Task<ErasureLedger> AfterAWithdrawal(InterviewScene scene)
    {
        Assert.True((await scene.Test.Get<WithdrawConsent>().Handle(scene.Researcher, new(Guid.NewGuid(), "X01", "X01"), TestStudy.Cancellation)).IsDone);
        return scene.Test.Get<ErasureLedger>();
    }

    private static Task Start(TestStudy test) => test.Get<ErasureReplay>().Run(TestStudy.Cancellation);

    private static async Task<byte[]> Copy(TestStudy test)
    {
        await test.Get<ConsultDbContext>().ForgetDeleted(TestStudy.Cancellation);
        return await File.ReadAllBytesAsync(Path.Combine(test.Root, "consult.db"), TestStudy.Cancellation);
    }

    private static void PutBack(TestStudy test, byte[] copy)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(test.Root, "consult.db*")) File.Delete(file);
        File.WriteAllBytes(Path.Combine(test.Root, "consult.db"), copy);
    }
}
