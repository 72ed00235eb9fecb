using FluxUs.Consult.Foundation.Documents.Hyphenation;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Hyphenation;

public sealed class HyphenatorTests
{
    private static string Parted(string language, string word)
    {
        var hyphenator = Hyphenator.For(language)!;
        var places = hyphenator.PlacesIn(word).Reverse();
        return places.Aggregate(word, (parted, place) => parted.Insert(place, "-"));
    }

    [Theory]
    [InlineData("fr", "accompagnement", "ac-com-pa-gne-ment")]
    [InlineData("fr-BE", "recommandations", "re-com-man-da-tions")]
    [InlineData("fr", "réemploi", "ré-em-ploi")]
    [InlineData("nl", "bouwmaterialen", "bouw-ma-te-ri-a-len")]
    [InlineData("nl-BE", "verantwoordelijkheid", "ver-ant-woor-de-lijk-heid")]
    [InlineData("en", "infrastructure", "in-fra-struc-ture")]
    [InlineData("en-GB", "something", "some-thing")]
    public void Words_are_parted_as_the_language_parts_them(string language, string word, string parted) => Assert.Equal(parted, Parted(language, word));

    [Theory]
    [InlineData("fr", "Bruxelles")]
    [InlineData("fr", "P01")]
    [InlineData("fr", "non-retenu")]
    [InlineData("nl", "OVAM")]
    [InlineData("en", "use")]
    [InlineData("fr", "eau")]
    public void Names_codes_and_short_words_stay_whole(string language, string word) => Assert.Equal(word, Parted(language, word));

    [Fact]
    public void Two_letters_stay_and_three_go_at_least()
    {
        foreach (var word in new[] { "organisation", "aluminium", "opération", "économie", "industrialisée" })
            Assert.All(Hyphenator.For("fr")!.PlacesIn(word), place => Assert.InRange(place, 2, word.Length - 3));
    }

    [Fact]
    public void Other_languages_have_none() => Assert.Null(Hyphenator.For("de"));

    [Fact]
    public void A_word_without_end_is_no_word() => Assert.Empty(Hyphenator.For("nl")!.PlacesIn(new string('a', 10_000)));
}
