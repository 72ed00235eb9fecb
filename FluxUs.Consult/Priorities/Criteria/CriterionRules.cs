using System.Globalization;
using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Priorities;

internal static partial class CriterionRules
{
    public const int MostSteps = 11;

    /// <summary>Why these contents cannot be; empty when they can. A step is named by the number of its line in the form.</summary>
    public static List<Refusal> Refuse(CriterionContents contents)
    {
        var refusals = new List<Refusal>();
        if (contents.Name.IsEmpty) refusals.Add(Of("CriterionNeedsName", "Name"));
        if (contents.Steps.Count < 2) refusals.Add(Of("ScaleNeedsSteps", "Steps"));
        if (contents.Steps.Count > MostSteps) refusals.Add(Of("ScaleHasTooManySteps", "Steps", MostSteps));
        for (var at = 0; at < contents.Steps.Count; at++)
        {
            var step = contents.Steps[at];
            var field = $"Steps[{at.ToString(CultureInfo.InvariantCulture)}]";
            if (decimal.Round(step.Value, 2) != step.Value || Math.Abs(step.Value) > 1000) refusals.Add(Of("StepValueOutOfRange", field, step.Value));
            if (LongestTexts.Over($"Words{at.ToString(CultureInfo.InvariantCulture)}", step.Words, LongestAttribute.Paragraph) is { } tooLong) refusals.Add(tooLong);
            if (contents.Steps.Take(at).Any(before => before.Value == step.Value)) refusals.Add(Of("StepsAreEqual", field, step.Value));
            else if (step.Words.IsEmpty) refusals.Add(Of("StepNeedsWords", field, step.Value));
            else if (contents.Steps.Take(at).Any(before => before.Words == step.Words)) refusals.Add(Of("StepsSayTheSame", field, step.Words.ToString()));
        }

        return refusals;
    }

    /// <summary>A letter or two and a number: C1.</summary>
    [GeneratedRegex("^[A-Z]{1,2}[0-9]{1,2}$")]
    public static partial Regex Code();

    private static Refusal Of(string key, string field, params object[] arguments) => new(typeof(PrioritiesTexts), key, field, arguments);
}
