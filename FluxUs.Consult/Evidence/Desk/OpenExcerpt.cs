using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Desk;

public sealed record ChosenTag(Guid Id, ExcerptTagShown Shown);

public sealed record ChosenQuote(string Code, ApprovalState ForCommittee);

/// <summary>The chosen excerpt with its acts and its thread.</summary>
/// <param name="Mark">What a change of it is made on.</param>
/// <param name="Memo">Empty for whoever may not read names: it is written in haste, and nobody clears it of them.</param>
/// <param name="Resting">What leans on it, in the order of the thread.</param>
public sealed record ChosenExcerpt(
    Guid Id, int Number, Guid SourceTextId, string SourceCode, string Quote, int Start, int Length, string Mark, IReadOnlyList<ChosenTag> Tags, Guid? StageId,
    IReadOnlyList<Guid> Offerings, ExcerptPlace Standing, AutosavedText Memo, string Coder, bool IsOwn, DateTime CodedAt, SegmentPlace? Place,
    IReadOnlyList<ChosenQuote> Quotes, IReadOnlyList<Resting> Resting);

/// <summary>One excerpt, by its number in its text.</summary>
public sealed class OpenExcerpt(ConsultDbContext db, IEnumerable<IRestsOnEvidence> above)
{
    public async Task<Outcome<ChosenExcerpt>> Run(StudyAccess access, Guid sourceTextId, int number, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return Outcome.Forbidden;
        var text = await db.Set<SourceText>().AsNoTracking().Where(SourceReading.OpenTo(access)).Where(found => found.Id == sourceTextId)
            .Select(found => new { found.Id, found.Code }).FirstOrDefaultAsync(cancellation);
        if (text is null) return Outcome.NotFound;
        var excerpt = await db.Set<Excerpt>().AsNoTracking().Include(found => found.Tags).Include(found => found.Offerings).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.SourceTextId == text.Id && found.Number == number, cancellation);
        if (excerpt is null) return Outcome.NotFound;

        var all = await ExcerptTagShown.All(db, access.StudyId, cancellation);
        List<ChosenTag> tags = [.. excerpt.Tags.Select(tag => new ChosenTag(tag.TagId, all[tag.TagId])).OrderBy(tag => tag.Shown.Code, StringComparer.Ordinal)];
        var coder = await db.NameOf(excerpt.CodedBy, cancellation);
        var versions = db.Set<SourceTextVersion>().Where(version => version.SourceTextId == text.Id && version.Number == excerpt.TextVersion).Select(version => version.Id);
        var segment = await db.Set<Segment>().AsNoTracking()
            .Where(segment => versions.Contains(segment.SourceTextVersionId) && segment.Start <= excerpt.Start && excerpt.Start < segment.Start + segment.Length)
            .Select(segment => new { segment.Start, segment.From, segment.Captions, segment.Page, segment.Question }).FirstOrDefaultAsync(cancellation);
        var place = segment is null ? null : SegmentPlace.Of(segment.From, segment.Captions, excerpt.Start - segment.Start, segment.Page, segment.Question);
        var quotes = await db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals).Where(quote => quote.ExcerptId == excerpt.Id).OrderBy(quote => quote.Code).ToListAsync(cancellation);
        var resting = new List<Resting>();
        foreach (var room in above) resting.AddRange(await room.WhatRestsOn(access, [excerpt.Id], cancellation));

        return new ChosenExcerpt(
            excerpt.Id, excerpt.Number, text.Id, text.Code, excerpt.Quote, excerpt.Start, excerpt.Length, ExcerptState.Of(excerpt).Mark, tags, excerpt.StageId,
            [.. excerpt.Offerings.Select(offering => offering.OfferingId)], excerpt.Place, access.May(Permission.ReadUnclearedTexts) ? excerpt.Memo : new AutosavedText(), coder, excerpt.CodedBy == access.Actor.Id, excerpt.CodedAt, place,
            [.. quotes.Select(quote => new ChosenQuote(quote.Code, quote.StateFor(Audience.Committee)))],
            [.. resting.OrderBy(one => one.Kind).ThenBy(one => one.Code, StringComparer.Ordinal)]);
    }
}

/// <param name="Source">What stands in the desk's address: the code of the origin, or the text's id where it has several.</param>
public sealed record ExcerptAddress(string Source, int Number);

/// <summary>Where an excerpt is read, for addresses that know only its id.</summary>
public sealed class FindExcerpt(ConsultDbContext db)
{
    public async Task<Outcome<ExcerptAddress>> Run(StudyAccess access, Guid excerptId, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadExcerpts)) return Outcome.Forbidden;
        var found = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.Id == excerptId)
            .Join(db.Set<SourceText>().Where(SourceReading.OpenTo(access)), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new
            {
                text.Id,
                text.Code,
                excerpt.Number,
                IsOnly = db.Set<SourceText>().Count(other => other.StudyId == text.StudyId && other.Code == text.Code) == 1,
            }).FirstOrDefaultAsync(cancellation);
        if (found is null) return Outcome.NotFound;
        return new ExcerptAddress(found.IsOnly ? found.Code : found.Id.ToString(), found.Number);
    }
}
