using System.Globalization;
using System.Resources;
using System.Text;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Tests.Foundation.Files;

public class TextDecodingTests
{
    private const string Sample = "Né à Liège 🧱\ndeux";

    [Fact]
    public void Marks_of_every_Unicode_form_are_understood_and_leave_no_trace()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true), new UTF32Encoding(true, true) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)];
            Assert.Equal(Sample, Decode(bytes).Text);
        }

        Assert.Equal("plain words", Decode(Encoding.Unicode.GetBytes("plain words")).Text);
    }

    [Fact]
    public void Line_ends_become_LF_and_letters_stay_as_they_were_typed()
    {
        Assert.Equal("e\u0301\nb\nc\n\td", Decode(Encoding.UTF8.GetBytes("e\u0301\r\nb\rc\f\td")).Text);
    }

    [Fact]
    public void A_few_foreign_bytes_in_UTF_8_are_read_as_Windows_text()
    {
        var decoded = Decode([.. Encoding.UTF8.GetBytes("é à ù ç è "), 0xE9, .. Encoding.UTF8.GetBytes(" î")]);

        Assert.Equal("é à ù ç è é î", decoded.Text);
        Assert.Equal(FilesTexts.ForeignBytes, Assert.Single(decoded.Notes).Key);
    }

    [Fact]
    public void Control_characters_go_and_are_counted()
    {
        var decoded = Decode("a\u0001b\u007Fc\u001A"u8.ToArray());

        Assert.Equal("abc", decoded.Text);
        Assert.Equal("2", Assert.Single(decoded.Notes).Arguments[0]);
    }

    [Fact]
    public void Binary_empty_and_enormous_content_is_refused()
    {
        Assert.Equal(FilesTexts.FileEmpty, TextDecoding.Decode([], "a").Refusal!.Key);
        Assert.Equal(FilesTexts.FileBinary, TextDecoding.Decode("a\0b"u8, "a").Refusal!.Key);
        Assert.Equal(FilesTexts.FileBinary, TextDecoding.Decode(Enumerable.Range(0, 500).Select(i => (byte)((i % 8) + 1)).ToArray(), "a").Refusal!.Key);
        Assert.Equal(FilesTexts.TextTooLarge, TextDecoding.Decode(new byte[TextDecoding.LimitBytes + 1], "a").Refusal!.Key);
    }

    [Fact]
    public void Every_sentence_is_written_in_three_languages_with_the_same_places()
    {
        var keys = typeof(FilesTexts).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        var texts = new ResourceManager(typeof(FilesTexts).FullName!, typeof(FilesTexts).Assembly);
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            var places = new[] { "fr", "nl", "en" }
                .Select(language => texts.GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)!.GetString(key))
                .Select(text => string.Join(',', Enumerable.Range(0, 3).Where(place => text!.Contains("{" + place + "}", StringComparison.Ordinal))));
            Assert.True(places.Distinct().Count() == 1, key);
        }
    }

    [Fact]
    public void A_note_says_file_place_and_what_happened()
    {
        var note = new ImportNote("a.bib", ImportPlace.Entry(3, "dupont2020"), ImportEffect.Repaired, FilesTexts.YearRepaired, ["20O8", "2008"]);

        Assert.Equal("a.bib, notice 3 (dupont2020)\u00A0: Année «\u00A020O8\u00A0» lue comme 2008.", note.Describe(CultureInfo.GetCultureInfo("fr-BE")));
        Assert.Equal("a.bib, entry 3 (dupont2020): Year “20O8” read as 2008.", note.Describe(CultureInfo.GetCultureInfo("en-GB")));
        Assert.Equal(note.Describe(CultureInfo.GetCultureInfo("fr")), note.Describe(CultureInfo.GetCultureInfo("de-DE")));
    }

    [Fact]
    public void Notes_beyond_the_limit_are_counted()
    {
        var notes = new ImportNotes("a");
        for (var i = 0; i < ImportNotes.Limit + 7; i++)
            notes.Dropped(ImportPlace.Line(i), FilesTexts.EntryEmpty);

        var list = notes.ToList();
        Assert.Equal(ImportNotes.Limit + 1, list.Count);
        Assert.Equal((FilesTexts.MoreNotes, "7"), (list[^1].Key, list[^1].Arguments[0]));
    }

    private static DecodedText Decode(byte[] bytes)
    {
        var read = TextDecoding.Decode(bytes, "a.txt");
        Assert.Null(read.Refusal);
        return read.Value!;
    }
}
