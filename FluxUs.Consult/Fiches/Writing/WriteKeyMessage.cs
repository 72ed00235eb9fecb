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
            var message = fiche.Messages.Single(message => message.Id == request.MessageId);
            var kept = message.Text.Save(request.Operation, request.Revision, request.Text, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            if (message.SourceMessageId is { } source && message.TranslatedFrom.Length == 0 && request.Text.Trim().Length > 0)
                message.Follow(await db.Set<KeyMessage>().Where(found => found.Id == source).Select(found => found.Text.Text).FirstOrDefaultAsync(cancellation) ?? "");
            return KeptProse.Of(message.Text, kept);
        }, cancellation);
    }
}
