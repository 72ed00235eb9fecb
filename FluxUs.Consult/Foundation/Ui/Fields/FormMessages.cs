using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Foundation.Ui.Fields;

/// <summary>
/// What is to be mended in a form before it is taken: messages in the reader's language, by the name of the field. Cascaded around the
/// form's fields it reaches each one; <see cref="FormSummary"/> lists them all.
/// </summary>
public sealed class FormMessages
{
    private readonly List<FormMessage> all = [];

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<FormMessage> All => all;

    public bool Any => all.Count > 0;

    /// <summary>What an act refused, said in the reader's language.</summary>
    public static FormMessages Of(IEnumerable<Refusal> refusals, RefusalTexts texts)
    {
        var messages = new FormMessages();
        foreach (var refusal in refusals) messages.Add(refusal.Field ?? "", texts.Say(refusal));
        return messages;
    }

    /// <param name="field">The <c>name</c> of the field; empty for the form as a whole.</param>
    /// <param name="text">What happened, where, and what to do.</param>
    public void Add(string field, string text) => all.Add(new(field, text));

    public string? For(string field) => all.FirstOrDefault(message => message.Field.Equals(field, StringComparison.OrdinalIgnoreCase))?.Text;

    /// <summary>The id under which a field of this name stands in the page.</summary>
    public static string IdOf(string name) => "f-" + name.Replace('.', '-').Replace('[', '-').Replace(']', '-');
}

/// <param name="Field">The <c>name</c> of the field; empty for the form as a whole.</param>
/// <param name="Text">In the reader's language.</param>
public sealed record FormMessage(string Field, string Text);
