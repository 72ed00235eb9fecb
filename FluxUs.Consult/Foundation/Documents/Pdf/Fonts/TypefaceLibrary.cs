using System.Collections.Frozen;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

/// <summary>A family in its four forms.</summary>
internal sealed record TypefaceFamily(Typeface Regular, Typeface Italic, Typeface Strong, Typeface StrongItalic)
{
    public Typeface Of(bool strong, bool italic) => (strong, italic) switch
    {
        (true, true) => StrongItalic,
        (true, false) => Strong,
        (false, true) => Italic,
        _ => Regular,
    };
}

/// <summary>
/// The typefaces that are part of the program, loaded once. What the serif lacks is taken from the sans, which has the
/// box for missing characters.
/// </summary>
internal static class TypefaceLibrary
{
    private static readonly Lazy<FrozenDictionary<string, TypefaceFamily>> Families = new(Load);

    /// <exception cref="ArgumentException">There is no family of that name.</exception>
    public static TypefaceFamily Family(string name) =>
        Families.Value.TryGetValue(name, out var family) ? family : throw new ArgumentException($"No typeface is named {name}.", nameof(name));

    private static FrozenDictionary<string, TypefaceFamily> Load()
    {
        var sans = Family("SourceSans3", null);
        var serif = Family("SourceSerif4", sans);
        return new Dictionary<string, TypefaceFamily> { ["Source Sans 3"] = sans, ["Source Serif 4"] = serif }.ToFrozenDictionary();
    }

    private static TypefaceFamily Family(string file, TypefaceFamily? fallback) => new(
        Load(file + "-Regular", fallback?.Regular),
        Load(file + "-Italic", fallback?.Italic),
        Load(file + "-SemiBold", fallback?.Strong),
        Load(file + "-SemiBoldItalic", fallback?.StrongItalic));

    private static Typeface Load(string name, Typeface? fallback)
    {
        using var stream = typeof(TypefaceLibrary).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")
            ?? throw new InvalidOperationException($"The program lacks the typeface {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new Typeface(name, bytes, fallback);
    }
}
