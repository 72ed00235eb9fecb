using System.Globalization;
using CsCheck;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.SourceTexts;

namespace FluxUs.Consult.Tests.Evidence;

/// <summary>Offsets over text as people write it: emoji of several code points, combining marks, flags, line ends of every kind.</summary>
public class PassageTests
{
    private static readonly string[] Pieces = ["a", "é", "e\u0301", "👩🏽‍🔧", "🇧🇪", "👍🏿", " ", "\n", "mot", "ก็", "한", "’", "\u00ADx", "n\u0303\u0323"];

    private static readonly Gen<string> AnyText = Gen.OneOf(Pieces).Array[1, 40].Select(string.Concat);

    private static readonly Gen<string> AnyFile = Gen.OneOf<string>([.. Pieces, "\r\n", "\r", "\0", "\ud83d", "\udc4d"]).Array[0, 40].Select(string.Concat);

    private static HashSet<int> Boundaries(string text) => [.. StringInfo.ParseCombiningCharacters(text), text.Length];

    [Fact]
    public void A_passage_never_cuts_a_character() => Gen.Select(AnyText, Gen.Int[0, 200], Gen.Int[1, 200]).Sample((text, start, length) =>
    {
        if (ChosenWords.Snap(text, start, length) is not var (at, size)) return true;
        var boundaries = Boundaries(text);
        return size > 0 && boundaries.Contains(at) && boundaries.Contains(at + size);
    });

    [Fact]
    public void A_passage_holds_every_letter_that_was_chosen() => Gen.Select(AnyText, Gen.Int[0, 200], Gen.Int[1, 200]).Sample((text, start, length) =>
    {
        if (ChosenWords.Snap(text, start, length) is not var (at, size)) return start + length > text.Length || string.IsNullOrWhiteSpace(text.Substring(start, length));
        return Enumerable.Range(start, length).All(place => char.IsWhiteSpace(text[place]) || place >= at && place < at + size);
    });

    [Fact]
    public void A_snapped_passage_stays_where_it_is() => Gen.Select(AnyText, Gen.Int[0, 200], Gen.Int[1, 200]).Sample((text, start, length) =>
        ChosenWords.Snap(text, start, length) is not var (at, size) || ChosenWords.Snap(text, at, size) == (at, size));

    [Fact]
    public void What_stands_around_a_passage_joins_to_the_text_and_survives_being_stored() => Gen.Select(AnyText, Gen.Int[0, 200], Gen.Int[1, 200]).Sample((text, start, length) =>
    {
        if (ChosenWords.Snap(text, start, length) is not var (at, size)) return true;
        var span = ExcerptSpan.Of(text, at, size);
        var whole = span.Before + span.Quote + span.After;
        return text.Contains(whole, StringComparison.Ordinal) && text.Substring(at, size) == span.Quote
            && System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(whole)) == whole;
    });

    [Fact]
    public void Every_line_end_becomes_one_and_segments_keep_their_words() => Gen.Select(AnyFile, AnyFile, AnyFile).Sample((before, inside, after) =>
    {
        // Letters between keep the pieces of one file from joining at the seams.
        var segment = "<" + inside + ">";
        var (stored, segments) = StoredText.From(before + segment + after, [new SegmentDraft(before.Length, segment.Length, null, null, null, null, null, null)]);
        var words = stored.Substring(segments[0].Start, segments[0].Length);
        return !stored.Contains('\r', StringComparison.Ordinal)
            && words == StoredText.From(segment, []).Text
            && System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(stored)) == stored;
    });

    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("   ", 0, 3)]
    [InlineData("abc", -1, 2)]
    [InlineData("abc", 2, 2)]
    [InlineData("abc", 1, 0)]
    [InlineData("abc", 1, int.MaxValue)]
    public void Nothing_is_no_passage(string text, int start, int length) => Assert.Null(ChosenWords.Snap(text, start, length));
}
