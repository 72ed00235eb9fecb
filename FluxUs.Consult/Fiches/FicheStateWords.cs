using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Marks;

namespace FluxUs.Consult.Fiches;

/// <summary>How the state of a fiche is said, the same wherever it is named: an approval with a reserve is never told as a plain one.</summary>
public static class FicheStateWords
{
    /// <summary>The text of the room that says it.</summary>
    /// <param name="hasReserve">Whether a member whose word counts approves it with a reserve.</param>
    public static string Key(FicheState state, bool hasReserve) => $"FicheState.{state}{(state == FicheState.Approved && hasReserve ? "WithReserve" : "")}";

    /// <summary>Its colour, the same on every page; a reserve still asks to be looked at.</summary>
    public static StateTone Tone(FicheState state, bool hasReserve) => state switch
    {
        FicheState.Published => StateTone.Done,
        FicheState.Approved => hasReserve ? StateTone.Review : StateTone.Done,
        FicheState.InReview => StateTone.Review,
        _ => StateTone.Draft,
    };

    /// <summary>The fiches of a study that a member whose word counts approves with a reserve in their current round.</summary>
    public static IQueryable<Guid> FichesWithReserve(this ConsultDbContext db, Guid studyId) =>
        from fiche in db.Set<Fiche>()
        join word in db.Set<FicheApproval>() on new { fiche.Id, fiche.Round } equals new { Id = word.FicheId, word.Round }
        where fiche.StudyId == studyId && word.Approves && word.HasReserve && word.Interest == ""
        select fiche.Id;
}
