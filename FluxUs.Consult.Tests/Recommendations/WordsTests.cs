using System.Globalization;
using System.Resources;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Recommendations;

namespace FluxUs.Consult.Tests.Recommendations;

public class WordsTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_value_has_its_word_in_every_language(string language)
    {
        var texts = new ResourceManager(typeof(RecommendationsTexts));
        Type[] kinds =
        [
            typeof(Instrument), typeof(PowerLevel), typeof(Horizon), typeof(CostOrder), typeof(Strength), typeof(Concern),
            typeof(ConfidenceLevel), typeof(FindingLack), typeof(RecommendationLack), typeof(ApprovalState),
        ];
        var keys = texts.GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)!;

        Assert.All(kinds.SelectMany(kind => Enum.GetNames(kind).Select(name => $"{kind.Name}.{name}")), key => Assert.False(string.IsNullOrEmpty(keys.GetString(key)), key));
    }
}
