using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <summary>The team's answer to an opinion.</summary>
/// <param name="Version">What whoever corrects it saw.</param>
public sealed record AnswerLine(Settlement Settlement, string Words, string By, DateTime At, int Version);

/// <summary>One opinion of a member, as the committee and the team read it.</summary>
/// <param name="Title">Function and organisation; empty where none is recorded.</param>
/// <param name="Interest">Declared by the member: the word does not count then. Empty for none.</param>
/// <param name="Answer">Null while there is none.</param>
/// <param name="IsEarlier">Said in an earlier round of review, or changed since.</param>
/// <param name="IsLatest">What this member said last: that is what can be answered.</param>
public sealed record OpinionLine(
    Guid MemberId, string By, LocalText Title, Opinion Opinion, string Reason, string Interest, DateTime At, AnswerLine? Answer, bool IsEarlier, bool IsLatest)
{
    /// <summary>A reserve or an objection that nobody has answered: <see cref="OpinionLines.WordsToAnswer"/> asks the same of the database.</summary>
    public bool AwaitsAnswer => IsLatest && Opinion != Opinion.WithoutReserve && Answer is null;

    /// <summary>It gave a reason, and stands.</summary>
    public bool MayBeAnswered => IsLatest && Reason.Length > 0;
}

internal static class OpinionLines
{
    /// <summary>The words of the fiche's latest round, to be changed or counted.</summary>
    public static Task<List<FicheApproval>> WordsOn(this ConsultDbContext db, Fiche fiche, CancellationToken cancellation) =>
        db.Set<FicheApproval>().Where(word => word.FicheId == fiche.Id && word.Round == fiche.Round).ToListAsync(cancellation);

    /// <summary>What each member said of each fiche last: only that can be answered.</summary>
    public static IQueryable<FicheApproval> LatestWords(this ConsultDbContext db) => db.Set<FicheApproval>()
        .Where(word => !db.Set<FicheApproval>().Any(later => later.FicheId == word.FicheId && later.AccountId == word.AccountId && later.Round > word.Round));

    /// <summary>The reserves and objections that nobody has answered: <see cref="OpinionLine.AwaitsAnswer"/> asks the same of a line.</summary>
    public static IQueryable<FicheApproval> WordsToAnswer(this ConsultDbContext db) => db.LatestWords()
        .Where(word => (!word.Approves || word.HasReserve)
            && !db.Set<OpinionAnswer>().Any(answer => answer.FicheId == word.FicheId && answer.Round == word.Round && answer.MemberId == word.AccountId && answer.GivenAt == word.At));

    /// <summary>The words of the fiche's latest round, those with something to read first: against, with a reserve, without. Then, the
    /// last first, what was said before and gave a reason or had an answer.</summary>
    public static async Task<IReadOnlyList<OpinionLine>> OpinionsOn(this ConsultDbContext db, Fiche fiche, CancellationToken cancellation)
    {
        var words = await db.Set<FicheApproval>().AsNoTracking().Where(word => word.FicheId == fiche.Id).ToListAsync(cancellation);
        if (words.Count == 0) return [];
        var answers = await db.Set<OpinionAnswer>().AsNoTracking().Where(answer => answer.FicheId == fiche.Id).ToListAsync(cancellation);
        var people = words.Select(word => word.AccountId).Concat(answers.Select(answer => answer.AnsweredBy)).ToHashSet();
        var names = await db.Set<Account>().Where(account => people.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        var titles = await db.Set<Membership>().AsNoTracking().Where(membership => membership.StudyId == fiche.StudyId)
            .ToDictionaryAsync(membership => membership.AccountId, membership => membership.Title, cancellation);
        var last = words.GroupBy(word => word.AccountId).ToDictionary(group => group.Key, group => group.Max(word => word.Round));
        LocalText TitleOf(Guid member) => titles.GetValueOrDefault(member) ?? new LocalText("");
        AnswerLine? Line(OpinionAnswer? answer) => answer is null ? null : new AnswerLine(answer.Settlement, answer.Words, names[answer.AnsweredBy], answer.AnsweredAt, answer.Version);

        var said = words.ConvertAll(word => new OpinionLine(
            word.AccountId, names[word.AccountId], TitleOf(word.AccountId), word.Opinion, word.Reason, word.Interest, word.At,
            Line(answers.Find(answer => answer.Answers(word))), word.Round != fiche.Round, last[word.AccountId] == word.Round));
        var now = said.Where(line => !line.IsEarlier);
        var earlier = said.Where(line => line.IsEarlier && (line.Reason.Length > 0 || line.Answer is not null));
        // An answer keeps the opinion that its member has changed since.
        var replaced = answers.Where(answer => !words.Exists(answer.Answers)).Select(answer => new OpinionLine(
            answer.MemberId, names[answer.MemberId], TitleOf(answer.MemberId), answer.Opinion, answer.Reason, "", answer.GivenAt, Line(answer), true, false));
        return [
            .. now.OrderByDescending(line => line.Opinion).ThenBy(line => line.At).ThenBy(line => line.By, StringComparer.Ordinal),
            .. earlier.Concat(replaced).OrderByDescending(line => line.At).ThenBy(line => line.By, StringComparer.Ordinal),
        ];
    }
}
