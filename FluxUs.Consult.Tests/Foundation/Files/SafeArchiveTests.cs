using System.IO.Compression;
using System.Text;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Tests.Interviews.Transcripts;

namespace FluxUs.Consult.Tests.Foundation.Files;

public class SafeArchiveTests
{
    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\evil.txt")]
    [InlineData("C:evil.txt")]
    public void A_name_that_leaves_the_archive_is_refused(string name) =>
        Assert.Equal(FilesTexts.ArchivePath, Open(DocumentTranscriptTests.Zip((name, "x"))).Refusal!.Key);

    [Fact]
    public void A_part_that_unpacks_to_an_excessive_size_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("bomb").Open())
            entry.Write(new byte[20_000_000]);

        Assert.Equal(FilesTexts.ArchiveRatio, Open(stream.ToArray()).Refusal!.Key);
    }

    [Fact]
    public void A_size_that_the_header_hides_is_met_while_reading()
    {
        var bytes = Deflated(new byte[4_000_000]);
        // The sizes in the central directory are made small: 24 bytes behind its signature stands the unpacked size.
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 10u);
        using var archive = Open(bytes).Value!;

        // The framework itself stops at the size that was promised, or our count does.
        var refused = Record.Exception(() =>
        {
            using var part = archive.OpenEntry("part");
            var read = 0L;
            for (int got; (got = part.Read(new byte[8192])) > 0; read += got)
                Assert.True(read < 1_500_000);
        });
        Assert.True(refused is null or FileRefusedException);
    }

    [Fact]
    public void Too_many_parts_too_much_in_all_and_a_name_twice_are_refused()
    {
        var many = DocumentTranscriptTests.Zip([.. Enumerable.Range(0, 30).Select(i => ($"f{i}", "x"))]);
        Assert.Equal(FilesTexts.ArchiveTooManyEntries, SafeArchive.Open(new MemoryStream(many), "a.zip", new ArchiveLimits(Entries: 20)).Refusal!.Key);
        var large = DocumentTranscriptTests.Zip(("a", new string('x', 600)), ("b", new string('y', 600)));
        Assert.Equal(FilesTexts.ArchiveTooLarge, SafeArchive.Open(new MemoryStream(large), "a.zip", new ArchiveLimits(TotalBytes: 1_000)).Refusal!.Key);
        Assert.Equal(FilesTexts.ArchiveTwice, Open(DocumentTranscriptTests.Zip(("a", "1"), ("a", "2"))).Refusal!.Key);
    }

    [Fact]
    public void A_directory_too_wideto_be_read_is_refused_before_it_is()
    {
        var name = new string('n', 600);
        var wide = DocumentTranscriptTests.Zip([.. Enumerable.Range(0, 20).Select(i => (name + i, "x"))]);

        Assert.Equal(FilesTexts.ArchiveTooManyEntries, SafeArchive.Open(new MemoryStream(wide), "a.zip", new ArchiveLimits(Entries: 20)).Refusal!.Key);
    }

    [Fact]
    public void Every_cut_of_an_archive_is_refused_and_nothing_is_thrown()
    {
        var whole = DocumentTranscriptTests.Document("<w:p><w:r><w:t>Bonjour.</w:t></w:r></w:p>");
        for (var length = 4; length < whole.Length; length += 3)
        {
            var read = FluxUs.Consult.Interviews.Transcripts.TranscriptReader.Read(whole[..length], "a.docx");
            Assert.NotNull(read.Refusal);
        }
    }

    private static FileReading<SafeArchive> Open(byte[] bytes) => SafeArchive.Open(new MemoryStream(bytes), "a.zip");

    private static byte[] Deflated(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("part").Open())
            entry.Write(content);
        return stream.ToArray();
    }
}
