using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Foundation.Data;

internal static class OneLanguage
{
    /// <summary>A text that was of one language once: what stands in its column is the French, to which the others fall back.</summary>
    public static void WasOfOneLanguage<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, LocalText?>> text) where T : class
    {
        var property = builder.ComplexProperty(text);
        property.Property(words => words.French).HasColumnName(property.Metadata.PropertyInfo!.Name);
    }
}
