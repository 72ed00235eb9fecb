using CsCheck;
using FluxUs.Consult.Evidence.Anchoring;

namespace FluxUs.Consult.Tests.Evidence.Anchoring;

public class PseudonymProjectionTests
{
    private static Gen<string> Any(params string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);

    private static readonly Pseudonym[] Names =
        [new("Hélène Dubois", "[P1]"), new("Hélène", "[P1, prénom]"), new("Atelier Nord", "[une entreprise de réemploi]"), new("Éli", "[P2]")];

    [Theory]
    [InlineData("Hélène Dubois l'a dit.", "[P1] l'a dit.")]
    [InlineData("D'HELENE  DUBOIS, rien.", "D'[P1], rien.")]
    [InlineData("He\u0301le\u0300ne parle.", "[P1, prénom] parle.")]
    [InlineData("Hélènes et l'atelier\nnord", "Hélènes et l'[une entreprise de réemploi]")]
    [InlineData("É́li🧱", "[P2]🧱")]
    [InlineData("Personne.", "Personne.")]
    public void Names_are_found_as_whole_words_whatever_their_form(string text, string shown) =>
        Assert.Equal(shown, PseudonymProjection.Of(text, Names).Shown);

    [Fact]
    public void A_span_that_touches_a_name_takes_it_whole()
    {
        var projection = PseudonymProjection.Of("Hier, Hélène Dubois parlait.", Names);

        Assert.Equal((6, 4), projection.ToShown(8, 3));
        Assert.Equal((6, 13), projection.ToOriginal(7, 1));
        Assert.Equal((0, 6), projection.ToShown(0, 6));
        Assert.Equal((10, 9), projection.ToShown(19, 9));
    }

    [Fact]
    public void Offsets_go_there_and_back()
    {
        var texts = Any("Hélène Dubois", "Hélène", "atelier nord", "🧱", "e\u0301", " ", ", ", "\n", "bois").Array[0, 30].Select(string.Concat);
        Gen.Select(texts, Gen.Int[0, 300], Gen.Int[1, 40]).Sample((text, start, length) =>
        {
            var projection = PseudonymProjection.Of(text, Names);
            if (text.Length == 0)
                return;
            start %= text.Length;
            length = Math.Min(length, text.Length - start);
            var shown = projection.ToShown(start, length);
            Assert.InRange(shown.Start + shown.Length, shown.Start, projection.Shown.Length);
            var back = projection.ToOriginal(shown.Start, shown.Length);
            Assert.True(back.Start <= start && back.Start + back.Length >= start + length);
            Assert.Equal(shown, projection.ToShown(back.Start, back.Length));
            if (!projection.Spans.Any(span => span.OriginalStart < start + length && span.OriginalEnd > start))
                Assert.True(text.AsSpan(start, length).SequenceEqual(projection.Shown.AsSpan(shown.Start, shown.Length)));
        }, iter: 500, threads: 1, writeLine: null);
    }
}
