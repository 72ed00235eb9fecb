using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Fields;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Accounts.Pages;

/// <summary>A page of the door or of one's own account.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter] protected HttpContext Http { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [Inject] protected IStringLocalizer<AccountsTexts> T { get; set; } = null!;

    /// <summary>Where one wanted to go.</summary>
    [SupplyParameterFromQuery(Name = "back")] public string? Back { get; set; }

    private IReadOnlyList<Refusal> _refusals = [];

    protected SignedIn? Person => SignedIn.From(Http.User);

    protected CancellationToken Cancellation => Http.RequestAborted;

    protected PostedForm Posted(string form) => PostedForm.Of(Http, form);

    /// <summary>Why the act of this form was refused.</summary>
    protected IReadOnlyList<Refusal> RefusalsOf(string form) => Posted(form).Any ? _refusals : [];

    protected bool Succeeded<T>(Outcome<T> outcome)
    {
        _refusals = outcome.Refusals;
        if (outcome.Kind == OutcomeKind.NotFound) Navigation.NotFound();
        return outcome.IsDone;
    }

    protected void Refuse(string key, string? field = null, params object[] arguments) =>
        _refusals = Outcome.Refused<AccountsTexts>(key, field, arguments).Refusals;

    /// <summary>Goes where one wanted to go; an address of another site is not followed.</summary>
    protected void GoOn(string otherwise = "/") => Navigation.NavigateTo(LanguageChoice.IsLocal(Back) ? Back! : otherwise);

    protected string WithBack(string path) => LanguageChoice.IsLocal(Back) ? $"{path}?back={Uri.EscapeDataString(Back!)}" : path;

    /// <summary>What the answer of the door means for the page: true when the session is open.</summary>
    protected bool IsIn(SignInAnswer answer, string wrong, string? field)
    {
        switch (answer)
        {
            case SignInAnswer.Done: return true;
            case SignInAnswer.NeedsSecondFactor: Navigation.NavigateTo(WithBack("/sign-in/second-factor")); break;
            case SignInAnswer.LockedOut: Refuse("LockedOut"); break;
            default: Refuse(wrong, field); break;
        }

        return false;
    }
}
