using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;

namespace FluxUs.Consult.Recommendations;

/// <summary>A text whose source has changed since it was translated.</summary>
/// <param name="Name">As in <see cref="MeasureWording.Texts"/>.</param>
/// <param name="Then">What the translation was last said to follow.</param>
/// <param name="Now">What the source says.</param>
/// <param name="Said">The translation.</param>
public sealed record MovedText(string Name, string Then, string Now, string Said);

/// <summary>A translation that its source has moved away from, until somebody mends it or says that it is still right.</summary>
/// <param name="Language">Of the translation: fr, nl or en.</param>
public sealed record StaleTranslation(string Language, IReadOnlyList<MovedText> Texts)
{
    /// <summary>Of a finding.</summary>
    internal static IReadOnlyList<StaleTranslation> Of(string statement, string language, LocalText translations, LocalText followed) =>
    [
        .. Languages.All.Select(one => one.Code).Where(code => code != language && IsMoved(translations.Own(code), followed.Own(code), statement))
            .Select(code => new StaleTranslation(code, [new MovedText(nameof(MeasureWording.Statement), followed.Own(code), statement, translations.Own(code))])),
    ];

    /// <summary>Of a recommendation.</summary>
    internal static IReadOnlyList<StaleTranslation> Of(Recommendation recommendation) =>
    [
        .. recommendation.Translations.OrderBy(translation => Languages.All.ToList().FindIndex(one => one.Code == translation.Language))
            .Select(translation => new StaleTranslation(translation.Language,
                [.. MeasureWording.Texts.Where(text => IsMoved(text.Of(translation.Wording), text.Of(translation.TranslatedFrom), text.Of(recommendation.Wording)))
                    .Select(text => new MovedText(text.Name, text.Of(translation.TranslatedFrom), text.Of(recommendation.Wording), text.Of(translation.Wording)))]))
            .Where(translation => translation.Texts.Count > 0),
    ];

    private static bool IsMoved(string said, string then, string now) => said.Length > 0 && then != now;
}
