using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Listing;

public sealed record StageChoice(Guid Id, LocalText Name);

public sealed record OfferingChoice(Guid Id, string Code, LocalText Name, IReadOnlyList<StageChoice> Stages);

public sealed record RoleChoice(string Code, LocalText Name);

public sealed record CoderChoice(Guid Id, string Name);

/// <param name="Roles">Of people of whom this reader may be told it.</param>
/// <param name="Sources">Codes of interviews and documents whose texts this person may read.</param>
public sealed record ExcerptChoices(IReadOnlyList<OfferingChoice> Offerings, IReadOnlyList<RoleChoice> Roles, IReadOnlyList<string> Sources, IReadOnlyList<CoderChoice> Coders);

/// <summary>What excerpts can be looked for by, besides the codebook.</summary>
public sealed class ListExcerptChoices(ConsultDbContext db, TellableRoles tellable)
{
    public async Task<Outcome<ExcerptChoices>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return Outcome.Forbidden;
        var coders = await db.Set<Excerpt>().Where(excerpt => excerpt.StudyId == access.StudyId).Select(excerpt => excerpt.CodedBy).Distinct().ToListAsync(cancellation);
        var told = (await tellable.For(access, cancellation)).Values.ToHashSet();
        return new ExcerptChoices(
            await Offerings(db, access.StudyId, cancellation),
            await db.Set<RoleClass>().AsNoTracking().Where(role => role.StudyId == access.StudyId && told.Contains(role.Id)).OrderBy(role => role.Code).Select(role => new RoleChoice(role.Code, role.Name)).ToListAsync(cancellation),
            await Sources(db, access, cancellation),
            await db.Set<Account>().AsNoTracking().Where(account => coders.Contains(account.Id)).OrderBy(account => account.DisplayName).Select(account => new CoderChoice(account.Id, account.DisplayName)).ToListAsync(cancellation));
    }

    internal static async Task<IReadOnlyList<string>> Sources(ConsultDbContext db, StudyAccess access, CancellationToken cancellation) => await db.Set<SourceText>().AsNoTracking()
        .Where(SourceReading.OpenTo(access)).Select(text => text.Code).Distinct().OrderBy(code => code.Length).ThenBy(code => code).ToListAsync(cancellation);

    internal static async Task<IReadOnlyList<OfferingChoice>> Offerings(ConsultDbContext db, Guid studyId, CancellationToken cancellation)
    {
        var offerings = await db.Set<Offering>().AsNoTracking().Include(offering => offering.Stages).Where(offering => offering.StudyId == studyId).OrderBy(offering => offering.Code).ToListAsync(cancellation);
        return [.. offerings.Select(offering => new OfferingChoice(
            offering.Id, offering.Code, offering.Name, [.. offering.Stages.OrderBy(stage => stage.Order).Select(stage => new StageChoice(stage.Id, stage.Name))]))];
    }
}
