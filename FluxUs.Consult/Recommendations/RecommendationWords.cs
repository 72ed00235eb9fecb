using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Fields;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Recommendations;

/// <summary>How pages of this room name levels, lacks and mixes of sources.</summary>
internal static class RecommendationWords
{
    /// <summary>In the list of what may lack: a translation that its source has moved away from.</summary>
    public const string StaleChoice = "StaleTranslation";

    /// <summary>From 1 (very low) to 4 (high); 0 when not weighed.</summary>
    public static int Bars(ConfidenceLevel? level) => level is { } known ? (int)known + 1 : 0;

    public static IReadOnlyList<Choice> Choices<T>(IStringLocalizer<RecommendationsTexts> texts) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), texts[$"{typeof(T).Name}.{value}"]))];

    /// <summary>"4 personnes de 3 classes de rôle, 1 document".</summary>
    public static string Mix(IStringLocalizer<RecommendationsTexts> texts, SupportCount support)
    {
        if (support.HasNoExcerpt) return texts["MixNone"];
        var parts = new List<string>();
        if (support.PeopleFor > 0)
            parts.Add(support.RoleClasses == 1 ? texts.Count("MixPeopleOneClass", support.PeopleFor) : texts.Count("MixPeople", support.PeopleFor, support.RoleClasses));
        if (support.DocumentsFor > 0) parts.Add(texts.Count("MixDocuments", support.DocumentsFor));
        return string.Join(", ", parts);
    }
}
