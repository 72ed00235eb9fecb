using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>Where a table may tell the role of who speaks: where the label of the text does, since enough people share the role and
/// each of them agreed to be told by it.</summary>
internal sealed class ToldRoles
{
    private readonly IReadOnlyDictionary<Guid, SourceLabel> _labels;
    private readonly ILookup<Guid, Guid> _textsOfOrigins;

    private ToldRoles(IReadOnlyDictionary<Guid, SourceLabel> labels, ILookup<Guid, Guid> textsOfOrigins) => (_labels, _textsOfOrigins) = (labels, textsOfOrigins);

    public static async Task<ToldRoles> Of(ConsultDbContext db, AttributionLabels labels, StudyAccess access, CancellationToken cancellation)
    {
        var texts = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == access.StudyId).Select(text => new { text.Id, text.OriginId }).ToListAsync(cancellation);
        var found = await labels.Run(access, new LabelRequest([.. texts.Select(text => text.Id)], null, Audience.Team, "fr"), cancellation);
        return new ToldRoles(found.Value ?? new Dictionary<Guid, SourceLabel>(), texts.ToLookup(text => text.OriginId, text => text.Id));
    }

    /// <summary>Whether words of this text may be in a table at all.</summary>
    public bool MayLeave(Guid sourceTextId) => _labels.TryGetValue(sourceTextId, out var label) && label.MayBePrinted;

    public bool OfText(Guid sourceTextId) => MayLeave(sourceTextId) && _labels[sourceTextId].Level >= LabelLevel.RoleClass;

    /// <summary>Of an interview, whose texts have to tell it all; one without a text tells nothing.</summary>
    public bool OfOrigin(Guid originId) => _textsOfOrigins.Contains(originId) && _textsOfOrigins[originId].All(OfText);
}
