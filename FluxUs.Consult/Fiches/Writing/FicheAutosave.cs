using System.Security.Claims;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

/// <summary>Keeps the prose of sections for <c>/autosave/fiche-section/{fiche}.{section}</c>.</summary>
public sealed class SectionAutosave(ConsultDbContext db, StudyDoor door, WriteSection write, RefusalTexts refusals) : IAutosaveTarget
{
    public const string Place = "fiche-section";

    public string Kind => Place;

    public async Task<AutosaveAnswer> Load(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (await Enter(id, person, cancellation) is not var (access, ficheId, section)) return new AutosaveAnswer.NotFound();
        if (!access.May(Permission.ReadStudy)) return new AutosaveAnswer.NotFound();
        var text = await db.Set<FicheSection>().AsNoTracking().Where(found => found.FicheId == ficheId && found.Key == section).Select(found => found.Text).FirstOrDefaultAsync(cancellation);
        return new AutosaveAnswer.Standing(text?.Revision ?? 0, text?.Text ?? "", text?.SavedAt ?? DateTime.UnixEpoch);
    }

    public async Task<AutosaveAnswer> Save(string id, AutosaveText text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (await Enter(id, person, cancellation) is not var (access, ficheId, section)) return new AutosaveAnswer.NotFound();
        return await ProseAnswers.Of(db, refusals, await write.Handle(access, new(text.Operation, ficheId, section, text.Revision, text.Text), cancellation), access, cancellation);
    }

    private async Task<(StudyAccess Access, Guid FicheId, string Section)?> Enter(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (id.Split('.', 2) is not [var first, var section] || !Guid.TryParse(first, out var ficheId)) return null;
        var slug = await db.Set<Fiche>().Where(fiche => fiche.Id == ficheId).Join(db.Set<Study>(), fiche => fiche.StudyId, study => study.Id, (fiche, study) => study.Slug).FirstOrDefaultAsync(cancellation);
        return slug is not null && await door.Enter(person, slug, cancellation) is { } access ? (access, ficheId, section) : null;
    }
}

/// <summary>Keeps the words of key messages for <c>/autosave/key-message/{message}</c>.</summary>
public sealed class MessageAutosave(ConsultDbContext db, StudyDoor door, WriteKeyMessage write, RefusalTexts refusals) : IAutosaveTarget
{
    public const string Place = "key-message";

    public string Kind => Place;

    public async Task<AutosaveAnswer> Load(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (await Enter(id, person, cancellation) is not var (access, messageId) || !access.May(Permission.ReadStudy)) return new AutosaveAnswer.NotFound();
        var text = await db.Set<KeyMessage>().AsNoTracking().Where(message => message.Id == messageId).Select(message => message.Text).FirstAsync(cancellation);
        return new AutosaveAnswer.Standing(text.Revision, text.Text, text.SavedAt ?? DateTime.UnixEpoch);
    }

    public async Task<AutosaveAnswer> Save(string id, AutosaveText text, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (await Enter(id, person, cancellation) is not var (access, messageId)) return new AutosaveAnswer.NotFound();
        return await ProseAnswers.Of(db, refusals, await write.Handle(access, new(text.Operation, messageId, text.Revision, text.Text), cancellation), access, cancellation);
    }

    private async Task<(StudyAccess Access, Guid MessageId)?> Enter(string id, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (!Guid.TryParse(id, out var messageId)) return null;
        var slug = await db.Set<KeyMessage>().Where(message => message.Id == messageId)
            .Join(db.Set<Fiche>(), message => message.FicheId, fiche => fiche.Id, (message, fiche) => fiche.StudyId)
            .Join(db.Set<Study>(), studyId => studyId, study => study.Id, (studyId, study) => study.Slug).FirstOrDefaultAsync(cancellation);
        return slug is not null && await door.Enter(person, slug, cancellation) is { } access ? (access, messageId) : null;
    }
}

internal static class ProseAnswers
{
    public static async Task<AutosaveAnswer> Of(ConsultDbContext db, RefusalTexts refusals, Outcome<KeptProse> outcome, StudyAccess access, CancellationToken cancellation) => outcome switch
    {
        { IsDone: true, Value: { Result: AutosaveResult.Conflict } kept } => new AutosaveAnswer.Changed(kept.Revision, kept.Text, kept.SavedAt,
            await db.NameOf(kept.SavedBy, cancellation)),
        { IsDone: true, Value: { } kept } => new AutosaveAnswer.Saved(kept.Revision, kept.SavedAt),
        { Kind: OutcomeKind.Refused } => new AutosaveAnswer.Refused(string.Join(' ', outcome.Refusals.Select(refusals.Say))),
        { Kind: OutcomeKind.Forbidden } => access.May(Permission.ReadStudy) ? new AutosaveAnswer.Forbidden() : new AutosaveAnswer.NotFound(),
        _ => new AutosaveAnswer.NotFound(),
    };
}
