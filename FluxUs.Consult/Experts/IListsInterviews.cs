using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Experts;

/// <summary>An interview with an expert, as the expert's page lists it.</summary>
/// <param name="Address">Below the study's.</param>
/// <param name="State">In the reader's language.</param>
public sealed record ExpertInterview(string Code, DateOnly Date, string Address, string State, IReadOnlyList<string> Offerings);

/// <summary>A room above that knows when whom was spoken to.</summary>
public interface IListsInterviews
{
    /// <summary>The interviews with an expert, the newest first.</summary>
    Task<IReadOnlyList<ExpertInterview>> With(StudyAccess access, Guid expertId, CancellationToken cancellation);
}
