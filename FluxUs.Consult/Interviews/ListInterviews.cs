using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <param name="Offering">The code of an offering, or empty for all.</param>
/// <param name="Language">fr, nl, en, or empty for all.</param>
/// <param name="Sort">"code" or "date", with a dash in front for the other way round; else the newest first.</param>
/// <param name="Page">From 1.</param>
public sealed record InterviewFilter(string? Offering = null, InterviewStatus? Status = null, string? Language = null, string? Sort = null, int Page = 1)
{
    public const int PageSize = 50;
}

/// <summary>What an interview lacks on its way to a finding, the first thing first.</summary>
public enum InterviewGap { ConsentMissing, ConsentOver, OfferingMissing, NothingNoted, NotHandedOver, NamesUnread, Uncoded }

/// <summary>One line of the list of interviews.</summary>
public sealed record InterviewRow(
    string Code, DateOnly Date, string Language, InterviewStatus Status,
    IReadOnlyList<InterviewVoice> Voices, IReadOnlyList<string> Offerings, int Excerpts, IReadOnlyList<InterviewGap> Gaps);

public sealed record InterviewList(IReadOnlyList<InterviewRow> Rows, int Total, int TotalInStudy, IReadOnlyList<InterviewOfferingChoice> Offerings);

/// <summary>The interviews of a study with what each lacks, fifty at a time.</summary>
public sealed class ListInterviews(ConsultDbContext db, TellableRoles tellable, TimeProvider time)
{
    public async Task<Outcome<InterviewList>> Run(StudyAccess access, InterviewFilter filter, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadInterviews)) return Outcome.Forbidden;
        var all = db.Set<Interview>().AsNoTracking().Where(interview => interview.StudyId == access.StudyId);
        var inStudy = await all.CountAsync(cancellation);
        var offerings = await InterviewOfferingChoice.Of(db, access, cancellation);

        var chosen = all;
        if (filter.Offering is { Length: > 0 } code)
        {
            var wanted = offerings.FirstOrDefault(offering => offering.Code == code)?.Id ?? Guid.Empty;
            chosen = chosen.Where(interview => interview.Offerings.Any(offering => offering.OfferingId == wanted));
        }

        if (filter.Status is { } status) chosen = chosen.Where(interview => interview.Status == status);
        if (filter.Language is { Length: > 0 } language) chosen = chosen.Where(interview => interview.Language == language);

        var total = await chosen.CountAsync(cancellation);
        var page = await Sorted(chosen, filter.Sort)
            .Skip((Math.Max(1, filter.Page) - 1) * InterviewFilter.PageSize).Take(InterviewFilter.PageSize)
            .Include(interview => interview.Experts).Include(interview => interview.Offerings)
            .AsSplitQuery().ToListAsync(cancellation);
        var rows = await Rows(access, page, offerings.ToDictionary(offering => offering.Id, offering => offering.Code), cancellation);
        return new InterviewList(rows, total, inStudy, offerings);
    }

    // Codes grow with a figure at E-100: length first keeps them in the order of their numbers.
    private static IOrderedQueryable<Interview> Sorted(IQueryable<Interview> interviews, string? sort) => sort switch
    {
        "code" => interviews.OrderBy(interview => interview.Code.Length).ThenBy(interview => interview.Code),
        "-code" => interviews.OrderByDescending(interview => interview.Code.Length).ThenByDescending(interview => interview.Code),
        "date" => interviews.OrderBy(interview => interview.Date).ThenBy(interview => interview.Id),
        _ => interviews.OrderByDescending(interview => interview.Date).ThenByDescending(interview => interview.Id),
    };

    private async Task<List<InterviewRow>> Rows(StudyAccess access, List<Interview> page, Dictionary<Guid, string> offerings, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var ids = page.Select(interview => interview.Id).ToList();
        var voices = await InterviewVoice.Of(db, tellable, access, [.. page.SelectMany(interview => interview.Experts).Select(expert => expert.ExpertId).Distinct()], today, cancellation);
        var noted = await db.Set<InterviewNote>().AsNoTracking().Where(note => ids.Contains(note.InterviewId) && note.Text.Text != "")
            .Select(note => note.InterviewId).Distinct().ToListAsync(cancellation);
        var texts = await db.Set<SourceText>().AsNoTracking()
            .Where(text => text.StudyId == access.StudyId && ids.Contains(text.OriginId))
            .Select(text => new
            {
                text.OriginId,
                IsFree = text.FreeOfNamesAt != null,
                Excerpts = db.Set<Excerpt>().Count(excerpt => excerpt.SourceTextId == text.Id),
            }).ToListAsync(cancellation);

        return [.. page.Select(interview =>
        {
            var own = texts.Where(text => text.OriginId == interview.Id).ToList();
            var excerpts = own.Sum(text => text.Excerpts);
            List<InterviewVoice> heard = [.. interview.Experts.Select(expert => voices[expert.ExpertId]).OrderBy(voice => voice.Code, StringComparer.Ordinal)];
            IEnumerable<InterviewGap> gaps =
            [
                .. heard.Any(voice => voice.Consent == ConsentState.None) ? [InterviewGap.ConsentMissing] : Array.Empty<InterviewGap>(),
                .. heard.Any(voice => voice.Consent is ConsentState.Expired or ConsentState.Withdrawn) ? [InterviewGap.ConsentOver] : Array.Empty<InterviewGap>(),
                .. interview.Offerings.Count == 0 ? [InterviewGap.OfferingMissing] : Array.Empty<InterviewGap>(),
                .. Next(interview, today, noted.Contains(interview.Id), own.Count > 0, own.TrueForAll(text => text.IsFree), excerpts),
            ];
            return new InterviewRow(
                interview.Code, interview.Date, interview.Language, interview.Status, heard,
                [.. interview.Offerings.Select(offering => offerings[offering.OfferingId]).Order(StringComparer.Ordinal)], excerpts, [.. gaps]);
        })];
    }

    /// <summary>The next step that was not taken, if it is due.</summary>
    private static IEnumerable<InterviewGap> Next(Interview interview, DateOnly today, bool isNoted, bool hasText, bool isFree, int excerpts)
    {
        if (interview.Status == InterviewStatus.Cancelled || (interview.Date > today && !isNoted && !hasText)) yield break;
        if (!isNoted && !hasText) yield return InterviewGap.NothingNoted;
        else if (!hasText) yield return InterviewGap.NotHandedOver;
        else if (!isFree) yield return InterviewGap.NamesUnread;
        else if (excerpts == 0) yield return InterviewGap.Uncoded;
    }
}
