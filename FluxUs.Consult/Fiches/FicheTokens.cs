using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches;

/// <summary>What the prose of a fiche points at: the one way to ask.</summary>
internal static class FicheTokens
{
    /// <summary>The facts that a text names by token, each once.</summary>
    public static IReadOnlySet<FactToken> Of(string text) =>
        text.Contains("[@", StringComparison.Ordinal) ? MarkdownReader.Read(text).Tokens.ToHashSet() : [];

    /// <summary>Those of all sections and messages.</summary>
    public static IReadOnlySet<FactToken> Tokens(this Fiche fiche) =>
        fiche.Sections.Select(section => section.Text.Text).Concat(fiche.Messages.Select(message => message.Text.Text)).SelectMany(Of).ToHashSet();
}
