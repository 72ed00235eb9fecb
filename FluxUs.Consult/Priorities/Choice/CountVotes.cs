using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Priorities;

/// <param name="Reason">What the record says beside the count; may be empty.</param>
public sealed record CountVotesRequest(Guid Operation, int Version, string Reason);

/// <summary>Closes the vote on those tied at the cut, and retains the ones with the most votes.</summary>
public sealed class CountVotes(ConsultDbContext db, IStringLocalizer<PrioritiesTexts> texts)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, CountVotesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.PrepareDecisions)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            if (await db.Open(access, cancellation) is not { } decision) return Outcome.NotFound;
            if (!decision.TieIsOpen) return Outcome.Refused<PrioritiesTexts>("VoteIsClosed");
            decision.TakeBackVotes(decision.KeptOut(await db.InterestsIn(access, cancellation)));
            if (decision.Votes.Count == 0) return Outcome.Refused<PrioritiesTexts>("NobodyVoted");
            db.Expect(decision, request.Version);
            // The record is written in the study's language: everyone reads the same one.
            var language = await db.Set<Study>().Where(study => study.Id == access.StudyId).Select(study => study.Language).SingleAsync(cancellation);
            return decision.CountVotes((isRetained, votes) => Say(language, votes, decision.OnBallot.Count, isRetained ? request.Reason : ""))
                ? Nothing.Value
                : Outcome.Refused<PrioritiesTexts>("VoteIsTied");
        }, cancellation);
    }

    private string Say(string language, int votes, int ballot, string reason)
    {
        var reader = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return $"{texts.Count("PartedByVotes", votes, ballot)} {reason.Trim()}";
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }
}
