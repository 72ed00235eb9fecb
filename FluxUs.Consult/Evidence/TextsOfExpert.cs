using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence;

/// <summary>The one answer to "which texts hold words of this expert": every room that a withdrawal touches starts here.</summary>
public static class TextsOfExpert
{
    /// <summary>The texts of which the expert is a voice, and those in which a stretch of any version is the expert's, whoever is
    /// named as having been there.</summary>
    public static IQueryable<SourceText> TextsOf(this ConsultDbContext db, Guid studyId, Guid expertId) => db.Set<SourceText>()
        .Where(text => text.StudyId == studyId
            && (text.Voices.Any(voice => voice.ExpertId == expertId) || text.Versions.Any(version => version.Segments.Any(segment => segment.ExpertId == expertId))));
}
