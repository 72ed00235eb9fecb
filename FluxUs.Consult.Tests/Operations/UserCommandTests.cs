using FluxUs.Consult.Accounts;
using FluxUs.Consult.Operations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Operations;

public class UserCommandTests
{
    [Fact]
    public async Task A_person_is_invited_into_a_study_by_a_link_on_standard_output()
    {
        await using var test = await TestStudy.Create();

        var (code, output, error) = await Run(test, "user", "add", "lea@test.example", "--study", "wood", "--role", "editor");

        Assert.Equal((0, ""), (code, error));
        var token = output.Trim()[(output.LastIndexOf('/') + 1)..];
        Assert.True((await test.Get<ReadLink>().Run(token, TestStudy.Cancellation)).IsDone);
        Assert.Equal(Roles.Editor, Assert.Single(await test.All<Membership>()).Roles);
    }

    [Fact]
    public async Task An_account_is_given_back_by_a_link_and_an_unknown_address_is_refused()
    {
        await using var test = await TestStudy.Create();
        await test.AddAccount("lea@test.example");

        var known = await Run(test, "user", "reset", "lea@test.example");
        var unknown = await Run(test, "user", "reset", "max@test.example");

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

        var (code, output, _) = await Run(test, arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Empty(await test.All<Account>());
    }

    private static async Task<(int Code, string Output, string Error)> Run(TestStudy test, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run(test.Services, arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
