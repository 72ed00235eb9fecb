using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Experts;

/// <summary>Labels of other people that tell less once an expert is gone, since too few are left who share a class of role.</summary>
/// <param name="Offering">The code of the offering on which they lose their function; null where the class itself is told no more.</param>
/// <param name="Before">People heard who share the class, on the offering where there is one.</param>
/// <param name="After">Those who are left.</param>
/// <param name="Codes">Of the people concerned: X07.</param>
public sealed record LessToldLabels(LocalText RoleClass, string? Offering, int Before, int After, IReadOnlyList<string> Codes);

/// <summary>A room above that computes labels.</summary>
public interface ITellsOfLabels
{
    /// <summary>What an expert's withdrawal would change in the labels of others; empty when nothing.</summary>
    Task<IReadOnlyList<LessToldLabels>> After(Guid studyId, Guid expertId, CancellationToken cancellation);
}
