using System.Globalization;
using System.Resources;
using FluxUs.Consult.Experts;

namespace FluxUs.Consult.Evidence.Labels;

/// <summary>How much of a person a label tells, from nothing to the name.</summary>
public enum LabelLevel
{
    /// <summary>"expert·e": too few people share the role, or nobody agreed to more.</summary>
    Person,
    /// <summary>"expert·e, filière textile".</summary>
    Field,
    /// <summary>"opérateur de collecte, 2026".</summary>
    RoleClass,
    /// <summary>"responsable d'exploitation, opérateur de collecte, 2026".</summary>
    Function,
    /// <summary>"Ada Peeters, directrice, Rotor, 2026".</summary>
    Name,
}

/// <summary>What stands in the way of printing a source's words for an audience.</summary>
public enum LabelBar { None, NoConsent, Expired, Withdrawn }

/// <summary>What the rule needs to know of one person behind a source.</summary>
/// <param name="SameRole">People of the study who share the role class, this one included.</param>
/// <param name="SameRoleOnOffering">Those of them who spoke of the offering, this one included.</param>
public sealed record LabelledVoice(ConsentStanding Consent, string Name, string Function, string Organisation, string RoleClass, string Field, int SameRole, int SameRoleOnOffering);

/// <summary>The words beside a code, and whether they may be printed at all.</summary>
public sealed record LabelWords(LabelLevel Level, string Text, LabelBar Bar)
{
    public bool MayBePrinted => Bar == LabelBar.None;
}

/// <summary>Computes how the people behind a source are called, for one audience. In a small sector a role is a name: a role
/// stands only where others share it.</summary>
public static class LabelRule
{
    /// <summary>So many people must share what a label tells.</summary>
    public const int SmallCell = 3;

    private static readonly ResourceManager Texts = new(typeof(EvidenceTexts));

    /// <param name="year">Of the conversation.</param>
    /// <param name="language">Of the label: fr, nl or en.</param>
    public static LabelWords For(IReadOnlyList<LabelledVoice> voices, Audience audience, int? year, string language)
    {
        var bar = voices.Count == 0 ? LabelBar.NoConsent : voices.Max(voice => BarOf(voice.Consent.State));
        // Without a consent the team may work with the words; nobody else sees them. Withdrawn words are nobody's.
        if (audience == Audience.Team && bar != LabelBar.Withdrawn) bar = LabelBar.None;
        var level = voices.Count == 0 || bar != LabelBar.None ? LabelLevel.Person : voices.Min(LevelOf);
        return new(level, Words(voices, level, year, language), bar);
    }

    /// <summary>Whether anything may tell the class of role of a person.</summary>
    /// <param name="sameRole">People of the study who share it, this one included.</param>
    public static bool TellsRole(ConsentStanding consent, int sameRole) =>
        consent.Attribution is Attribution.Named || (consent.Attribution is Attribution.RoleOnly && sameRole >= SmallCell);

    private static LabelBar BarOf(ConsentState state) => state switch
    {
        ConsentState.Given => LabelBar.None,
        ConsentState.Expired => LabelBar.Expired,
        ConsentState.Withdrawn => LabelBar.Withdrawn,
        _ => LabelBar.NoConsent,
    };

    private static LabelLevel LevelOf(LabelledVoice voice) => voice.Consent.Attribution switch
    {
        Attribution.Named => LabelLevel.Name,
        Attribution.RoleOnly when voice.SameRoleOnOffering >= SmallCell && voice.SameRole >= SmallCell => LabelLevel.Function,
        Attribution.RoleOnly when TellsRole(voice.Consent, voice.SameRole) => LabelLevel.RoleClass,
        Attribution.RoleOnly => LabelLevel.Person,
        _ => LabelLevel.Field,
    };

    private static string Words(IReadOnlyList<LabelledVoice> voices, LabelLevel level, int? year, string language)
    {
        var person = Texts.GetString("Label.Person", CultureInfo.GetCultureInfo(language))!;
        switch (level)
        {
            case LabelLevel.Person:
                return person;
            case LabelLevel.Field:
                // Of several people only the field that they share is told.
                var fields = voices.Select(voice => voice.Field).Distinct().ToList();
                return fields is [{ Length: > 0 } field] ? $"{person}, {field}" : person;
            default:
                var people = voices.Select(voice => Join(level switch
                {
                    LabelLevel.Name => [voice.Name, voice.Function, voice.Organisation],
                    LabelLevel.Function => [voice.Function, voice.RoleClass],
                    _ => [voice.RoleClass],
                })).Distinct();
                return Join([string.Join("; ", people), year?.ToString(CultureInfo.InvariantCulture) ?? ""]);
        }
    }

    private static string Join(string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
