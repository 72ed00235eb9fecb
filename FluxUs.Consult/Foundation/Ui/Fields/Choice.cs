namespace FluxUs.Consult.Foundation.Ui.Fields;

/// <summary>One of the things to choose from.</summary>
/// <param name="Value">What the form posts.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">What it means, where that helps to choose.</param>
/// <param name="IsClosed">It is shown and cannot be chosen; the hint says why.</param>
public sealed record Choice(string Value, string Text, string? Hint = null, bool IsClosed = false);
