using System.Globalization;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Labels;

/// <param name="SourceTextIds">In the order in which they are cited: the codes of one fiche alone follow it.</param>
/// <param name="OfferingId">The offering of the fiche; null where labels stand outside of one: then the least known of the
/// text's own offerings counts.</param>
/// <param name="Language">Of the labels: fr, nl or en.</param>
public sealed record LabelRequest(IReadOnlyList<Guid> SourceTextIds, Guid? OfferingId, Audience Audience, string Language);

/// <summary>How one source is cited.</summary>
/// <param name="Code">The code of its origin (E-12, D-07); A-1, of this fiche alone, where the label tells less than its expert
/// agreed to or is anonymous, so that two fiches cannot be joined into a person.</param>
/// <param name="Text">The words beside the code; empty for a document, which its own room describes.</param>
/// <param name="Level">Null for a document.</param>
/// <param name="Bar">Why nothing of it may be printed for this audience.</param>
public sealed record SourceLabel(Guid SourceTextId, string Code, string Text, LabelLevel? Level, LabelBar Bar)
{
    public bool MayBePrinted => Bar == LabelBar.None;
}

/// <summary>The labels of sources for one audience, computed anew at each rendering from consents and from how many people share
/// a role; nobody types them.</summary>
public sealed class AttributionLabels(ConsultDbContext db, IdentitySeal seal, TimeProvider time)
{
    /// <summary>Texts of another study are left out of the answer.</summary>
    public async Task<Outcome<IReadOnlyDictionary<Guid, SourceLabel>>> Run(StudyAccess access, LabelRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var texts = await db.Set<SourceText>().AsNoTracking()
            .Where(text => text.StudyId == access.StudyId && request.SourceTextIds.Contains(text.Id))
            .Select(text => new LabelledText(text.Id, text.Kind, text.OriginId, text.Code, text.Date,
                text.Voices.Select(voice => voice.ExpertId).ToList(), text.Offerings.Select(offering => offering.OfferingId).ToList()))
            .AsSplitQuery()
            .ToDictionaryAsync(text => text.Id, cancellation);
        // Whoever speaks in it counts, named as having been there or not: the strictest wins.
        var speakers = (await db.Set<SourceTextVersion>().AsNoTracking().Where(version => texts.Keys.Contains(version.SourceTextId))
            .SelectMany(version => version.Segments, (version, segment) => new { version.SourceTextId, segment.ExpertId }).Where(one => one.ExpertId != null).Distinct().ToListAsync(cancellation))
            .ToLookup(one => one.SourceTextId, one => one.ExpertId!.Value);
        foreach (var text in texts.Values) text.ExpertIds.AddRange(speakers[text.Id].Except(text.ExpertIds).ToList());
        var expertIds = texts.Values.SelectMany(text => text.ExpertIds).ToHashSet();
        var experts = expertIds.Count == 0 ? [] : await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents)
            .Where(expert => expert.StudyId == access.StudyId && expertIds.Contains(expert.Id))
            .ToDictionaryAsync(expert => expert.Id, cancellation);
        var roleClasses = expertIds.Count == 0 ? [] : await db.Set<RoleClass>().AsNoTracking().Where(role => role.StudyId == access.StudyId)
            .ToDictionaryAsync(role => role.Id, role => role.Name.In(request.Language), cancellation);
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var cells = expertIds.Count == 0 ? RoleCells.Empty : await RoleCells.Count(db, access.StudyId, day, cancellation);

        var ownCodes = new Dictionary<Guid, string>();
        var labels = new Dictionary<Guid, SourceLabel>();
        foreach (var text in request.SourceTextIds.Distinct().Where(texts.ContainsKey).Select(id => texts[id]))
        {
            if (text.Kind is SourceKind.Document or SourceKind.ReadingNote)
            {
                labels[text.Id] = new(text.Id, text.Code, "", null, LabelBar.None);
                continue;
            }

            var voices = text.ExpertIds.Where(experts.ContainsKey).Select(id => Voice(experts[id], text, request, cells, roleClasses, day)).ToList();
            var words = LabelRule.For(voices, request.Audience, text.Date?.Year, request.Language);
            var code = words.Level is LabelLevel.Name or LabelLevel.Function ? text.Code : OwnCode(ownCodes, text.OriginId);
            labels[text.Id] = new(text.Id, code, words.Text, words.Level, words.Bar);
        }

        return labels;
    }

    private LabelledVoice Voice(Expert expert, LabelledText text, LabelRequest request, RoleCells cells, Dictionary<Guid, string> roleClasses, DateOnly day)
    {
        var consent = expert.StandingOn(day);
        // Only what a label may tell is opened.
        var identity = consent.Attribution is Attribution.Named or Attribution.RoleOnly ? seal.Open(expert) : null;
        var offerings = request.OfferingId is { } one ? [one] : text.OfferingIds;
        return new LabelledVoice(
            consent, identity?.Name ?? "", identity?.Function.In(request.Language) ?? "", identity?.Organisation ?? "",
            roleClasses.GetValueOrDefault(expert.RoleClassId, ""), expert.Field.In(request.Language),
            cells.SharingRole(expert.RoleClassId),
            offerings.Count == 0 ? 0 : offerings.Min(offering => cells.SharingRoleOnOffering(expert.RoleClassId, offering)));
    }

    private static string OwnCode(Dictionary<Guid, string> codes, Guid originId)
    {
        if (!codes.TryGetValue(originId, out var code))
            codes[originId] = code = "A-" + (codes.Count + 1).ToString(CultureInfo.InvariantCulture);
        return code;
    }

    private sealed record LabelledText(Guid Id, SourceKind Kind, Guid OriginId, string Code, DateOnly? Date, List<Guid> ExpertIds, List<Guid> OfferingIds);
}
