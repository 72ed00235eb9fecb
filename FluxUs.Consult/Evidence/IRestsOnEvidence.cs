using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence;

/// <summary>What can lean on an excerpt, in the order of the thread.</summary>
public enum RestingKind { Finding, Recommendation, Fiche }

/// <summary>One thing that leans on an excerpt, directly or through others.</summary>
/// <param name="Kind">Where it stands on the thread.</param>
/// <param name="Code">K-07, R-03, P01.</param>
/// <param name="Statement">What it says, in the reader's language where it is said in it.</param>
/// <param name="State">Its state in the reader's language: "confiance modérée", "en relecture".</param>
/// <param name="Address">Below the study, without a slash at the start: "findings/K-07".</param>
/// <param name="IsFor">For a finding, whether the excerpt supports it or contradicts it; else null.</param>
public sealed record Resting(Guid ExcerptId, RestingKind Kind, string Code, string Statement, string State, string Address, bool? IsFor = null);

/// <summary>Rooms above say what leans on excerpts, so that the desk shows the whole thread and none is removed under their feet.</summary>
public interface IRestsOnEvidence
{
    /// <param name="excerptIds">Excerpts of the study; an empty list gives an empty answer.</param>
    Task<IReadOnlyList<Resting>> WhatRestsOn(StudyAccess access, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancellation);

    /// <summary>Only the findings that the excerpts found, without what leans on these.</summary>
    /// <param name="excerptIds">As above.</param>
    Task<IReadOnlyList<Resting>> FindingsOn(StudyAccess access, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancellation);
}
