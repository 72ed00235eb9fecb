using System.Globalization;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <param name="Source">What stands in the desk's address: the code, or the id where one origin has several texts.</param>
/// <param name="Label">Who speaks, as far as it may be told; empty for a document.</param>
public sealed record TextRow(
    Guid Id, string Source, string Code, SourceKind Kind, string Language, DateOnly? Date, string Label, IReadOnlyList<string> Offerings, bool IsFreeOfNames, int Excerpts, int Uncertain);

/// <summary>The texts that can be tagged, those without an excerpt first: they wait.</summary>
public sealed class ListTexts(ConsultDbContext db, AttributionLabels labels)
{
    public async Task<Outcome<IReadOnlyList<TextRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return Outcome.Forbidden;
        var texts = await db.Set<SourceText>().AsNoTracking().Where(SourceReading.OpenTo(access))
            .OrderBy(text => text.Code.Length).ThenBy(text => text.Code).ThenBy(text => text.Id)
            .Select(text => new
            {
                text.Id,
                text.Code,
                text.Kind,
                text.Language,
                text.Date,
                IsFree = text.FreeOfNamesAt != null,
                Offerings = text.Offerings.Select(offering => offering.OfferingId).ToList(),
            }).ToListAsync(cancellation);
        var counts = (await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId)
            .GroupBy(excerpt => new { excerpt.SourceTextId, excerpt.Place }).Select(group => new { group.Key.SourceTextId, group.Key.Place, Count = group.Count() })
            .ToListAsync(cancellation)).ToLookup(count => count.SourceTextId);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId)
            .ToDictionaryAsync(offering => offering.Id, offering => offering.Code, cancellation);
        var names = await labels.Run(access, new LabelRequest([.. texts.Select(text => text.Id)], null, Audience.Team, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), cancellation);
        var codes = texts.CountBy(text => text.Code).ToDictionary();
        return texts.Select(text => new TextRow(
                text.Id, codes[text.Code] == 1 ? text.Code : text.Id.ToString(), text.Code, text.Kind, text.Language, text.Date,
                names.Value?.GetValueOrDefault(text.Id)?.Text ?? "",
                [.. text.Offerings.Select(offering => offerings[offering]).Order(StringComparer.Ordinal)], text.IsFree,
                counts[text.Id].Sum(count => count.Count), counts[text.Id].Where(count => count.Place == ExcerptPlace.Uncertain).Sum(count => count.Count)))
            .OrderBy(text => text.Excerpts > 0).ToList();
    }
}
