using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Studies;

/// <summary>Says roles in the reader's language.</summary>
public static class RoleWords
{
    private static readonly Roles[] InOrder = [Roles.Manager, Roles.Researcher, Roles.Editor, Roles.Committee];

    public static IEnumerable<Roles> Each(Roles roles) => InOrder.Where(role => roles.HasFlag(role));

    public static string Of(Roles roles, IStringLocalizer<StudiesTexts> texts) =>
        string.Join(", ", Each(roles).Select(role => texts["Roles." + role].Value));
}
