using System.Globalization;
using System.Text;
using CsCheck;
using FluxUs.Consult.Evidence.Anchoring;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Tests.Evidence.Anchoring;

public class ReanchoringTests
{
    private const string Old = "Le prix est trop bas.\n\nOui.\n\nLe stockage manque en ville, dit-elle.\n\nOui.\n\nOn récupère des briques.";

    private static Gen<string> Any(params string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);

    /// <summary>Texts as people type them: letters with loose marks, emoji with joiners and flags, and every line end.</summary>
    private static readonly Gen<string> Texts =
        Any("a", "é", "e\u0301", "o\u0302\u0323", "🧱", "👩🏽‍🔬", "🇧🇪", "นำ", "가", " ", "-", "\r\n", "\n", "\r", "bois", "terre ", "Oui. ", "\u200D", "x\uFE0F")
            .Array[0, 60].Select(parts => TextDecoding.Normalise(string.Concat(parts), out _));

    [Fact]
    public void An_anchor_moves_with_what_stands_around_it()
    {
        var placement = Place("stockage manque", "Préface.\n\n" + Old);

        Assert.Equal(AnchorCertainty.Certain, placement.Certainty);
        Assert.Equal(Old.IndexOf("stockage", StringComparison.Ordinal) + 10, placement.New!.Start);
    }

    [Fact]
    public void A_correction_elsewhere_in_the_line_leaves_it_certain() =>
        Assert.Equal(AnchorCertainty.Certain, Place("Le stockage manque", Old.Replace("dit-elle", "dit-il", StringComparison.Ordinal)).Certainty);

    [Fact]
    public void Changed_words_are_for_a_person_to_decide()
    {
        var placement = Place("Le stockage manque en ville", Old.Replace("manque", "fait défaut", StringComparison.Ordinal));

        Assert.Equal(AnchorCertainty.Uncertain, placement.Certainty);
        Assert.Equal("Le stockage fait défaut en ville", placement.New!.Quote);
    }

    [Fact]
    public void Words_that_are_gone_are_lost()
    {
        var placement = Place("Le stockage manque en ville, dit-elle.", Old.Replace("Le stockage manque en ville, dit-elle.\n\n", "", StringComparison.Ordinal));

        Assert.Equal((AnchorCertainty.Lost, null), (placement.Certainty, placement.New));
    }

    [Fact]
    public void The_same_words_said_elsewhere_do_not_take_the_place_of_those_that_are_gone()
    {
        const string before = "Anna: le prix est un frein majeur pour nous tous.\n\nBram: je ne sais pas.\n\nCarl: le prix est un frein majeur, je le répète.";
        var anchor = TextAnchor.Of(before, before.IndexOf("le prix", StringComparison.Ordinal), "le prix est un frein majeur".Length);
        var after = before[before.IndexOf("Bram", StringComparison.Ordinal)..];

        Assert.NotEqual(AnchorCertainty.Certain, Assert.Single(Reanchoring.Place(before, after, [anchor])).Certainty);
    }

    [Fact]
    public void A_paragraph_that_was_moved_is_found_by_its_words()
    {
        const string moved = "On récupère des briques.\n\nLe prix est trop bas.\n\nOui.\n\nLe stockage manque en ville, dit-elle.\n\nOui.";
        var placement = Place("On récupère des briques.", moved);

        Assert.Equal((AnchorCertainty.Certain, 0), (placement.Certainty, placement.New!.Start));
    }

    [Fact]
    public void An_unchanged_text_keeps_every_anchor() =>
        Gen.Select(Texts, Gen.Int[0, 200], Gen.Int[1, 60]).Sample((text, start, length) =>
        {
            if (text.Length == 0)
                return;
            var anchor = TextAnchor.Of(text, start % text.Length, length);
            var placement = Assert.Single(Reanchoring.Place(text, text, [anchor]));
            Assert.Equal((AnchorCertainty.Certain, anchor), (placement.Certainty, placement.New));
        }, iter: 300, threads: 1, writeLine: null);

    [Fact]
    public void Certain_means_the_same_words_and_nothing_is_ever_cut_in_a_character() =>
        Gen.Select(Texts, Texts, Texts, Gen.Int[0, 200], Gen.Int[1, 40], Gen.Int[0, 200], Gen.Int[0, 20]).Sample((head, text, added, start, length, at, removed) =>
        {
            if (text.Length == 0)
                return;
            var anchor = TextAnchor.Of(text, start % text.Length, length);
            Assert.True(anchor.Fits(text));
            at %= text.Length + 1;
            var after = TextDecoding.Normalise(head + text[..at] + added + text[Math.Min(text.Length, at + removed)..], out _);
            var placement = Assert.Single(Reanchoring.Place(text, after, [anchor]));
            Assert.Equal(placement.Certainty == AnchorCertainty.Lost, placement.New is null);
            if (placement.New is not { } found)
                return;
            Assert.True(found.Fits(after));
            AssertWhole(after, found.Start);
            AssertWhole(after, found.End);
            AssertWhole(after, found.Start - found.Before.Length);
            AssertWhole(after, found.End + found.After.Length);
            if (placement.Certainty == AnchorCertainty.Certain)
                Assert.Equal(anchor.Quote, found.Quote);
        }, iter: 500, threads: 1, writeLine: null);

    [Fact]
    public void Shared_stretches_say_the_same_in_both_texts_in_order() =>
        Gen.Select(Texts, Texts).Sample((one, other) =>
        {
            int oldEnd = 0, newEnd = 0;
            foreach (var stretch in TextDiff.Between(one, other))
            {
                Assert.True(stretch.Length > 0 && stretch.OldStart >= oldEnd && stretch.NewStart >= newEnd);
                Assert.True(one.AsSpan(stretch.OldStart, stretch.Length).SequenceEqual(other.AsSpan(stretch.NewStart, stretch.Length)));
                (oldEnd, newEnd) = (stretch.OldEnd, stretch.NewEnd);
            }
        }, iter: 500, threads: 1, writeLine: null);

    [Fact]
    public void Boundaries_are_those_of_the_whole_text() =>
        Texts.Sample(text =>
        {
            var boundaries = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
            for (var offset = 0; offset <= text.Length; offset++)
            {
                Assert.Equal(boundaries.Contains(offset), GraphemeBoundaries.IsBoundary(text, offset));
                Assert.Equal(boundaries.Where(boundary => boundary >= offset).Min(), GraphemeBoundaries.Ceiling(text, offset));
            }
        }, iter: 300, threads: 1, writeLine: null);

    [Fact]
    public void A_long_transcript_with_many_corrections_is_placed_in_time()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"Phrase {i} sur la collecte et le tri de la matière numéro {i * 7 % 1_000}.").ToArray();
        var before = string.Join('\n', lines);
        var anchors = Enumerable.Range(0, 2_000).Select(i => TextAnchor.Of(before, i * 500, 40)).ToList();
        for (var i = 0; i < lines.Length; i += 50)
            lines[i] = lines[i].Replace("collecte", "récolte", StringComparison.Ordinal);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var placed = Reanchoring.Place(before, string.Join('\n', lines), anchors);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
        Assert.True(placed.Count(placement => placement.Certainty == AnchorCertainty.Certain) > 1_900);
    }

    private static AnchorPlacement Place(string quote, string after) =>
        Assert.Single(Reanchoring.Place(Old, after, [TextAnchor.Of(Old, Old.IndexOf(quote, StringComparison.Ordinal), quote.Length)]));

    private static void AssertWhole(string text, int offset) =>
        Assert.Contains(offset, StringInfo.ParseCombiningCharacters(text).Append(text.Length));
}
