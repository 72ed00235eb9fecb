using Microsoft.AspNetCore.Components;

namespace FluxUs.Consult.Foundation.Ui.Fields;

/// <summary>What all fields of a form share: they are plain HTML, post under their <c>name</c>, and keep what was typed.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>The name under which the form posts it.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>The label above it.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>What helps to fill it in, under the label.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong with it; without one, what the form's <see cref="FormMessages"/> say of this name.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Whether it must be filled in; the others are marked as optional.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>Its id, when the one made of the name would stand twice in a page.</summary>
    [Parameter] public string? Id { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>Further attributes of the input itself (autocomplete, inputmode, maxlength...).</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    [CascadingParameter] public FormMessages? Messages { get; set; }

    protected string ElementId => Id ?? FormMessages.IdOf(Name);

    protected string? Message => Error ?? Messages?.For(Name);

    protected string? Invalid => Message is null ? null : "true";

    protected string HintId => ElementId + "-hint";

    protected string MessageId => ElementId + "-message";

    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : HintId, Message is null ? null : MessageId }.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    protected string? Wrong => Message is null ? null : "wrong";
}
