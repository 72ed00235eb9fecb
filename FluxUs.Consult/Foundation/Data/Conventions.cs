using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>Something that two people can edit: the second to save is told, never overwrites in silence.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes, from 1; checked when saving.</summary>
    int Version { get; }
}

/// <summary>Left out of the audit trail: the trail itself, and what only serves the machinery.</summary>
public interface IUnaudited;

/// <summary>What an expert said or is. The audit trail keeps a keyed hash of it, never the text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ExpertWordsAttribute : Attribute;

/// <summary>Reads and writes every instant as UTC; SQLite cannot order by <see cref="DateTimeOffset"/>.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>A name or short text in the three languages of the interface; what is missing falls back to French, Dutch, English.</summary>
public sealed record LocalText
{
    public LocalText(string? french, string? dutch = null, string? english = null) =>
        (French, Dutch, English) = (french?.Trim() ?? "", dutch?.Trim() ?? "", english?.Trim() ?? "");

    public string French { get; private set; }
    public string Dutch { get; private set; }
    public string English { get; private set; }

    public bool IsEmpty => French.Length + Dutch.Length + English.Length == 0;

    /// <param name="language">A two-letter code or a culture name: fr, nl-BE, en...</param>
    public string In(string language)
    {
        var wanted = language.Length >= 2 ? language[..2] : language;
        var own = wanted switch { "nl" => Dutch, "en" => English, _ => French };
        return own.Length > 0 ? own : French.Length > 0 ? French : Dutch.Length > 0 ? Dutch : English;
    }

    /// <summary>The text in this language alone; empty when there is none.</summary>
    /// <param name="language">fr, nl or en.</param>
    public string Own(string language) => language switch { "nl" => Dutch, "en" => English, _ => French };

    /// <summary>Whether it is this text in one of its languages.</summary>
    public bool Says(string text) => text == French || text == Dutch || text == English;

    /// <summary>A text made for each language in turn, by its code.</summary>
    public static LocalText Each(Func<string, string> text) => new(text("fr"), text("nl"), text("en"));

    /// <summary>The same with the text of one language left out.</summary>
    public LocalText Without(string language) => new(language == "fr" ? "" : French, language == "nl" ? "" : Dutch, language == "en" ? "" : English);

    /// <summary>In the language of the reader.</summary>
    public override string ToString() => In(System.Globalization.CultureInfo.CurrentUICulture.Name);
}
