using FluxUs.Consult.Foundation.Ui;
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

    /// <summary>Why: with how many votes, in the language of the reader, and the reason as it was written.</summary>
    public static string Reason(IStringLocalizer<PrioritiesTexts> texts, DecisionRow row) =>
        row.CountedVotes is { } votes ? $"{texts.Count("PartedByVotes", votes, row.Ballot)} {row.Reason}".Trim() : row.Reason;
}
