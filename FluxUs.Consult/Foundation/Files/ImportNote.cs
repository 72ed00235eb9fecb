using System.Globalization;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>What became of the thing that a note speaks of.</summary>
public enum ImportEffect
{
    /// <summary>Nothing changed; worth knowing.</summary>
    Information,

    /// <summary>It came in, changed as the note says.</summary>
    Repaired,

    /// <summary>It did not come in.</summary>
    Dropped,
}

/// <summary>One sentence about an import: which file, where in it, what was dropped or repaired and why.</summary>
/// <param name="Key">A key of <see cref="FilesTexts"/>.</param>
public sealed record ImportNote(
    string FileName, ImportPlace? Place, ImportEffect Effect, string Key, IReadOnlyList<string> Arguments)
{
    /// <summary>The whole sentence, file and place included.</summary>
    public string Describe(CultureInfo culture) => FilesTexts.Sentence(culture, FileName, Place, Key, Arguments);

    /// <summary>What happened, without file and place.</summary>
    public string What(CultureInfo culture) => FilesTexts.Say(culture, Key, [.. Arguments]);
}

/// <summary>Why a whole file does not come in: which file, where in it, what is wrong and what to do.</summary>
/// <param name="Key">A key of <see cref="FilesTexts"/>.</param>
public sealed record ImportRefusal(string FileName, ImportPlace? Place, string Key, IReadOnlyList<string> Arguments)
{
    public ImportRefusal(string fileName, string key, params string[] arguments)
        : this(fileName, null, key, arguments)
    {
    }

    public string Describe(CultureInfo culture) => FilesTexts.Sentence(culture, FileName, Place, Key, Arguments);

    public string What(CultureInfo culture) => FilesTexts.Say(culture, Key, [.. Arguments]);
}

/// <summary>What came of reading a file: a value, or the reason why there is none.</summary>
public sealed record FileReading<T>(T? Value, ImportRefusal? Refusal)
    where T : class
{
    public static implicit operator FileReading<T>(T value) => new(value, null);

    public static implicit operator FileReading<T>(ImportRefusal refusal) => new(null, refusal);

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Value is not null;
}

/// <summary>Carries a refusal out of the depth of a reader; every public reader turns it into a <see cref="FileReading{T}"/>.</summary>
public sealed class FileRefusedException : IOException
{
    public FileRefusedException(ImportRefusal refusal)
        : base(refusal.Key) => Refusal = refusal;

    public ImportRefusal Refusal { get; }
}
