using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Priorities;

/// <summary>A line of a decision in words, on the page and in the record.</summary>
internal static class DecisionWords
{
    /// <param name="tieIsOpen">Those tied at the cut still wait.</param>
    public static string State(IStringLocalizer<PrioritiesTexts> texts, DecisionRow row, bool tieIsOpen = false) => (row.IsRetained, row.Ground) switch
    {
        (true, DecisionGround.Vote) => texts["RetainedState.RetainedByVote"],
        (true, DecisionGround.Change) => texts[row.IsTied ? "TiedRetainedByReason" : "RetainedState.RetainedByChange"],
        (true, _) => texts["RetainedState.Retained"],
        (false, DecisionGround.Vote) => texts["RetainedState.NotRetainedByVote"],
        (false, DecisionGround.Change) => texts[row.IsTied ? "TiedDroppedByReason" : "RetainedState.NotRetainedByChange"],
        _ => row.IsTied && tieIsOpen ? texts["TiedWaiting"] : texts["RetainedState.NotRetained"],
    };
}
