using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <summary>Who stands behind an excerpt: a person, or a document.</summary>
/// <param name="IsVoice">A person; else a document.</param>
/// <param name="SourceId">The expert, or the reference that the document is.</param>
/// <param name="RoleClassId">Of the person; null for a document.</param>
/// <param name="Code">E-12 or D-07.</param>
public sealed record ExcerptSource(Guid ExcerptId, bool IsVoice, Guid SourceId, Guid? RoleClassId, string Code);

/// <summary>The one answer to "how many distinct people and documents": every count of evidence starts here.</summary>
public sealed class ExcerptSources(ConsultDbContext db)
{
    /// <summary>One line for each excerpt and person or document behind it. In a conversation of several, the voice is that of
    /// the segment; where the segments name none, everyone who was there.</summary>
    /// <param name="excerpts">Excerpts of one study that the asker may count.</param>
    public async Task<IReadOnlyList<ExcerptSource>> Of(IQueryable<Excerpt> excerpts, CancellationToken cancellation)
    {
        var placed = excerpts.AsNoTracking()
            .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt, text });
        var lines = await placed
            .LeftJoin(db.Set<SourceVoice>(), all => all.text.Id, voice => voice.SourceTextId, (all, voice) => new { all.excerpt, all.text, ExpertId = (Guid?)voice!.ExpertId })
            .LeftJoin(db.Set<Expert>(), all => all.ExpertId, expert => expert.Id, (all, expert) => new
            {
                ExcerptId = all.excerpt.Id,
                all.text.Kind,
                all.text.OriginId,
                all.text.Code,
                all.ExpertId,
                RoleClassId = (Guid?)expert!.RoleClassId,
            })
            .ToListAsync(cancellation);

        var shared = lines.GroupBy(line => line.ExcerptId).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var speakers = shared.Count == 0 ? [] : await placed
            .Where(all => shared.Contains(all.excerpt.Id))
            .Join(db.Set<SourceTextVersion>(), all => new { all.text.Id, Number = all.excerpt.TextVersion },
                version => new { Id = version.SourceTextId, version.Number }, (all, version) => new { all.excerpt, version })
            .Join(db.Set<Segment>(), both => both.version.Id, segment => segment.SourceTextVersionId, (both, segment) => new { both.excerpt, segment })
            .Where(both => both.segment.ExpertId != null && both.segment.Start < both.excerpt.Start + both.excerpt.Length
                && both.segment.Start + both.segment.Length > both.excerpt.Start)
            .Select(both => new { ExcerptId = both.excerpt.Id, both.segment.ExpertId })
            .Distinct().ToListAsync(cancellation);
        var spoken = speakers.ToLookup(speaker => speaker.ExcerptId, speaker => speaker.ExpertId);

        return [.. lines
            .Where(line => line.ExpertId is null || !spoken.Contains(line.ExcerptId) || spoken[line.ExcerptId].Contains(line.ExpertId))
            .Select(line => new ExcerptSource(line.ExcerptId, line.Kind is SourceKind.Transcript or SourceKind.InterviewNotes, line.ExpertId ?? line.OriginId, line.RoleClassId, line.Code))];
    }
}
