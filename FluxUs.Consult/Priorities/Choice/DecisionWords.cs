using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Priorities;

/// <summary>A line of a decision in words, on the page and in the record.</summary>
internal static class DecisionWords
{
    public static string State(IStringLocalizer<PrioritiesTexts> texts, DecisionRow row) => (row.IsRetained, row.Ground) switch
    {
        (true, DecisionGround.Vote) => texts["RetainedState.RetainedByVote"],
        (true, DecisionGround.Change) => texts["RetainedState.RetainedByChange"],
        (true, _) => texts["RetainedState.Retained"],
        (false, DecisionGround.Vote) => texts["RetainedState.NotRetainedByVote"],
        (false, DecisionGround.Change) => texts["RetainedState.NotRetainedByChange"],
        _ => row.IsTied ? texts["TiedWaiting"] : texts["RetainedState.NotRetained"],
    };
}
