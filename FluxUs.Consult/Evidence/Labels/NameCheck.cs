using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Labels;

/// <param name="Place">Where the text stands, as the caller will show it.</param>
public sealed record CheckedText(string Place, string Text);

/// <summary>One place where a name stands that may not.</summary>
public sealed record NameHit(string Place, int Start, int Length);

/// <param name="Hits">Where; empty for whoever may not read identities, who could guess names by it.</param>
public sealed record NameCheckResult(bool FoundAny, IReadOnlyList<NameHit> Hits);

/// <summary>Looks for the name of any expert who may not be named, in texts that are about to leave: whole words, without regard to
/// case or accents, the surname alone included.</summary>
public sealed class NameCheck(ConsultDbContext db, IdentitySeal seal, TimeProvider time)
{
    public async Task<Outcome<NameCheckResult>> Run(StudyAccess access, IReadOnlyList<CheckedText> texts, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return Outcome.Forbidden;
        var names = await Names(access.StudyId, cancellation);
        var hits = texts.SelectMany(text => names.In(text.Text).Select(found => new NameHit(text.Place, found.Start, found.Length))).ToList();
        return new NameCheckResult(hits.Count > 0, access.May(Permission.ReadIdentities) ? hits : []);
    }

    private async Task<ExpertNames> Names(Guid studyId, CancellationToken cancellation)
    {
        var experts = await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents)
            .Where(expert => expert.StudyId == studyId).ToListAsync(cancellation);
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var (sought, printed) = (new List<string>(), new List<string>());
        // An erased identity has no name left to look for.
        foreach (var expert in experts.Where(expert => expert.SealedName.Length > 0 && expert.WrappedKey.Length > 0))
        {
            var isNamed = expert.StandingOn(day).Attribution == Attribution.Named;
            (isNamed ? printed : sought).Add(seal.Open(expert).Name);
        }

        return new ExpertNames(sought, printed);
    }
}
