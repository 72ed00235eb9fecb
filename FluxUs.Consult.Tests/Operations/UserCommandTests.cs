using FluxUs.Consult.Accounts;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Operations;

public class UserCommandTests
{
    [Fact]
    public async Task A_person_is_invited_into_a_study_by_a_link_on_standard_output()
    {
        await using var test = await TestStudy.Create();

        var (code, output, error) = await CommandLineTests.Run(test, "user", "add", "lea@test.example", "--study", "wood", "--role", "editor", "--role", "researcher");

        Assert.Equal(0, code);
        Assert.Contains("2026-12-01", error, StringComparison.Ordinal);
        var token = output.Trim()[(output.LastIndexOf('/') + 1)..];
        Assert.True((await test.Get<ReadLink>().Run(token, TestStudy.Cancellation)).IsDone);
        Assert.Equal(Roles.Editor | Roles.Researcher, Assert.Single(await test.All<Membership>()).Roles);
    }

    [Fact]
    public async Task An_account_is_given_back_by_a_link_and_an_unknown_address_is_refused()
    {
        await using var test = await TestStudy.Create();
        await test.AddAccount("lea@test.example");

        var known = await CommandLineTests.Run(test, "user", "reset", "lea@test.example");
        var unknown = await CommandLineTests.Run(test, "user", "reset", "max@test.example");

        Assert.Equal(0, known.Code);
        Assert.Contains("/links/", known.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (unknown.Code, unknown.Output));
        Assert.Contains("max@test.example", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user", "add", "lea@test.example", "--study", "wood")]
    [InlineData("user", "add", "lea@test.example", "--study", "wood", "--role", "king")]
    [InlineData("user", "add")]
    public async Task A_command_that_is_not_understood_ends_with_two(params string[] arguments)
    {
        await using var test = await TestStudy.Create();

        var (code, output, _) = await CommandLineTests.Run(test, arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Empty(await test.All<Account>());
    }
}
