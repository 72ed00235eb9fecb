using FluxUs.Consult.Foundation.Ui.Layout;

namespace FluxUs.Consult.Accounts;

/// <summary>Puts the person's name into the top bar, with the way to the account and out of it.</summary>
internal sealed class AccountShell : IShellContents
{
    public Task Fill(Shell shell, HttpContext context, CancellationToken cancellation)
    {
        if (SignedIn.From(context.User) is not { } person) return Task.CompletedTask;
        shell.AccountName = person.DisplayName;
        shell.AccountAddress = "/account";
        return Task.CompletedTask;
    }
}
