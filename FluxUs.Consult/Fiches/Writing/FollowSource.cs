using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

/// <param name="Section">The key of a section; ignored where a message is named.</param>
/// <param name="MessageId">A message of the translation.</param>
public sealed record FollowSourceRequest(Guid Operation, FicheName Fiche, string Section, Guid? MessageId);

/// <summary>Says that a translation follows its source again, as the source stands now.</summary>
public sealed class FollowSource(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, FollowSourceRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).Include(found => found.Sections).Include(found => found.Messages).AsSplitQuery().FirstOrDefaultAsync(cancellation);
            if (fiche?.SourceFicheId is not { } sourceId) return Outcome.NotFound;
            if (!fiche.IsOpenToWriting) return Outcome.Refused<FichesTexts>("NotOpenToWriting");
            var source = await db.Set<Fiche>().AsNoTracking().Include(found => found.Sections).Include(found => found.Messages).AsSplitQuery()
                .FirstOrDefaultAsync(found => found.Id == sourceId && found.StudyId == access.StudyId, cancellation);
            if (source is null) return Outcome.NotFound;
            if (request.MessageId is { } id)
            {
                var message = fiche.Messages.FirstOrDefault(found => found.Id == id);
                var followed = source.Messages.FirstOrDefault(found => found.Id == message?.SourceMessageId);
                if (message is null || followed is null) return Outcome.NotFound;
                message.Follow(followed.Text.Text);
                return Nothing.Value;
            }

            if (source.Sections.FirstOrDefault(found => found.Key == request.Section) is not { } section) return Outcome.NotFound;
            fiche.Section(request.Section).Follow(section.Text.Text);
            return Nothing.Value;
        }, cancellation);
    }
}
