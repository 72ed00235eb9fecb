using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

/// <summary>One change to the list of key messages.</summary>
public enum MessageAct
{
    /// <summary>At the end, bound to the given findings, with the given text.</summary>
    Add,
    /// <summary>Rests on the given findings from now on.</summary>
    Bind,
    MoveUp,
    MoveDown,
    Remove,
}

/// <param name="MessageId">Of the message that is changed; null when one is added.</param>
/// <param name="FindingCodes">With <see cref="MessageAct.Add"/> and <see cref="MessageAct.Bind"/>.</param>
/// <param name="Text">With <see cref="MessageAct.Add"/>: its first words; empty for none.</param>
public sealed record ArrangeMessagesRequest(Guid Operation, FicheName Fiche, MessageAct Act, Guid? MessageId, IReadOnlyList<string> FindingCodes, string Text = "");

/// <summary>Adds, binds, moves and removes key messages. Their words are kept as they are typed, by <see cref="WriteKeyMessage"/>.</summary>
public sealed class ArrangeMessages(ConsultDbContext db, TimeProvider time)
{
    /// <returns>The message concerned.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, ArrangeMessagesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).Include(found => found.Messages).ThenInclude(message => message.Findings).FirstOrDefaultAsync(cancellation);
            if (fiche is null) return Outcome.NotFound;
            if (!fiche.IsOpenToWriting) return Outcome.Refused<FichesTexts>("NotOpenToWriting");
            var findings = await db.Set<Finding>().Where(finding => finding.StudyId == access.StudyId && request.FindingCodes.Contains(finding.Code))
                .Select(finding => finding.Id).ToListAsync(cancellation);
            if (findings.Count != request.FindingCodes.Distinct().Count()) return Outcome.Refused<FichesTexts>("FindingUnknown", "findings", string.Join(", ", request.FindingCodes));
            if (request.Act == MessageAct.Add)
            {
                var added = fiche.AddMessage();
                added.RestOn(findings);
                if (request.Text.Length > 0) added.Text.Save(request.Operation, 0, request.Text, access.Actor.Id, time.GetUtcNow().UtcDateTime);
                return added.Id;
            }

            if (fiche.Messages.FirstOrDefault(message => message.Id == request.MessageId) is not { } message) return Outcome.NotFound;
            switch (request.Act)
            {
                case MessageAct.Bind: message.RestOn(findings); break;
                case MessageAct.MoveUp: fiche.MoveMessage(message.Id, -1); break;
                case MessageAct.MoveDown: fiche.MoveMessage(message.Id, 1); break;
                case MessageAct.Remove: fiche.RemoveMessage(message.Id); break;
            }

            return message.Id;
        }, cancellation);
    }
}
