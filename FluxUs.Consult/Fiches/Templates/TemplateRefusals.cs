using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Fiches.Templates;

/// <summary>Says why no template serves, with the file and the line.</summary>
internal static class TemplateRefusals
{
    public static Outcome NoTemplate(FicheTemplates templates) => templates.Problems.Count == 0
        ? Outcome.Refused<FichesTexts>("NoTemplate")
        : Outcome.Refused(templates.Problems.Select(problem => new Refusal(typeof(FichesTexts), problem.Key, null, [problem.FileName, problem.Line, .. problem.Arguments])));
}
