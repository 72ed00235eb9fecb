using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>Gathers what surrounds the findings of a fiche: who was heard on what, how, what the committee says, and the fiche
/// that it translates. Classes of role are told only of those whose label may tell them.</summary>
public sealed class GatherContext(ConsultDbContext db, ExcerptSources people, TellableRoles roles, ReadOfferingPlace places, ListTerms glossary)
{
    /// <summary>More themes or kinds would not be read on paper.</summary>
    private const int MostThemes = 6, MostRoleClasses = 3;

    internal Task<List<Guid>> TextsOn(Guid studyId, Guid offeringId, CancellationToken cancellation) => db.Set<SourceText>().AsNoTracking()
        .Where(text => text.StudyId == studyId && text.Offerings.Any(one => one.OfferingId == offeringId)).OrderBy(text => text.Code).ThenBy(text => text.Id)
        .Select(text => text.Id).ToListAsync(cancellation);

    /// <param name="printable">The texts that may be printed for the readers of the fiche; the others are not counted either.</param>
    internal async Task<MatrixMaterial?> Matrix(Guid studyId, Guid offeringId, List<Guid> printable, string language, CancellationToken cancellation)
    {
        var excerpts = db.Set<Excerpt>().Where(excerpt => excerpt.StudyId == studyId && printable.Contains(excerpt.SourceTextId) && excerpt.Offerings.Any(one => one.OfferingId == offeringId));
        var tagged = await excerpts.AsNoTracking().SelectMany(excerpt => excerpt.Tags, (excerpt, tag) => new { excerpt.Id, tag.TagId })
            .Join(db.Set<Tag>(), one => one.TagId, tag => tag.Id, (one, tag) => new { one.Id, tag.ParentId }).Where(one => one.ParentId != null).ToListAsync(cancellation);
        if (tagged.Count == 0) return null;
        var axes = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == studyId && tag.Kind == TagKind.Axis).ToDictionaryAsync(tag => tag.Id, cancellation);
        var sources = await people.Of(excerpts, cancellation);
        var roleOf = await roles.Of(studyId, cancellation);
        var told = await ToldClasses(studyId, [.. sources.Where(source => source.IsVoice).Select(source => source.SourceId).Distinct()], roleOf, cancellation);
        var columns = told.OrderByDescending(one => one.People).ThenBy(one => one.Name.In(language), StringComparer.Ordinal).Take(MostRoleClasses).ToList();

        // Column of each source: its class, then the other people, then documents.
        int Column(ExcerptSource source) => !source.IsVoice ? columns.Count + 1
            : roleOf.TryGetValue(source.SourceId, out var role) && columns.FindIndex(column => column.Id == role) is var at and >= 0 ? at : columns.Count;
        var byExcerpt = sources.ToLookup(source => source.ExcerptId);
        var themes = tagged.Where(one => axes.ContainsKey(one.ParentId!.Value)).GroupBy(one => axes[one.ParentId!.Value])
            .Select(group => (Axis: group.Key, Counts: group.SelectMany(one => byExcerpt[one.Id]).Select(source => (Column: Column(source), source.SourceId)).Distinct()
                .GroupBy(one => one.Column).ToDictionary(one => one.Key, one => one.Count())))
            .Where(theme => theme.Counts.Count > 0)
            .OrderByDescending(theme => theme.Counts.Values.Sum()).ThenBy(theme => theme.Axis.Order).Take(MostThemes).ToList();
        if (themes.Count == 0) return null;
        return new MatrixMaterial(
            [.. columns.Select(column => new MatrixKind(MatrixKindOf.RoleClass, (column.Short.IsEmpty ? column.Name : column.Short).In(language))),
                new MatrixKind(MatrixKindOf.OtherPeople, ""), new MatrixKind(MatrixKindOf.Documents, "")],
            [.. themes.Select(theme => (theme.Axis.Name.In(language), (IReadOnlyList<int>)[.. Enumerable.Range(0, columns.Count + 2).Select(column => theme.Counts.GetValueOrDefault(column))]))]);
    }

    /// <param name="printable">As for the matrix.</param>
    /// <param name="cited">The texts that the sources of the fiche list.</param>
    /// <param name="documents">Codes of the documents that they list.</param>
    internal async Task<MethodMaterial> Method(
        Guid studyId, Guid offeringId, List<Guid> printable, IReadOnlyCollection<Guid> cited, IReadOnlySet<string> documents, string language, CancellationToken cancellation)
    {
        var texts = await db.Set<SourceText>().AsNoTracking()
            .Where(text => text.StudyId == studyId && (cited.Contains(text.Id) || (printable.Contains(text.Id) && (text.Offerings.Any(one => one.OfferingId == offeringId)
                || db.Set<Excerpt>().Any(excerpt => excerpt.SourceTextId == text.Id && excerpt.Offerings.Any(one => one.OfferingId == offeringId))))))
            .Select(text => new { text.Id, text.Code, text.OriginId, text.Kind, text.Date, Experts = text.Voices.Select(voice => voice.ExpertId).ToList() }).ToListAsync(cancellation);
        var heard = texts.Where(text => text.Kind is SourceKind.Transcript or SourceKind.InterviewNotes).ToList();
        var experts = heard.SelectMany(text => text.Experts).Distinct().ToList();
        var told = await ToldClasses(studyId, experts, await roles.Of(studyId, cancellation), cancellation);
        return new MethodMaterial(
            experts.Count, heard.Select(text => text.OriginId).Distinct().Count(), texts.Where(text => !heard.Contains(text)).Select(text => text.Code).Union(documents).Count(),
            heard.Min(text => text.Date), heard.Max(text => text.Date),
            [.. told.OrderByDescending(one => one.People).ThenBy(one => one.Name.In(language), StringComparer.Ordinal).Select(one => ((one.Short.IsEmpty ? one.Name : one.Short).In(language), one.People))],
            experts.Count - told.Sum(one => one.People));
    }

    internal async Task<OpinionMaterial> Opinions(Fiche fiche, CancellationToken cancellation) =>
        OpinionMaterial.Of(await db.Set<FicheApproval>().AsNoTracking().Where(word => word.FicheId == fiche.Id && word.Round == fiche.Round).ToListAsync(cancellation));

    /// <returns>Null while the study has not released its scores.</returns>
    internal async Task<PlaceMaterial?> Place(StudyAccess access, string offeringCode, string language, CancellationToken cancellation)
    {
        var outcome = await places.Run(access, offeringCode, cancellation);
        if (!outcome.IsDone || outcome.Value is not { } place || place.Profile.All(line => line.Worth is null)) return null;
        var standing = place.State switch
        {
            RetainedState.Retained => Standing.Retained,
            RetainedState.RetainedByVote => Standing.RetainedByVote,
            RetainedState.RetainedByChange => Standing.RetainedAgainst,
            RetainedState.NotRetained or RetainedState.NotRetainedByVote => Standing.NotRetained,
            RetainedState.NotRetainedByChange => Standing.NotRetainedAgainst,
            _ => Standing.Undecided,
        };
        return new PlaceMaterial(place.Rank, place.Of, place.TiedWith, place.Share, place.MayStillEnter, place.RetainedCount, standing, place.Reason,
            [.. place.Profile.Select(line => new PlaceLine((line.Label.IsEmpty ? line.Name : line.Label).In(language), line.Worth, line.MedianWorth, line.Value, line.Median, line.Worst, line.Best))]);
    }

    internal async Task<SourceFiche?> Source(Fiche fiche, CancellationToken cancellation)
    {
        if (fiche.SourceFicheId is not { } id) return null;
        var source = await db.Set<Fiche>().AsNoTracking().AsSplitQuery().Include(found => found.Sections).Include(found => found.Messages)
            .FirstOrDefaultAsync(found => found.Id == id && found.StudyId == fiche.StudyId, cancellation);
        if (source is null) return null;
        var messages = source.Messages.ToDictionary(message => message.Id, message => message.Text.Text);
        return new SourceFiche(
            source.Language, source.Sections.ToDictionary(section => section.Key, section => section.Text.Text),
            [.. source.Messages.OrderBy(message => message.Order).Select(message => (message.Id, message.Text.Text))],
            fiche.Sections.ToDictionary(section => section.Key, section => section.TranslatedFrom),
            fiche.Messages.Where(message => message.SourceMessageId is not null)
                .ToDictionary(message => message.Id, message => (message.TranslatedFrom, messages.GetValueOrDefault(message.SourceMessageId!.Value))))
        {
            Glossary = new GlossaryMatchers([.. (await glossary.Of(fiche.StudyId, cancellation)).Select(row => row.Contents)]),
        };
    }

    private async Task<List<(Guid Id, LocalText Name, LocalText Short, int People)>> ToldClasses(
        Guid studyId, List<Guid> heard, IReadOnlyDictionary<Guid, Guid> roleOf, CancellationToken cancellation)
    {
        var classes = await db.Set<RoleClass>().AsNoTracking().Where(role => role.StudyId == studyId).ToDictionaryAsync(role => role.Id, cancellation);
        return [.. heard.Where(roleOf.ContainsKey).GroupBy(expert => roleOf[expert]).Select(group => (group.Key, classes[group.Key].Name, classes[group.Key].ShortName, group.Count()))];
    }
}
