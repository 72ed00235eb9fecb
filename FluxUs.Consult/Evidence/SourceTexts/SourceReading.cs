using System.Linq.Expressions;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <summary>Who reads which texts: researchers all of them, others once a researcher has marked them free of names.</summary>
public static class SourceReading
{
    /// <param name="isFreeOfNames">Whether a researcher has marked the text so.</param>
    public static bool IsOpenTo(StudyAccess access, bool isFreeOfNames) => isFreeOfNames || access.May(Permission.ReadUnclearedTexts);

    /// <summary>The texts of the study that are open to this person, as a condition for queries.</summary>
    public static Expression<Func<SourceText, bool>> OpenTo(StudyAccess access)
    {
        var (study, all) = (access.StudyId, access.May(Permission.ReadUnclearedTexts));
        return text => text.StudyId == study && (all || text.FreeOfNamesAt != null);
    }
}
