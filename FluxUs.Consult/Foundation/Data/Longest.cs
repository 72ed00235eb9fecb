using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>How long a text that people type may be, each language of it for itself. A longer one refuses the act that would
/// write it; the form then says so beside the field of that name.</summary>
/// <param name="characters">The greatest number of UTF-16 units.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongestAttribute(int characters) : Attribute
{
    /// <summary>A name, a title, one line.</summary>
    public const int Line = 300;

    /// <summary>A few sentences.</summary>
    public const int Paragraph = 4000;

    public int Characters => characters;
}

/// <summary>Finds what is longer than its property may be among the changes about to be written. What an act leaves as it was is not
/// judged: a limit may be younger than the text, and a withdrawal must never fail by it.</summary>
internal static class LongestTexts
{
    private static readonly ConcurrentDictionary<PropertyInfo, int?> Known = new();

    public static IReadOnlyList<Refusal> Over(ChangeTracker changes) =>
    [
        .. changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .SelectMany(entry => Over(entry.Properties, entry.ComplexProperties, entry.State is EntityState.Added)).DistinctBy(refusal => refusal.Field),
    ];

    /// <summary>For a text whose field is called otherwise than its property, or that no property holds.</summary>
    /// <param name="text">A text or one in three languages.</param>
    /// <returns>Null when it is short enough.</returns>
    public static Refusal? Over(string field, object text, int most) => Length(text) > most ? Refuse(field, most) : null;

    private static IEnumerable<Refusal> Over(IEnumerable<PropertyEntry> properties, IEnumerable<ComplexPropertyEntry> values, bool isNew)
    {
        foreach (var one in properties.Where(one => isNew || one.IsModified))
        {
            if (Refuse(one.Metadata.PropertyInfo, one.CurrentValue) is { } refusal) yield return refusal;
        }

        foreach (var value in values.Where(value => isNew || value.IsModified))
        {
            if (Refuse(value.Metadata.PropertyInfo, value.CurrentValue) is { } refusal) yield return refusal;
            // A value of several fields, such as a measure, has limits of its own.
            foreach (var within in Over(value.Properties, value.ComplexProperties, isNew)) yield return within;
        }
    }

    private static Refusal? Refuse(PropertyInfo? property, object? value) =>
        property is not null && Known.GetOrAdd(property, found => found.GetCustomAttribute<LongestAttribute>()?.Characters) is { } most && Length(value) > most
            ? Refuse(property.Name, most)
            : null;

    private static Refusal Refuse(string field, int most) => new(typeof(DataTexts), "TextTooLong", field, [most]);

    private static int Length(object? value) => value switch
    {
        string text => text.Length,
        LocalText text => Math.Max(text.French.Length, Math.Max(text.Dutch.Length, text.English.Length)),
        _ => 0,
    };
}
