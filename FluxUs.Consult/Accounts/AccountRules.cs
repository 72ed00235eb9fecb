namespace FluxUs.Consult.Accounts;

/// <summary>What an installation asks of those who sign in. Section <c>Accounts</c> of the configuration.</summary>
public sealed class AccountRules
{
    /// <summary>Whoever may read identities signs in with a second factor. Off in Development only, where everything is invented.</summary>
    public bool SecondFactorRequired { get; set; } = true;

    /// <summary>How many attempts to sign in one address of the network has in a minute.</summary>
    public int AttemptsPerMinute { get; set; } = 20;

    /// <summary>For how long a password or passkey just given opens what asks for it again, such as an expert's identity.</summary>
    public static readonly TimeSpan ConfirmationLasts = TimeSpan.FromMinutes(10);
}

/// <summary>Accounts asks the room that knows roles whether an account must sign in with a second factor.</summary>
public interface ISecondFactorRule
{
    Task<bool> IsRequiredFor(Guid accountId, CancellationToken cancellation);
}
