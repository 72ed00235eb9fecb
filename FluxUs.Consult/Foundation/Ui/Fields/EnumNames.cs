namespace FluxUs.Consult.Foundation.Ui.Fields;

/// <summary>Reads what an address or a form names of a fixed list.</summary>
public static class EnumNames
{
    /// <summary>The value of that name, whatever its case; null for what is none, such as a number or several names at once.</summary>
    public static T? Parse<T>(string? name) where T : struct, Enum =>
        Array.Exists(Enum.GetNames<T>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ? Enum.Parse<T>(name!, ignoreCase: true) : null;
}
