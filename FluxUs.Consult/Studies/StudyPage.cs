using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace FluxUs.Consult.Studies;

/// <summary>A page of one study. It enters through <see cref="StudyDoor"/> before anything else: whoever is no member gets
/// the page for unknown addresses.</summary>
[Authorize]
public abstract class StudyPage : ComponentBase
{
    [Parameter] public string Slug { get; set; } = "";

    [Inject] private StudyDoor Door { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; private set; } = null!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;
    [CascadingParameter] private HttpContext? Http { get; set; }

    /// <summary>Set before <see cref="Load"/> runs.</summary>
    protected StudyAccess Access { get; private set; } = null!;

    /// <summary>True once everything was loaded: until then the page shows nothing.</summary>
    protected bool IsOpen { get; private set; }

    /// <summary>Why the last act was refused, for the form's summary and its fields.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>The last act came too late: someone else changed the same thing.</summary>
    protected bool ChangedMeanwhile { get; private set; }

    protected CancellationToken Cancellation => Http?.RequestAborted ?? CancellationToken.None;

    protected sealed override async Task OnInitializedAsync()
    {
        var access = await Door.Enter((await Authentication).User, Slug, Cancellation);
        if (access is null)
        {
            Navigation.NotFound();
            return;
        }

        Access = access;
        IsOpen = await Load();
        if (!IsOpen) Navigation.NotFound();
    }

    /// <summary>What the form of this name sent; nothing when another one did, or none.</summary>
    protected PostedForm Posted(string form) => PostedForm.Of(Http, form);

    /// <summary>Why the act of this form was refused, where a page has several.</summary>
    protected IReadOnlyList<Refusal> RefusalsOf(string form) => Posted(form).Any ? Refusals : [];

    /// <summary>Whether this form came too late.</summary>
    protected bool IsLate(string form) => ChangedMeanwhile && Posted(form).Any;

    /// <summary>Asks the page's queries.</summary>
    /// <returns>False when there is nothing here for this actor: the page answers 404.</returns>
    protected abstract Task<bool> Load();

    /// <summary>Takes what came of an act: true when done; else the reasons are kept for the form, or the page answers 404.</summary>
    protected bool Succeeded<T>(Outcome<T> outcome)
    {
        Refusals = outcome.Refusals;
        ChangedMeanwhile = outcome.Kind == OutcomeKind.Changed;
        if (outcome.Kind is OutcomeKind.NotFound or OutcomeKind.Forbidden) Navigation.NotFound();
        return outcome.IsDone;
    }

    /// <summary>The address of a page of this study: <c>At("interviews/E-12")</c>.</summary>
    protected string At(string path = "") => path.Length == 0 ? $"/studies/{Slug}" : $"/studies/{Slug}/{path}";
}
