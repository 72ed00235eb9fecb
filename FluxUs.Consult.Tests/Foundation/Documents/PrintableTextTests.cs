using FluxUs.Consult.Foundation.Documents;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("dit : « oui » ; non ? si !", "dit\u202f: «\u202foui\u202f»\u202f; non\u202f? si\u202f!")]
    [InlineData("à 14:32, voir https://a.be", "à 14:32, voir https://a.be")]
    [InlineData("10 000 m² et 40 % de 5 €", "10\u202f000 m² et 40\u202f% de 5\u202f€")]
    [InlineData("en 2026 1500 pages", "en 2026 1500 pages")]
    public void French_spaces_are_narrow_and_do_not_break(string typed, string set) => Assert.Equal(set, PrintableText.Of(typed, "fr-BE"));

    [Fact]
    public void Other_languages_keep_their_spaces() => Assert.Equal("one : « two » 10\u202f000", PrintableText.Of("one : « two » 10 000", "en"));

    [Theory]
    [InlineData("a\tb\nc", "a b c")]
    [InlineData("a\u00adb\0c\ufeff", "abc")]
    [InlineData("🚲", "🚲")]
    public void Controls_go(string typed, string set) => Assert.Equal(set, PrintableText.Of(typed, "nl"));

    [Fact]
    public void Broken_surrogates_are_marked() => Assert.Equal("\ufffdx\ufffd", PrintableText.Of("\ud800x\udc00", "nl"));
}
