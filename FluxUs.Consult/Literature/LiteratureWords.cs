using FluxUs.Consult.Foundation.Ui.Fields;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Literature;

/// <summary>How pages of this room name kinds of documents.</summary>
internal static class LiteratureWords
{
    /// <summary>The CSL type in words; as it is written when it is a rare one.</summary>
    public static string TypeName(IStringLocalizer<LiteratureTexts> texts, string type) => texts[$"Type.{type}"] is { ResourceNotFound: false } known ? known.Value : type;

    public static IReadOnlyList<Choice> TypeChoices(IStringLocalizer<LiteratureTexts> texts, IEnumerable<string> types) => [.. types.Select(type => new Choice(type, TypeName(texts, type)))];
}
