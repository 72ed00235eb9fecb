using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Overview.Ecosystem.Tables;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview.Ecosystem.Chapter;

/// <summary>The ecosystem as a chapter of a pack, for the public: no expert is in it, and only sources whose words may leave are counted.</summary>
public sealed class EcosystemChapter(
    ConsultDbContext db, GatherEcosystem gather, CountStages count, ListOrganisations organisations, ListProgrammes programmes, AttributionLabels labels, TimeProvider time) : IPackChapter
{
    public async Task<FicheDocument?> Compose(StudyAccess access, string language, CancellationToken cancellation)
    {
        var contents = await gather.Of(access.StudyId, cancellation);
        if (contents.Flows.Count == 0) return null;
        var study = await db.Set<Study>().AsNoTracking().FirstAsync(found => found.Id == access.StudyId, cancellation);
        var tables = new ChapterTables(new EcosystemWords(CultureInfo.GetCultureInfo(language)), contents);
        var (words, day) = (tables.Words, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var (doing, working) = (await organisations.Of(access.StudyId, cancellation), await programmes.Of(access.StudyId, cancellation));
        var stages = StageLines.All(contents, await count.Of(await Public(access, language, cancellation), cancellation));
        var documents = contents.Figures.SelectMany(group => group.Figures).Select(figure => figure.Source).Concat(working.Select(row => row.Source));

        var details = new DocumentDetails
        {
            Title = words.Say("EcosystemTitle"),
            Language = language,
            Identifier = study.Id,
            Date = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            Author = study.Funder.In(language),
            Footer = study.Name.In(language),
        };
        return new FicheDocument(details,
        [
            new HeadingBlock(1, [words.Say("EcosystemTitle")]),
            new ParagraphBlock([words.Picture(contents.Offerings, contents.Flows.Count)], ParagraphRole.Lead),
            .. Pictures(contents, tables),
            .. tables.Quantities(),
            .. tables.Offerings(),
            .. tables.Stages(stages),
            .. tables.Organisations(doing),
            .. tables.Programmes(working),
            .. tables.Documents(documents),
            new ParagraphBlock([words.Say("ChapterState", Formatting.Date(day, words.Culture))], ParagraphRole.Small),
        ]);
    }

    private static IEnumerable<Block> Pictures(EcosystemContents contents, ChapterTables tables)
    {
        var drawings = EcosystemDrawing.Of(contents.Flows, tables.Words);
        for (var at = 0; at < drawings.Count; at++)
        {
            // What all drawings show is said once, before the first.
            var isLast = at == drawings.Count - 1;
            yield return new FigureBlock(at == 0 ? tables.Alternative() : tables.Words.Say("PictureGoesOn"), drawings[at])
            {
                Caption = isLast ? [$"{tables.Words.Say("EcosystemLead")} {tables.Words.Say("MapNote")}"] : [],
                Twin = at == 0 ? tables.Placed() : null,
            };
        }
    }

    /// <summary>Excerpts of the sources that may be printed for everyone.</summary>
    private async Task<IQueryable<Excerpt>> Public(StudyAccess access, string language, CancellationToken cancellation)
    {
        var texts = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == access.StudyId).Select(text => text.Id).ToListAsync(cancellation);
        var known = (await labels.Run(access, new LabelRequest(texts, null, Audience.Public, language), cancellation)).Value ?? ImmutableDictionary<Guid, SourceLabel>.Empty;
        var printed = known.Values.Where(label => label.MayBePrinted).Select(label => label.SourceTextId).ToList();
        return db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && printed.Contains(excerpt.SourceTextId));
    }
}
