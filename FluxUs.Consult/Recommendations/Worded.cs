using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Recommendations;

/// <summary>Words with the language they are in, which is not always the one that was asked for.</summary>
/// <param name="Language">fr, nl or en.</param>
public sealed record Worded(string Text, string Language)
{
    /// <summary>The translation into the wanted language where there is one, else the words as they were written.</summary>
    public static Worded In(string wanted, string source, string sourceLanguage, string translation) =>
        wanted == sourceLanguage || translation.Length == 0 ? new Worded(source, sourceLanguage) : new Worded(translation, wanted);

    public static Worded In(string wanted, string source, string sourceLanguage, LocalText translations) =>
        In(wanted, source, sourceLanguage, translations.Own(wanted));

    /// <summary>As a page shows it.</summary>
    public override string ToString() => PrintableText.AsLong(Text, Language);
}
