using System.Security.Claims;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Desk;

/// <param name="Revision">The revision on which the text was written.</param>
public sealed record KeepMemoRequest(Guid ExcerptId, Guid Operation, int Revision, string Text);

/// <param name="Result">Whether it was kept, or what stands there instead.</param>
public sealed record KeptMemo(AutosaveResult Result, int Revision, string Text, DateTime SavedAt, string SavedBy);

/// <summary>Keeps the memo of an excerpt as it is typed.</summary>
public sealed class KeepMemo(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<KeptMemo>> Handle(StudyAccess access, KeepMemoRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<KeptMemo>(access.Actor, null, async () =>
        {
            var excerpt = await db.Set<Excerpt>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.ExcerptId, cancellation);
            if (excerpt is null) return Outcome.NotFound;
            var now = time.GetUtcNow().UtcDateTime;
            var result = excerpt.Memo.Save(request.Operation, request.Revision, request.Text, access.Actor.Id, now);
            var memo = excerpt.Memo;
            var by = await db.NameOf(memo.SavedBy, cancellation);
            return new KeptMemo(result, memo.Revision, memo.Text, memo.SavedAt ?? now, by);
        }, cancellation);
    }
}

/// <summary>Memos for the browser's autosave, as <c>/autosave/memo/{study}.{excerpt}</c>.</summary>
public sealed class MemoAutosave(StudyDoor door, KeepMemo keep, ConsultDbContext db, TimeProvider time) : IAutosaveTarget
{
    public string Kind => "memo";

    public static string IdOf(string slug, Guid excerptId) => $"{slug}.{excerptId}";

    public async Task<AutosaveAnswer> Load(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (await Enter(id, person, cancellation) is not var (access, excerptId) || !access.May(Permission.WriteExcerpts)) return new AutosaveAnswer.NotFound();
        var memo = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == access.StudyId && excerpt.Id == excerptId)
            .Select(excerpt => excerpt.Memo).FirstOrDefaultAsync(cancellation);
        return memo is null ? new AutosaveAnswer.NotFound() : new AutosaveAnswer.Standing(memo.Revision, memo.Text, memo.SavedAt ?? time.GetUtcNow().UtcDateTime);
    }

    public async Task<AutosaveAnswer> Save(string id, AutosaveText text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (await Enter(id, person, cancellation) is not var (access, excerptId)) return new AutosaveAnswer.NotFound();
        var kept = await keep.Handle(access, new KeepMemoRequest(excerptId, text.Operation, text.Revision, text.Text), cancellation);
        return kept switch
        {
            { IsDone: true, Value: { Result: AutosaveResult.Conflict } standing } => new AutosaveAnswer.Changed(standing.Revision, standing.Text, standing.SavedAt, standing.SavedBy),
            { IsDone: true, Value: { } saved } => new AutosaveAnswer.Saved(saved.Revision, saved.SavedAt),
            { Kind: OutcomeKind.Forbidden } => new AutosaveAnswer.Forbidden(),
            _ => new AutosaveAnswer.NotFound(),
        };
    }

    private async Task<(StudyAccess Access, Guid ExcerptId)?> Enter(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        var dot = id.LastIndexOf('.');
        if (dot < 0 || !Guid.TryParse(id.AsSpan(dot + 1), out var excerptId)) return null;
        return await door.Enter(person, id[..dot], cancellation) is { } access ? (access, excerptId) : null;
    }
}
