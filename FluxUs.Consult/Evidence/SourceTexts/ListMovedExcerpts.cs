using FluxUs.Consult.Evidence.Anchoring;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <summary>A passage with what stands around it.</summary>
public sealed record PassageShown(int Start, int Length, string Before, string Words, string After);

/// <param name="Old">Where it stood.</param>
/// <param name="Candidate">Where it most likely stands now; null when nothing like it was found.</param>
public sealed record MovedExcerpt(Guid Id, int Number, Guid SourceTextId, string SourceCode, int TextVersion, string Mark, PassageShown Old, PassageShown? Candidate);

/// <summary>Excerpts whose text was corrected and whose place in it is not certain, with the likeliest one.</summary>
public sealed class ListMovedExcerpts(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<MovedExcerpt>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        var excerpts = await db.Set<Excerpt>().AsNoTracking().Include(excerpt => excerpt.Tags).Include(excerpt => excerpt.Offerings)
            .Where(excerpt => excerpt.StudyId == access.StudyId && excerpt.Place == ExcerptPlace.Uncertain).AsSplitQuery().ToListAsync(cancellation);
        var moved = new List<MovedExcerpt>();
        foreach (var group in excerpts.GroupBy(excerpt => excerpt.SourceTextId))
        {
            var text = await db.Set<SourceText>().AsNoTracking().Where(found => found.Id == group.Key).Select(found => new { found.Code, found.CurrentVersion }).FirstAsync(cancellation);
            var versions = group.Select(excerpt => excerpt.TextVersion).Append(text.CurrentVersion).ToHashSet();
            var words = await db.Set<SourceTextVersion>().AsNoTracking().Where(version => version.SourceTextId == group.Key && versions.Contains(version.Number))
                .ToDictionaryAsync(version => version.Number, version => version.Text, cancellation);
            foreach (var version in group.GroupBy(excerpt => excerpt.TextVersion))
            {
                var anchors = version.Select(excerpt => new TextAnchor(excerpt.Start, excerpt.Length, excerpt.Quote, excerpt.Before, excerpt.After));
                var placements = Reanchoring.Place(words[version.Key], words[text.CurrentVersion], anchors);
                moved.AddRange(version.Zip(placements, (excerpt, placement) => new MovedExcerpt(
                    excerpt.Id, excerpt.Number, group.Key, text.Code, text.CurrentVersion, ExcerptState.Of(excerpt).Mark,
                    new PassageShown(excerpt.Start, excerpt.Length, excerpt.Before, excerpt.Quote, excerpt.After),
                    placement.New is { } place ? new PassageShown(place.Start, place.Length, place.Before, place.Quote, place.After) : null)));
            }
        }

        return moved.OrderBy(excerpt => excerpt.SourceCode.Length).ThenBy(excerpt => excerpt.SourceCode, StringComparer.Ordinal).ThenBy(excerpt => excerpt.Old.Start).ToList();
    }
}
