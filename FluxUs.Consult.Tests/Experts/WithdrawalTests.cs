using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Experts;

public class WithdrawalTests
{
    [Fact]
    public async Task A_withdrawal_erases_the_identity_and_leaves_the_fact()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher, email: "gwen@zuunbeek.example");
        await test.Agree(researcher, code, "2026-11-01");
        var before = Assert.Single(await test.All<Expert>());

        var outcome = await test.Get<WithdrawConsent>().Handle(researcher, new(Guid.NewGuid(), code, " x01 "), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        var after = Assert.Single(await test.All<Expert>());
        Assert.True(after.IsErased);
        Assert.Empty(after.NameIndex + after.EmailIndex);
        Assert.False(DatabaseBytes.Hold(test.Root, before.SealedName), "The sealed name is still in the files.");
        Assert.Equal(ExpertsOf.Day("2026-11-24"), Assert.Single(await test.All<Consent>()).WithdrawnOn);
        Assert.Equal(ConsentState.Withdrawn, Assert.Single((await test.Get<ListExperts>().Run(researcher, TestStudy.Cancellation)).Value!).Consent);
        Assert.Empty((await test.Get<OpenIdentities>().Handle(researcher, [code], TestStudy.Cancellation)).Value!);
        Assert.False((await test.Agree(researcher, code, "2026-11-24")).IsDone);
    }

    [Fact]
    public async Task Who_never_agreed_to_anything_can_withdraw_too_and_has_then_withdrawn()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);

        await test.Get<WithdrawConsent>().Handle(researcher, new(Guid.NewGuid(), code, code), TestStudy.Cancellation);

        Assert.Equal(ConsentState.Withdrawn, Assert.Single((await test.Get<ListExperts>().Run(researcher, TestStudy.Cancellation)).Value!).Consent);
        Assert.True((await test.Get<ReadExpert>().Run(researcher, code, TestStudy.Cancellation)).Value!.HasWithdrawn);
    }

    [Fact]
    public async Task Without_the_code_typed_again_nothing_happens()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);

        var outcome = await test.Get<WithdrawConsent>().Handle(researcher, new(Guid.NewGuid(), code, "X02"), TestStudy.Cancellation);

        Assert.Equal("TypedCode", Assert.Single(outcome.Refusals).Field);
        Assert.False(Assert.Single(await test.All<Expert>()).IsErased);
    }

    [Fact]
    public async Task When_one_room_cannot_remove_its_words_nothing_of_the_withdrawal_is_done()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);
        await test.Agree(researcher, code, "2026-11-01");
        var act = new WithdrawConsent(test.Get<ConsultDbContext>(), [new BrokenRoom()], test.Time);

        await Assert.ThrowsAsync<IOException>(() => act.Handle(researcher, new(Guid.NewGuid(), code, code), TestStudy.Cancellation));

        Assert.False(Assert.Single(await test.All<Expert>()).IsErased);
        Assert.Null(Assert.Single(await test.All<Consent>()).WithdrawnOn);
    }

    [Fact]
    public async Task Every_room_is_asked_what_a_withdrawal_touches()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);

        var screen = (await new ReadWithdrawal(test.Get<ConsultDbContext>(), [new BrokenRoom()], []).Run(researcher, code, TestStudy.Cancellation)).Value!;

        Assert.False(screen.IsDone);
        Assert.Equal(["E-01"], Assert.Single(screen.Held).Codes);
    }

    private sealed class BrokenRoom : IHoldsExpertWords
    {
        public int Floor => 7;

        public Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<HeldWords>>([new HeldWords(typeof(ExpertsTexts), "Experts", WordsFate.Removed, ["E-01"])]);

        public Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation) => throw new IOException("disk full");
    }
}
