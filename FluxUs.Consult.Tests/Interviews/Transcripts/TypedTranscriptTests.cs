using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews.Transcripts;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Interviews.Transcripts;

public class TypedTranscriptTests
{
    [Fact]
    public void Name_and_time_on_a_line_open_a_turn()
    {
        var transcript = Read("otter.txt");

        Assert.Equal(["Anna Smith", "Unknown Speaker"], transcript.Speakers);
        Assert.Equal("Yes. Storage is what we lack.\nAnd people.", transcript.Segments[1].Text);
        Assert.Equal(new TimeSpan(1, 2, 11), transcript.Segments[2].Start);
    }

    [Fact]
    public void Names_before_a_colon_open_turns_and_headings_do_not()
    {
        var transcript = Read("prefixes.txt");

        Assert.Equal([null, "Intervieweuse", "Expert", "Expert", "Intervieweuse", "Expert"], transcript.Segments.Select(segment => segment.Speaker));
        Assert.Equal("Entretien du 12 mars\nLieu: Bruxelles", transcript.Segments[0].Text);
    }

    [Fact]
    public void Times_in_brackets_are_kept_as_times_and_leave_the_words()
    {
        var transcript = Read("bracketed.txt");

        var second = transcript.Segments[1];
        Assert.Equal(("Karel", "Goed. We hebben twee wagens."), (second.Speaker, second.Text));
        Assert.Equal([TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(31)], second.Times.Select(time => time.Start));
        Assert.StartsWith("We hebben", transcript.Text[second.Times[1].Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_at_the_end_of_what_was_said_is_its_end()
    {
        var transcript = Read("maxqda.txt");

        Assert.Equal(["I", "B"], transcript.Speakers);
        Assert.Equal(TimeSpan.FromSeconds(8.3), transcript.Segments[0].End);
        Assert.Equal((TimeSpan.FromSeconds(8.3), TimeSpan.FromSeconds(15.9)), (transcript.Segments[1].Start, transcript.Segments[1].End));
        Assert.Equal("Bien, mais le stock est plein.", transcript.Segments[1].Text);
    }

    [Fact]
    public void A_time_and_a_name_above_the_words_open_a_turn_and_a_colon_among_the_words_does_not()
    {
        var transcript = Read("time-above.txt");

        Assert.Equal([("Speaker 1", 1d), ("Speaker 2", 9d), ("Speaker 1", 20d)], transcript.Segments.Select(segment => (segment.Speaker!, segment.Start!.Value.TotalSeconds)));
        Assert.Equal("Oui, d'accord : la collecte se passe bien.", transcript.Segments[1].Text);
    }

    [Fact]
    public void Hours_of_the_day_count_from_the_first()
    {
        var transcript = Read("clock.txt");

        Assert.Equal([0d, 7d, 37d], transcript.Segments.Select(segment => segment.Start!.Value.TotalSeconds));
        Assert.Equal(FilesTexts.TimesOfDay, Assert.Single(transcript.Notes).Key);
    }

    [Fact]
    public void A_table_with_tabs_gives_time_words_and_speaker()
    {
        var transcript = Read("nvivo.txt");

        Assert.Equal(["Interviewer", "Expert"], transcript.Speakers);
        Assert.Equal((TimeSpan.FromSeconds(5.2), TimeSpan.FromSeconds(9.8)), (transcript.Segments[1].Start, transcript.Segments[1].End));
    }

    [Fact]
    public void Notes_without_speakers_are_kept_to_the_character()
    {
        var bytes = Fixture.Bytes("Interviews/Transcripts", "notes.md");
        var transcript = Read("notes.md");

        Assert.Equal(System.Text.Encoding.UTF8.GetString(bytes).TrimEnd(), transcript.Text);
        Assert.Equal(4, transcript.Segments.Count);
        Assert.All(transcript.Segments, segment => Assert.Equal(segment.Text, transcript.Text.Substring(segment.Offset, segment.Length)));
    }

    [Fact]
    public void Latin_1_is_read_and_said()
    {
        var transcript = Read("latin1.txt");

        Assert.Equal("Café réemploi, dépôt.", transcript.Text);
        Assert.Equal(FilesTexts.ReadAsWindows1252, Assert.Single(transcript.Notes).Key);
    }

    [Fact]
    public void A_web_page_gives_its_words_and_nothing_that_runs()
    {
        var transcript = Read("page.html");

        Assert.Equal(["Anna", "Bram"], transcript.Speakers);
        Assert.Equal("Bonjour & bienvenue\n\nMerci\nbeaucoup\n\nDe rien", transcript.Text);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", nameof(FilesTexts.TranscriptIsPdf))]
    [InlineData("", nameof(FilesTexts.FileEmpty))]
    [InlineData("   \n", nameof(FilesTexts.FileEmpty))]
    [InlineData("@book{a, title={x}}", nameof(FilesTexts.TranscriptIsLiterature))]
    [InlineData("{\\rtf1 x}", nameof(FilesTexts.TranscriptKindUnknown))]
    [InlineData("PK\u0003\u0004broken", nameof(FilesTexts.ArchiveDamaged))]
    [InlineData("WEBVTT\n\n", nameof(FilesTexts.TranscriptEmpty))]
    [InlineData("a\0b", nameof(FilesTexts.TranscriptKindUnknown))]
    public void What_is_no_transcript_is_refused_with_the_reason(string content, string reason)
    {
        var read = TranscriptReader.Read(System.Text.Encoding.Latin1.GetBytes(content), "file");

        Assert.Equal(reason, read.Refusal?.Key);
    }

    private static Transcript Read(string name)
    {
        var read = TranscriptReader.Read(Fixture.Bytes("Interviews/Transcripts", name), name);
        Assert.Null(read.Refusal);
        return read.Value!;
    }
}
