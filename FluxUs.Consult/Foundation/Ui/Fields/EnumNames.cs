namespace FluxUs.Consult.Foundation.Ui.Fields;

/// <summary>Reads what an address or a form names of a fixed list.</summary>
public static class EnumNames
{
    /// <summary>The value of that name; null for what is none, a number included.</summary>
    public static T? Parse<T>(string? name) where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name![0]) ? value : null;
}
