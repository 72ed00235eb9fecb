using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Recommendations;

/// <summary>What leans on a finding from a room above: a key message or a section of a fiche.</summary>
/// <param name="FindingId">The finding that carries it.</param>
/// <param name="Title">What leans, in the reader's language: "Fiche P01, en relecture".</param>
/// <param name="Where">The place within it: "message 1".</param>
/// <param name="Address">Where it is read, below the study: "fiches/P01/fr".</param>
public sealed record FindingUse(Guid FindingId, string Title, string Where, string Address);

/// <summary>Rooms above say what rests on a finding, so that none is removed under their feet.</summary>
public interface IRestsOnFindings
{
    /// <param name="findingIds">Findings of the study; empty asks for all of them.</param>
    Task<IReadOnlyList<FindingUse>> UsesOf(StudyAccess access, IReadOnlyCollection<Guid> findingIds, CancellationToken cancellation);
}
