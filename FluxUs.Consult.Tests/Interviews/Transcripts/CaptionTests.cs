using System.Text;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews.Transcripts;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Interviews.Transcripts;

public class CaptionTests
{
    [Fact]
    public void Captions_of_one_voice_become_one_paragraph_that_keeps_each_time()
    {
        var transcript = Read("teams.vtt");

        Assert.Equal(FileKind.Vtt, transcript.Kind);
        Assert.Equal(["Peeters, Lieve", "Nadia El Amrani"], transcript.Speakers);
        var first = transcript.Segments[0];
        Assert.Equal("Merci d'être là. On commence par la récupération du bois ? Dites-moi tout.", first.Text);
        Assert.Equal(TimeSpan.FromSeconds(3.12), first.Start);
        Assert.Equal(TimeSpan.FromSeconds(9), first.End);
        var second = first.Times[1];
        Assert.Equal("Dites-moi", transcript.Text.Substring(second.Offset, 9));
        Assert.Equal(TimeSpan.FromSeconds(6.5), second.Start);
        Assert.Equal("Le frein, c'est le stockage & le prix <\u00A010 € la tonne.", transcript.Segments[1].Text);
    }

    [Fact]
    public void Names_before_a_colon_are_speakers_when_they_come_back()
    {
        var transcript = Read("zoom.vtt");

        Assert.Equal(["Anna Smith", "Bram Claes", "Anna Smith"], transcript.Segments.Select(segment => segment.Speaker));
        Assert.Equal("With pleasure. One thing: storage is short.", transcript.Segments[1].Text);
    }

    [Theory]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\n(Anna Smith)\nOne\n\n00:02.000 --> 00:03.000\n(Anna Smith)\ntwo.\n\n00:03.000 --> 00:04.000\n(Bram)\nThree.\n")]
    [InlineData("WEBVTT\n\n1 \"Anna Smith\" (30)\n00:01.000 --> 00:02.000\nOne two.\n\n2 \"Bram\" (31)\n00:02.000 --> 00:03.000\nThree.\n")]
    [InlineData("0:0:1.0 --> 0:0:2.10\nAnna Smith\nOne\n\n0:0:2.10 --> 0:0:3.0\nAnna Smith\ntwo.\n\n0:0:3.0 --> 0:0:4.0\nBram\nThree.\n")]
    public void Names_on_the_first_line_or_behind_the_number_are_speakers(string captions)
    {
        var transcript = Read(Encoding.UTF8.GetBytes(captions));

        Assert.Equal([("Anna Smith", "One two."), ("Bram", "Three.")], transcript.Segments.Select(segment => (segment.Speaker!, segment.Text)));
    }

    [Fact]
    public void Styles_regions_settings_and_tags_are_no_words()
    {
        var transcript = Read("syntax.vtt");

        Assert.Equal("First line is 3 < 4, R&D \u200Ecounts", transcript.Text);
        Assert.Contains(transcript.Notes, note => note.Key == FilesTexts.VttCommentsLeftOut);
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_leave_no_trace()
    {
        Assert.Equal("Déjà lu", Read("bom-crlf.vtt").Text);
    }

    [Fact]
    public void Rolling_captions_are_read_once()
    {
        var transcript = Read("rolling.vtt");

        Assert.Equal("on récupère les briques et on les nettoie à la main", transcript.Text);
        Assert.Equal("fr", transcript.Language);
        Assert.Equal(FilesTexts.RollingCaptionsUnrolled, Assert.Single(transcript.Notes).Key);
    }

    [Fact]
    public void What_people_say_twice_stays_twice()
    {
        var transcript = Read(Encoding.UTF8.GetBytes("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Oui.</v>\n\n00:02.000 --> 00:03.000\n<v A>Oui.</v>\n\n00:03.000 --> 00:04.000\n<v A>Bien sûr.</v>\n"));

        Assert.Equal("Oui. Oui. Bien sûr.", transcript.Text);
    }

    [Fact]
    public void Damaged_captions_keep_their_words_and_say_what_was_mended_where()
    {
        var transcript = Read("damaged.vtt");

        Assert.Equal("One Two Three and four", transcript.Text);
        Assert.Equal(
            [(1, FilesTexts.VttHeaderMissing), (4, FilesTexts.TimingUnreadable), (7, FilesTexts.TimingEndUnreadable), (10, FilesTexts.CaptionContinued)],
            transcript.Notes.Select(note => (note.Place!.Number, note.Key)));
    }

    [Fact]
    public void Captions_out_of_order_are_sorted_by_time()
    {
        var transcript = Read("out-of-order.vtt");

        Assert.Equal(["A", "B"], transcript.Speakers);
        Assert.Equal(FilesTexts.CaptionsReordered, Assert.Single(transcript.Notes).Key);
    }

    [Fact]
    public void SubRip_without_blank_lines_between_or_with_some_inside_is_read_whole()
    {
        var transcript = Read("no-blank-lines.srt");

        Assert.Equal(FileKind.Srt, transcript.Kind);
        Assert.Equal("Bonjour à tous. On parle du bois, puis des terres.", transcript.Text);
    }

    [Fact]
    public void Every_segment_stands_in_the_text_where_it_says()
    {
        foreach (var name in new[] { "teams.vtt", "zoom.vtt", "rolling.vtt", "damaged.vtt", "no-blank-lines.srt" })
        {
            var transcript = Read(name);
            Assert.All(transcript.Segments, segment => Assert.Equal(segment.Text, transcript.Text.Substring(segment.Offset, segment.Length)));
        }
    }

    private static Transcript Read(string name) => Read(Fixture.Bytes("Interviews/Transcripts", name), name);

    private static Transcript Read(byte[] content, string name = "a.vtt")
    {
        var read = TranscriptReader.Read(content, name);
        Assert.Null(read.Refusal);
        return read.Value!;
    }
}
