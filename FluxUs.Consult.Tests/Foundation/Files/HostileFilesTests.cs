using System.Diagnostics;
using System.Text;
using CsCheck;
using FluxUs.Consult.Interviews.Transcripts;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Tests.Interviews.Transcripts;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Foundation.Files;

/// <summary>Whatever a file holds, reading it ends soon with a value or a reason.</summary>
public class HostileFilesTests
{
    /// <summary>Two seconds are the goal on a quiet machine; what grows with the square of its size takes far longer than this.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(6);

    private static readonly string[] Transcripts =
        ["teams.vtt", "zoom.vtt", "syntax.vtt", "rolling.vtt", "damaged.vtt", "no-blank-lines.srt", "otter.txt", "prefixes.txt", "bracketed.txt", "maxqda.txt", "nvivo.txt", "notes.md", "page.html"];

    private static readonly string[] Literature = ["quirks.bib", "broken.bib", "bom-crlf.ris", "missing-end.ris", "pubmed.nbib", "zotero.json"];

    [Fact]
    public void Random_bytes_are_read_or_refused() =>
        Gen.Byte.Array[0, 2_000].Sample(bytes => Read(bytes), iter: 200, threads: 1, writeLine: null);

    [Fact]
    public void Damaged_files_are_read_or_refused()
    {
        var originals = Transcripts.Select(name => Fixture.Bytes("Interviews/Transcripts", name))
            .Concat(Literature.Select(name => Fixture.Bytes("Literature/Importing", name)))
            .Append(DocumentTranscriptTests.Document("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Bonjour</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"))
            .ToArray();
        var damage = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Byte.Array[1, 12]);
        Gen.Select(Gen.Int[0, originals.Length - 1].Select(i => originals[i]), damage.Array[1, 8])
            .Sample((original, hits) => Read(hits.Aggregate(original, Damage)), iter: 400, threads: 1, writeLine: null);
    }

    [Theory]
    [InlineData("@article{a, title = {", 20_000)]
    [InlineData("@a{k,\n t = {\n", 20_000)]
    [InlineData("t = {\n", 40_000, "@a{k,\n")]
    [InlineData("{", 200_000, "@a{k, t = ")]
    [InlineData("\\'{", 100_000, "@a{k, t = {")]
    [InlineData("\"x\" # ", 40_000, "@a{k, t = ")]
    [InlineData(" and ", 60_000, "@a{k, author = {")]
    [InlineData("x\n", 150_000, "TY  - JOUR\nAB  - ")]
    [InlineData("TY  - JOUR\n", 30_000)]
    [InlineData("AU  - a\n", 40_000, "TY  - JOUR\n")]
    [InlineData("[", 100_000, "[{\"id\":")]
    [InlineData("<v a>", 60_000, "WEBVTT\n\n00:01.000 --> 00:02.000\n")]
    [InlineData("<", 200_000, "WEBVTT\n\n00:01.000 --> 00:02.000\n")]
    [InlineData("{\\", 100_000, "WEBVTT\n\n00:01.000 --> 00:02.000\n")]
    [InlineData("a\n", 100_000, "WEBVTT\n\n00:01.000 --> 00:02.000\n")]
    [InlineData("00:01.000 --> 00:02.000\na\n", 30_000, "WEBVTT\n\n")]
    [InlineData("a ", 200_000)]
    [InlineData("A: b\n", 60_000)]
    [InlineData("[00:01]", 60_000)]
    [InlineData("[00:01] x\n", 40_000)]
    [InlineData("<div>", 80_000, "<html>")]
    [InlineData("<script>", 60_000, "<html>")]
    [InlineData("<!--", 60_000, "<html>")]
    [InlineData("<table><tr><td>", 30_000, "<html>")]
    [InlineData("\u0301", 200_000, "e")]
    public void What_repeats_without_end_is_read_or_refused_in_time(string part, int times, string start = "")
    {
        var text = new StringBuilder(start, start.Length + (part.Length * times)).Insert(start.Length, part, times).ToString();
        Read(Encoding.UTF8.GetBytes(text));
    }

    private static byte[] Damage(byte[] bytes, (int Kind, int From, int To, byte[] Noise) hit)
    {
        if (bytes.Length == 0)
            return hit.Noise;
        var from = hit.From % bytes.Length;
        var length = Math.Min(hit.To % 60, bytes.Length - from);
        return hit.Kind switch
        {
            0 => bytes[..from],
            1 => [.. bytes[..from], .. bytes[(from + length)..]],
            2 => [.. bytes[..from], .. hit.Noise, .. bytes[from..]],
            _ => [.. bytes[..from], .. bytes[from..(from + length)], .. bytes[from..]],
        };
    }

    private static void Read(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var transcript = TranscriptReader.Read(bytes, "file");
        var literature = LiteratureReader.Read(bytes, "file");
        Assert.True(watch.Elapsed < Most, $"{watch.Elapsed} for {bytes.Length} bytes");
        Assert.True(transcript.Value is null != transcript.Refusal is null);
        Assert.True(literature.Value is null != literature.Refusal is null);
        if (transcript.Value is not { } read)
            return;
        Assert.DoesNotContain('\r', read.Text);
        Assert.All(read.Segments, segment =>
        {
            Assert.Equal(segment.Text, read.Text.Substring(segment.Offset, segment.Length));
            Assert.All(segment.Times, time => Assert.InRange(time.Offset, segment.Offset, segment.Offset + segment.Length));
        });
    }
}
