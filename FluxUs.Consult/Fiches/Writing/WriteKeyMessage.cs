using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

public sealed record WriteKeyMessageRequest(Guid Operation, Guid MessageId, int Revision, string Text);

/// <summary>Keeps the text of one key message as it is typed.</summary>
public sealed class WriteKeyMessage(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<KeptProse>> Handle(StudyAccess access, WriteKeyMessageRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        return await db.Write<KeptProse>(access.Actor, null, async () =>
        {
            var fiche = await db.Set<Fiche>().Include(found => found.Messages)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Messages.Any(message => message.Id == request.MessageId), cancellation);
            if (fiche is null) return Outcome.NotFound;
            var refusal = ProseRefusals.Check(fiche, request.Text);
            if (refusal is not null) return refusal;
            var text = fiche.Messages.Single(message => message.Id == request.MessageId).Text;
            return KeptProse.Of(text, text.Save(request.Operation, request.Revision, request.Text, access.Actor.Id, time.GetUtcNow().UtcDateTime));
        }, cancellation);
    }
}
