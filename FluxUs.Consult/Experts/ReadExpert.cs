using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>That a consent was recorded by mistake.</summary>
/// <param name="By">The account's display name; empty for the operator.</param>
/// <param name="Reason">Empty once the expert withdrew.</param>
public sealed record ConsentMistake(string By, DateTime At, string Reason);

/// <summary>A consent as the expert's page lists it.</summary>
/// <param name="Mistake">Null unless it was recorded by mistake.</param>
public sealed record ConsentRow(
    Guid Id, string FormVersion, DateOnly GivenOn, DateOnly? ValidUntil, Attribution Attribution, bool Recording, bool Transcript, ConsentReuse Reuse, DateOnly? WithdrawnOn, ConsentState State, ConsentMistake? Mistake)
{
    public bool MayBeMistaken => WithdrawnOn is null && Mistake is null;
}

/// <summary>That someone looked at the identity.</summary>
/// <param name="By">The account's display name; empty for the operator.</param>
public sealed record OpeningRow(string By, DateTime At);

/// <summary>An expert's page. The identity is not in it.</summary>
/// <param name="HasWithdrawn">Withdrew, and has not agreed again; nobody asks for another interview.</param>
public sealed record ExpertScreen(
    Guid Id, string Code, ExpertContents Contents, LocalText RoleClass, IReadOnlyList<ConsentRow> Consents, IReadOnlyList<OpeningRow> Openings, bool IsErased, bool HasWithdrawn, int Version);

public sealed class ReadExpert(ConsultDbContext db, TimeProvider time)
{
    private const int OpeningsShown = 20;

    public async Task<Outcome<ExpertScreen>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadIdentities)) return Outcome.Forbidden;
        var expert = await db.Set<Expert>().AsNoTracking().Include(found => found.Consents).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (expert is null) return Outcome.NotFound;
        var roleClass = await db.Set<RoleClass>().AsNoTracking().FirstAsync(found => found.Id == expert.RoleClassId, cancellation);
        var openings = await (
            from opening in db.Set<IdentityOpening>()
            join account in db.Set<Account>() on opening.OpenedBy equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            where opening.ExpertId == expert.Id
            orderby opening.At descending
            select new OpeningRow(account == null ? "" : account.DisplayName, opening.At)).Take(OpeningsShown).ToListAsync(cancellation);
        var marked = expert.Consents.Select(consent => consent.MistakenBy).OfType<Guid>().ToHashSet();
        var names = marked.Count == 0 ? [] : await db.Set<Account>().AsNoTracking().Where(account => marked.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new ExpertScreen(
            expert.Id, expert.Code, new ExpertContents(expert.RoleClassId, expert.Languages, expert.Field), roleClass.Name,
            [.. expert.Consents.OrderByDescending(consent => consent.GivenOn).ThenByDescending(consent => consent.Id).Select(consent => new ConsentRow(
                consent.Id, consent.FormVersion, consent.GivenOn, consent.ValidUntil, consent.Attribution, consent.Recording, consent.Transcript, consent.Reuse, consent.WithdrawnOn, consent.StateOn(today),
                consent.MistakenAt is { } at ? new ConsentMistake(names.GetValueOrDefault(consent.MistakenBy!.Value, ""), at, consent.MistakenReason ?? "") : null))],
            openings, expert.IsErased, expert.HasWithdrawn, expert.Version);
    }
}
