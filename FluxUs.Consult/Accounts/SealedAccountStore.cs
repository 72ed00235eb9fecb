using System.Text;
using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

/// <summary>Keeps accounts, with the secret of an authenticator app and its recovery codes sealed: a copy of the database alone is
/// no second factor.</summary>
public sealed class SealedAccountStore(ConsultDbContext db, KeyRing keys) : UserOnlyStore<Account, ConsultDbContext, Guid>(db)
{
    private const string Mark = "sealed:";

    public override Task SetTokenAsync(Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Seal(value, user.Id, loginProvider, name), cancellationToken);

    public override async Task<string?> GetTokenAsync(Account user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? Open(value, user.Id, loginProvider, name) : null;

    /// <summary>Seals what a version that did not had written; call it before serving.</summary>
    public async Task SealAll(CancellationToken cancellation)
    {
        var plain = await Context.Set<IdentityUserToken<Guid>>().Where(token => token.Value != null && !token.Value.StartsWith(Mark)).ToListAsync(cancellation);
        if (plain.Count == 0) return;
        foreach (var token in plain) token.Value = Seal(token.Value!, token.UserId, token.LoginProvider, token.Name);
        await Context.SaveChangesAsync(cancellation);
        await Context.ForgetDeleted(cancellation);
    }

    private string Seal(string value, Guid user, string provider, string name) =>
        Mark + Convert.ToBase64String(SealedBytes.Seal(keys.Key("account-tokens"), Encoding.UTF8.GetBytes(value), Place(user, provider, name)));

    private string Open(string value, Guid user, string provider, string name) => value.StartsWith(Mark, StringComparison.Ordinal)
        ? Encoding.UTF8.GetString(SealedBytes.Open(keys.Key("account-tokens"), Convert.FromBase64String(value[Mark.Length..]), Place(user, provider, name)))
        : value;

    private static string Place(Guid user, string provider, string name) => $"AccountToken|Value|{user}|{provider}|{name}";
}
