using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>What consents let leave in a table, and where it may tell the role of who speaks. Words leave while everyone behind them
/// has a consent in force; a role where the label of the text tells it, since enough people share it and each of them agreed to it.</summary>
internal sealed class ToldRoles
{
    private readonly IReadOnlyDictionary<Guid, SourceLabel> _labels;
    private readonly ILookup<Guid, Guid> _textsOfOrigins;
    private readonly HashSet<Guid> _agreeing;

    private ToldRoles(IReadOnlyDictionary<Guid, SourceLabel> labels, ILookup<Guid, Guid> textsOfOrigins, HashSet<Guid> agreeing) =>
        (_labels, _textsOfOrigins, _agreeing) = (labels, textsOfOrigins, agreeing);

    public static async Task<ToldRoles> Of(ConsultDbContext db, AttributionLabels labels, StudyAccess access, DateOnly day, CancellationToken cancellation)
    {
        var texts = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == access.StudyId).Select(text => new { text.Id, text.OriginId }).ToListAsync(cancellation);
        // Whoever carries the tables away, they leave the study: labels as for readers outside of it, who see nothing without a consent in force.
        var found = await labels.Run(access, new LabelRequest([.. texts.Select(text => text.Id)], null, Audience.Public, "fr"), cancellation);
        var experts = await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents).Where(expert => expert.StudyId == access.StudyId).ToListAsync(cancellation);
        return new ToldRoles(
            found.Value ?? new Dictionary<Guid, SourceLabel>(), texts.ToLookup(text => text.OriginId, text => text.Id),
            [.. experts.Where(expert => expert.StandingOn(day).IsInForce).Select(expert => expert.Id)]);
    }

    /// <summary>Whether words of this text may be in a table at all.</summary>
    public bool MayLeave(Guid sourceTextId) => _labels.TryGetValue(sourceTextId, out var label) && label.MayBePrinted;

    /// <summary>Whether a conversation between these people may be in a table: each of them agrees on the day of the export.</summary>
    public bool MayLeave(IReadOnlyCollection<Guid> expertIds) => expertIds.Count > 0 && expertIds.All(_agreeing.Contains);

    public bool OfText(Guid sourceTextId) => MayLeave(sourceTextId) && _labels[sourceTextId].Level >= LabelLevel.RoleClass;

    /// <summary>Of an interview, whose texts have to tell it all; one without a text tells nothing.</summary>
    public bool OfOrigin(Guid originId) => _textsOfOrigins.Contains(originId) && _textsOfOrigins[originId].All(OfText);
}
