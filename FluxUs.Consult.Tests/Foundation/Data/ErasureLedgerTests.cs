using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Foundation.Data;

public sealed class ErasureLedgerTests : IDisposable
{
    private static readonly DateTime At = new(2026, 11, 24, 9, 30, 0, DateTimeKind.Utc);
    private readonly string _folder = Directory.CreateTempSubdirectory("consult-ledger-").FullName;

    private ErasureLedger Ledger => new(Path.Combine(_folder, "ledger", "erasures.jsonl"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read_again_and_stands_there_once()
    {
        Assert.Empty(Ledger.Read());
        Ledger.Append([new Erased("expert", "one", At)]);
        Ledger.Append([new Erased("expert", "one", At.AddDays(1)), new Erased("edition", "two", At)]);

        Assert.Equal([new Erased("expert", "one", At), new Erased("edition", "two", At)], Ledger.Read());
    }

    [Fact]
    public void A_line_that_the_machine_did_not_finish_counts_as_unwritten()
    {
        Ledger.Append([new Erased("expert", "one", At)]);
        File.AppendAllText(Ledger.Path, "{\"At\":\"2026-");

        Assert.Single(Ledger.Read());
        Ledger.Append([new Erased("expert", "two", At)]);
        Assert.Equal(["one", "two"], Ledger.Read().Select(entry => entry.Subject));
    }

    [Fact]
    public void A_line_that_was_changed_or_taken_out_is_noticed()
    {
        Ledger.Append([new Erased("expert", "one", At), new Erased("expert", "two", At), new Erased("expert", "three", At)]);
        var lines = File.ReadAllLines(Ledger.Path);

        File.WriteAllText(Ledger.Path, string.Join('\n', lines).Replace("two", "own", StringComparison.Ordinal) + "\n");
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => Ledger.Read()).Message, StringComparison.Ordinal);
        File.WriteAllText(Ledger.Path, lines[0] + "\n" + lines[2] + "\n");
        Assert.Throws<InvalidDataException>(() => Ledger.Read());
    }

    [Fact]
    public async Task Nothing_is_put_on_the_ledger_by_an_act_that_was_refused()
    {
        await using var test = await TestStudy.Create();
        var (db, followed) = (test.Get<ConsultDbContext>(), false);
        await db.Write<Nothing>(Actor.Operator, null, () =>
        {
            db.Record(new Erased("expert", "one", At));
            db.AfterCommit(_ => Task.FromResult(followed = true));
            return Task.FromResult<Outcome<Nothing>>(Outcome.NotFound);
        }, TestStudy.Cancellation);
        await db.Write<Nothing>(Actor.Operator, null, () => Task.FromResult<Outcome<Nothing>>(Nothing.Value), TestStudy.Cancellation);

        Assert.Empty(test.Get<ErasureLedger>().Read());
        Assert.False(followed);
    }

    [Fact]
    public async Task The_same_operation_of_another_actor_is_another_act()
    {
        await using var test = await TestStudy.Create();
        var operation = Guid.NewGuid();
        Task<Outcome<string>> Do(Guid account, string result) => test.Get<ConsultDbContext>().Write<string>(
            Actor.Account(account), operation, () => Task.FromResult<Outcome<string>>(result), TestStudy.Cancellation);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal("first", (await Do(one, "first")).Value);
        Assert.Equal("second", (await Do(other, "second")).Value);
        Assert.Equal("first", (await Do(one, "third")).Value);
    }
}
