using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Fiches.Editor;

/// <summary>Where the codes of a fiche lead: for the team to the finding, the recommendation or the text itself; for others to
/// the place in the fiche that says what it is.</summary>
internal static class FicheAddresses
{
    /// <param name="page">The address of the page that shows the fiche: the page has a base address, so a bare fragment leads astray.</param>
    public static CodeAddress Of(FicheMaterial material, string studyAddress, string page, StudyAccess access)
    {
        // A text that may still hold a name has a link for those alone who may read it.
        var texts = material.Sources.Where(source => SourceReading.IsOpenTo(access, source.IsFreeOfNames)).GroupBy(source => source.Label.Code).ToDictionary(group => group.Key, group => group.First().SourceTextId);
        return code =>
        {
            if (!access.May(Permission.ReadStudy)) return $"{page}#{code}";
            if (code.StartsWith("K-", StringComparison.Ordinal)) return $"{studyAddress}/findings/{code}";
            if (code.StartsWith("R-", StringComparison.Ordinal)) return $"{studyAddress}/recommendations/{code}";
            return texts.TryGetValue(code, out var text) ? $"{studyAddress}/{EvidenceAddresses.Text(text)}" : $"{page}#{code}";
        };
    }
}
