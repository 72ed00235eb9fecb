using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

/// <param name="Operation">Of this attempt to save; sent again, it is answered as the first time.</param>
/// <param name="Section">The key of the section in the template.</param>
/// <param name="Revision">The revision on which the text was written.</param>
public sealed record WriteSectionRequest(Guid Operation, Guid FicheId, string Section, int Revision, string Text);

/// <summary>Keeps the prose of one section as it is typed.</summary>
public sealed class WriteSection(ConsultDbContext db, FicheTemplates templates, TimeProvider time)
{
    /// <returns>What stands after it, and whether it was kept.</returns>
    public async Task<Outcome<KeptProse>> Handle(StudyAccess access, WriteSectionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        return await db.Write<KeptProse>(access.Actor, null, async () =>
        {
            var fiche = await db.Set<Fiche>().Include(found => found.Sections)
                .FirstOrDefaultAsync(found => found.Id == request.FicheId && found.StudyId == access.StudyId, cancellation);
            if (fiche is null || templates.Find(fiche.Template)?.Section(request.Section) is not { HasProse: true }) return Outcome.NotFound;
            var refusal = ProseRefusals.Check(fiche, request.Text);
            if (refusal is not null) return refusal;
            var text = fiche.Section(request.Section).Text;
            var kept = text.Save(request.Operation, request.Revision, request.Text, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            // The first words of a translation are written beside the source as it stands.
            if (fiche.SourceFicheId is { } source && fiche.Section(request.Section).TranslatedFrom.Length == 0 && request.Text.Trim().Length > 0)
                fiche.Section(request.Section).Follow(await db.Set<FicheSection>().Where(found => found.FicheId == source && found.Key == request.Section).Select(found => found.Text.Text).FirstOrDefaultAsync(cancellation) ?? "");
            return KeptProse.Of(text, kept);
        }, cancellation);
    }
}

/// <summary>A text as it stands after an attempt to save it.</summary>
public sealed record KeptProse(AutosaveResult Result, int Revision, string Text, DateTime SavedAt, Guid? SavedBy)
{
    internal static KeptProse Of(AutosavedText text, AutosaveResult result) => new(result, text.Revision, text.Text, text.SavedAt ?? DateTime.UnixEpoch, text.SavedBy);
}

internal static class ProseRefusals
{
    /// <summary>Why a text of this fiche is not kept: it is being reviewed, or no reader could take it.</summary>
    public static Outcome? Check(Fiche fiche, string text)
    {
        if (!fiche.IsOpenToWriting) return Outcome.Refused<FichesTexts>("NotOpenToWriting");
        return MarkdownReader.Read(text.ReplaceLineEndings("\n")).Refusal is { } refusal
            ? Outcome.Refused<FichesTexts>($"Markdown.{refusal.Fault}", null, refusal.Line, MarkdownReader.MaxBytes / 1024, MarkdownReader.MaxDepth)
            : null;
    }
}
