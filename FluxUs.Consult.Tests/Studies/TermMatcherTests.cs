using CsCheck;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Tests.Studies;

public class TermMatcherTests
{
    private static readonly string[] Alphabet = ["a", "b", "é", "C", " ", " ", "-", "’", "\n", "s", "1", "\ud83d\ude00", "e\u0301"];

    private static readonly Gen<string> Texts = Gen.Int[0, Alphabet.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(pick => Alphabet[pick])));

    private static GlossaryContents Term(string french) => new(new LocalText(french), "", "");

    private static IEnumerable<string> Found(string text, string language, params string[] terms) =>
        new TermMatcher(terms.Select(term => new GlossaryContents(new LocalText(term, term, term), "", "")), language).In(text).Select(place => text.Substring(place.Start, place.Length));

    [Theory]
    [InlineData("Le Réemploi paie.", "fr", "réemploi", "Réemploi")]
    [InlineData("Le reemploi paie.", "fr", "réemploi", "")]
    [InlineData("Un préréemploi.", "fr", "réemploi", "")]
    [InlineData("L’économie  circulaire", "fr", "économie circulaire", "économie  circulaire")]
    [InlineData("deux marchés publics", "fr", "marché public", "marchés publics")]
    [InlineData("des matériaux neufs", "fr", "matériau neuf", "matériaux neufs")]
    [InlineData("twee ketens, drie stromen", "nl", "keten", "ketens")]
    [InlineData("two boxes", "en", "box", "boxes")]
    [InlineData("un marché. Public ?", "fr", "marché public", "")]
    [InlineData("porte à porte", "fr", "porte-à-porte", "")]
    [InlineData("", "fr", "réemploi", "")]
    public void Whole_words_are_found_whatever_their_capitals_and_their_plural(string text, string language, string term, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], Found(text, language, term));

    [Fact]
    public void The_longest_counts_where_terms_overlap() =>
        Assert.Equal(["dépose", "cahier des charges", "dépose soignée"], Found("La dépose, le cahier des charges, la dépose soignée.", "fr", "dépose", "dépose soignée", "charges", "cahier des charges"));

    [Fact]
    public void One_word_may_be_that_of_several_terms()
    {
        var (reuse, again) = (new GlossaryContents(new LocalText("réemploi", "hergebruik"), "", ""), new GlossaryContents(new LocalText("réutilisation", "hergebruik"), "", ""));

        var place = Assert.Single(new TermMatcher([reuse, again], "nl").In("Hergebruik loont."));

        Assert.Equal([reuse, again], place.Terms);
    }

    [Fact]
    public void Any_form_of_a_term_will_do_and_the_words_of_a_language_are_read_once()
    {
        var term = new GlossaryContents(new LocalText("reconditionnement", "revisie ; reviseren;"), "", "");
        var glossary = new GlossaryMatchers([term]);

        Assert.Equal(["revisie", "reviseren"], term.Words("nl"));
        Assert.Equal([term], Assert.Single(glossary.In("nl").In("Wij reviseren toestellen.")).Terms);
        Assert.Equal([term], glossary.In("nl").SaidIn("Revisie loont."));
        Assert.Same(glossary.In("nl"), glossary.In("nl"));
        Assert.False(new GlossaryContents(new LocalText(" ; "), "", "").HasWord);
    }

    [Fact]
    public void Places_stand_in_the_text_in_order_without_overlapping_and_hold_a_word_of_their_term() =>
        Gen.Select(Texts, Texts.Array[1, 6]).Sample((text, terms) =>
        {
            var places = new TermMatcher(terms.Select(Term), "fr").In(text);
            var end = 0;
            foreach (var place in places)
            {
                Assert.True(place.Start >= end && place.Length > 0 && place.Start + place.Length <= text.Length);
                end = place.Start + place.Length;
                var words = text.Substring(place.Start, place.Length);
                Assert.True(place.Start == 0 || !char.IsLetterOrDigit(text[place.Start - 1]));
                Assert.True(end == text.Length || !char.IsLetterOrDigit(text[end]));
                Assert.NotEmpty(new TermMatcher([place.Terms[0]], "fr").In(words));
            }
        }, iter: 2_000);

    [Fact]
    public void Nothing_longer_that_was_left_out_stands_alone() =>
        Gen.Select(Texts, Texts.Array[1, 6]).Sample((text, terms) =>
        {
            var kept = new TermMatcher(terms.Select(Term), "fr").In(text);
            foreach (var alone in terms.SelectMany(term => new TermMatcher([Term(term)], "fr").In(text)))
                Assert.Contains(kept, place => place.Start < alone.Start + alone.Length && alone.Start < place.Start + place.Length && place.Length >= alone.Length);
        }, iter: 2_000);
}
