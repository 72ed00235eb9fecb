using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Recommendations;

public sealed record RecommendationDetail(RecommendationRow Recommendation, IReadOnlyList<FindingRow> Findings);

/// <summary>One recommendation with the findings that carry it.</summary>
public sealed class ReadRecommendation(ListRecommendations recommendations, ListFindings findings)
{
    public async Task<Outcome<RecommendationDetail>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadRecommendations)) return Outcome.Forbidden;
        if (string.IsNullOrEmpty(code)) return Outcome.NotFound;
        var found = await recommendations.RowsOf(access.StudyId, new RecommendationFilter(Code: code), cancellation);
        if (found.Count == 0) return Outcome.NotFound;
        return new RecommendationDetail(found[0], await findings.RowsOf(access.StudyId, new FindingFilter(Ids: found[0].FindingIds), cancellation));
    }
}
