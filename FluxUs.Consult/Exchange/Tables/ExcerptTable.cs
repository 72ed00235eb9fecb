using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>The excerpts of texts that are free of names and of people whose consent is in force. Who speaks is told by class of role,
/// where the label of the text tells it too. Memos stay: nobody reads them for names.</summary>
/// <param name="Codes">E-12/7 of every excerpt that other tables may point at: of people whose consent is in force, and of documents.</param>
/// <param name="Free">Those that are in the table.</param>
internal sealed record ExcerptTable(ITable Table, IReadOnlyDictionary<Guid, string> Codes, IReadOnlySet<Guid> Free)
{
    private sealed record Row(Excerpt Excerpt, string Source, SourceKind Kind, string Language, int? Page, TimeSpan? From);

    public static async Task<ExcerptTable> Read(ConsultDbContext db, ExcerptSources sources, StudyCodes codes, ToldRoles told, CancellationToken cancellation)
    {
        var all = await db.Set<Excerpt>().AsNoTracking().Where(found => found.StudyId == codes.StudyId)
            .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt.Id, excerpt.Number, excerpt.SourceTextId, text.Code })
            .ToListAsync(cancellation);
        var free = db.Set<Excerpt>().AsNoTracking().Where(found => found.StudyId == codes.StudyId
            && db.Set<SourceText>().Any(text => text.Id == found.SourceTextId && text.FreeOfNamesAt != null));
        var excerpts = await free.Include(found => found.Tags).Include(found => found.Offerings).AsSplitQuery().ToListAsync(cancellation);
        var texts = (await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == codes.StudyId && text.FreeOfNamesAt != null)
            .Select(text => new { text.Id, text.Kind, text.Language }).ToListAsync(cancellation)).ToDictionary(text => text.Id);
        var segments = (await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == codes.StudyId && text.FreeOfNamesAt != null)
            .SelectMany(text => text.Versions).SelectMany(version => version.Segments, (version, segment) => new { version.SourceTextId, version.Number, segment.Start, segment.Page, segment.From, segment.Captions })
            .OrderBy(segment => segment.Start).ToListAsync(cancellation)).ToLookup(segment => (segment.SourceTextId, segment.Number));
        var voices = (await sources.Of(free, cancellation)).Where(source => source.RoleClassId is not null).ToLookup(source => source.ExcerptId, source => codes.RoleClasses[source.RoleClassId!.Value]);
        var open = excerpts.Where(excerpt => told.MayLeave(excerpt.SourceTextId)).ToList();
        var tags = await db.Set<Tag>().Where(found => found.StudyId == codes.StudyId).ToDictionaryAsync(found => found.Id, found => found.Code, cancellation);
        var stages = await db.Set<Offering>().Where(found => found.StudyId == codes.StudyId).SelectMany(found => found.Stages)
            .Select(stage => new { stage.Id, stage.Order }).ToDictionaryAsync(stage => stage.Id, stage => stage.Order, cancellation);

        var known = all.Where(found => told.MayLeave(found.SourceTextId)).ToDictionary(found => found.Id, found => FormattableString.Invariant($"{found.Code}/{found.Number}"));
        var source = all.ToDictionary(found => found.Id, found => found.Code);
        var rows = open.Select(excerpt =>
            {
                var segment = segments[(excerpt.SourceTextId, excerpt.TextVersion)].LastOrDefault(segment => segment.Start <= excerpt.Start);
                return new Row(excerpt, source[excerpt.Id], texts[excerpt.SourceTextId].Kind, texts[excerpt.SourceTextId].Language, segment?.Page,
                    segment is null ? null : CaptionTimes.At(segment.Captions, excerpt.Start - segment.Start) ?? segment.From);
            })
            .OrderBy(row => row.Source.Length).ThenBy(row => row.Source, StringComparer.Ordinal).ThenBy(row => row.Excerpt.Number).ToList();
        var table = new Table<Row>(
            "excerpts.csv", rows,
            new("code", row => known[row.Excerpt.Id]), new("source", row => row.Source), new("source_kind", row => row.Kind), new("language", row => row.Language),
            new("quote", row => row.Excerpt.Quote), new("tags", row => Cells.Join(row.Excerpt.Tags.Select(tag => tags[tag.TagId]))),
            new("offerings", row => codes.OfferingsOf(row.Excerpt.Offerings.Select(offering => offering.OfferingId))),
            new("stage_order", row => row.Excerpt.StageId is { } stage && stages.TryGetValue(stage, out var order) ? order : null),
            new("role_classes", row => told.OfText(row.Excerpt.SourceTextId) ? Cells.Join(voices[row.Excerpt.Id].Distinct()) : ""), new("page", row => row.Page), new("from", row => row.From),
            new("start", row => row.Excerpt.Start), new("length", row => row.Excerpt.Length), new("text_version", row => row.Excerpt.TextVersion), new("place", row => row.Excerpt.Place),
            new("coded_at", row => row.Excerpt.CodedAt));
        return new ExcerptTable(table, known, open.Select(excerpt => excerpt.Id).ToHashSet());
    }
}
