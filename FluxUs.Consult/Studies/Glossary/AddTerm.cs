using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record AddTermRequest(Guid Operation, GlossaryContents Contents);

/// <summary>Adds a term to the glossary of the study.</summary>
public sealed class AddTerm(ConsultDbContext db)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddTermRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteGlossary)) return Outcome.Forbidden;
        if (GlossaryRules.Refuse(request.Contents) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var others = await db.Set<GlossaryTerm>().AsNoTracking().Where(found => found.StudyId == access.StudyId).ToListAsync(cancellation);
            if (others.Count >= GlossaryRules.MostTerms) return Outcome.Refused([GlossaryRules.Full(others.Count + 1)]);
            if (GlossaryRules.RefuseTwice(others, request.Contents) is { } refusal) return refusal;
            var term = new GlossaryTerm(access.StudyId, request.Contents);
            db.Add(term);
            return term.Id;
        }, cancellation);
    }
}

internal static class GlossaryRules
{
    public const int MostTerms = 2000, MostTermLetters = 100, MostDefinitionLetters = 600, MostNoteLetters = 300;

    public static List<Refusal> Refuse(GlossaryContents contents)
    {
        var refusals = new List<Refusal>();
        void Add(string key, string field, params object[] arguments) => refusals.Add(new Refusal(typeof(StudiesTexts), key, field, arguments));
        if (!contents.HasWord) Add("GlossaryNeedsTerm", nameof(contents.Term));
        foreach (var language in Foundation.Ui.Languages.All)
        {
            if (contents.Term.Own(language.Code).Length > MostTermLetters) Add("GlossaryTermTooLong", nameof(contents.Term), contents.Term.Own(language.Code).Length, MostTermLetters);
        }

        if (contents.Definition.Trim().Length > MostDefinitionLetters) Add("GlossaryTextTooLong", nameof(contents.Definition), contents.Definition.Trim().Length, MostDefinitionLetters);
        if (contents.Note.Trim().Length > MostNoteLetters) Add("GlossaryTextTooLong", nameof(contents.Note), contents.Note.Trim().Length, MostNoteLetters);
        return refusals;
    }

    // A text is compared with all of them as one types.
    public static Refusal Full(int terms) => new(typeof(StudiesTexts), "GlossaryFull", null, terms, MostTerms);

    public static Outcome? RefuseTwice(IEnumerable<GlossaryTerm> others, GlossaryContents contents) =>
        others.Any(other => other.Contents.Key == contents.Key) ? Outcome.Refused<StudiesTexts>("GlossaryTermExists", nameof(contents.Term), contents.Term.In("fr")) : null;
}
