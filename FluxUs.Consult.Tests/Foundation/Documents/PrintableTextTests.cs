using FluxUs.Consult.Foundation.Documents;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("dit : « oui » ; non ? si !", "dit\u00a0: «\u202foui\u202f»\u202f; non\u202f? si\u202f!")]
    [InlineData("à 14:32, voir https://a.be", "à 14:32, voir https://a.be")]
    [InlineData("vraiment? «oui»; bien: fin!", "vraiment\u202f? «\u202foui\u202f»\u202f; bien\u00a0: fin\u202f!")]
    [InlineData("quoi ?!", "quoi\u202f?!")]
    [InlineData("https://a.be/?q=1&x=2;y", "https://a.be/?q=1&x=2;y")]
    [InlineData("10 000 m² et 40 % de 5 €", "10\u202f000\u202fm² et 40\u202f% de 5\u202f€")]
    [InlineData("en 2026 1500 pages", "en 2026 1500 pages")]
    [InlineData("12 t par an, 3 ETP, 250 k€", "12\u202ft par an, 3\u202fETP, 250\u202fk€")]
    [InlineData("2026 l’atelier, 3 tonnes", "2026 l’atelier, 3 tonnes")]
    public void French_spaces_are_narrow_and_do_not_break(string typed, string set) => Assert.Equal(set, PrintableText.Of(typed, "fr-BE"));

    [Theory]
    [InlineData("dit : « oui » ; 10 000 ? «non»: 5 % !")]
    [InlineData(" ;:!?»«")]
    public void What_was_set_once_is_not_set_again(string typed)
    {
        var once = PrintableText.Of(typed, "fr");

        Assert.Equal(once, PrintableText.Of(once, "fr"));
    }

    [Fact]
    public void Soft_hyphens_stay_where_words_may_be_parted() => Assert.Equal("re\u00admploi\u202f!", PrintableText.Breakable("re\u00admploi !", "fr"));

    [Fact]
    public void Other_languages_keep_their_spaces() => Assert.Equal("one : « two » 10\u202f000", PrintableText.Of("one : « two » 10 000", "en"));

    [Theory]
    [InlineData("a\tb\nc", "a b c")]
    [InlineData("a\u00adb\0c\ufeff", "abc")]
    [InlineData("🚲", "🚲")]
    public void Controls_go(string typed, string set) => Assert.Equal(set, PrintableText.Of(typed, "nl"));

    [Fact]
    public void Broken_surrogates_are_marked() => Assert.Equal("\ufffdx\ufffd", PrintableText.Of("\ud800x\udc00", "nl"));

    [Theory]
    [InlineData("Le stock : qui le paie ?", "fr", "Le stock\u00a0: qui le paie\u202f?")]
    [InlineData("« oui » ; 10 000 t", "fr", "«\u202foui\u202f»\u202f; 10\u202f000\u202ft")]
    [InlineData("sans espace: oui", "fr", "sans espace: oui")]
    [InlineData("The stock : 10 000 t", "en", "The stock : 10\u202f000\u202ft")]
    public void Words_on_a_page_keep_their_signs_and_their_length(string typed, string language, string shown)
    {
        Assert.Equal(shown, PrintableText.AsLong(typed, language));
        Assert.Equal(typed.Length, shown.Length);
    }
}
