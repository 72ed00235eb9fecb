using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence.Quotes;

/// <summary>Who reads which quotes, and where they may be printed: the one rule.</summary>
public static class QuoteReading
{
    /// <summary>Until a text is marked free of names, whoever is no researcher sees only its released quotes.</summary>
    public static bool IsOpenTo(StudyAccess access, Quote quote, bool textIsFreeOfNames) =>
        SourceReading.IsOpenTo(access, textIsFreeOfNames) || quote.IsReleasedFor(Audience.Team);

    /// <summary>Released by its expert for these readers, under a consent that holds.</summary>
    /// <param name="label">Of its source, computed for the same readers; null when there is none.</param>
    public static bool MayBePrinted(Quote quote, Audience readers, SourceLabel? label) => quote.IsReleasedFor(readers) && label is { MayBePrinted: true };
}
