using System.Collections;
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

/// <summary>Finds what is longer than its property may be among the changes about to be written.</summary>
internal static class LongestTexts
{
    private sealed record Limited(PropertyInfo Property, int? Most);

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Limited>> Known = new();

    public static IReadOnlyList<Refusal> Over(ChangeTracker changes) =>
        [.. changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).SelectMany(entry => Over(entry.Entity)).DistinctBy(refusal => refusal.Field)];

    private static IEnumerable<Refusal> Over(object holder)
    {
        foreach (var (property, limit) in Known.GetOrAdd(holder.GetType(), Of))
        {
            var value = property.GetValue(holder);
            if (limit is not { } most)
            {
                foreach (var refusal in value is null ? [] : Over(value)) yield return refusal;
            }
            else if (Length(value) > most)
            {
                yield return new Refusal(typeof(DataTexts), "TextTooLong", property.Name, [most]);
            }
        }
    }

    private static int Length(object? value) => value switch
    {
        string text => text.Length,
        LocalText text => Math.Max(text.French.Length, Math.Max(text.Dutch.Length, text.English.Length)),
        _ => 0,
    };

    // A value of several fields, such as a measure, has limits of its own; another entity is looked at when it is written itself.
    private static IReadOnlyList<Limited> Of(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => new Limited(property, property.GetCustomAttribute<LongestAttribute>()?.Characters))
            .Where(one => one.Most is not null || IsValueWithLimits(one.Property.PropertyType)),
    ];

    private static bool IsValueWithLimits(Type type) => type.IsClass && type.Assembly == typeof(LongestTexts).Assembly && !typeof(IEnumerable).IsAssignableFrom(type)
        && type.GetMethod("<Clone>$") is not null && Array.Exists(type.GetProperties(), property => property.IsDefined(typeof(LongestAttribute)));
}
