using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pdf;
using UglyToad.PdfPig;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>A document as it was printed, and what reads it again.</summary>
internal sealed class Rendered : IDisposable
{
    private Rendered(byte[] bytes, PdfReport report)
    {
        Bytes = bytes;
        Report = report;
        Pdf = PdfDocument.Open(bytes);
    }

    public byte[] Bytes { get; }

    public PdfReport Report { get; }

    public PdfDocument Pdf { get; }

    /// <summary>All letters in the order in which they were written, without spaces.</summary>
    public string Letters => string.Concat(string.Concat(Pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).Where(sign => !IsBlank(sign)));

    public static Rendered Of(FicheDocument document, PageStyle? style = null)
    {
        using var memory = new MemoryStream();
        var report = new PdfEngine().Render(document, style ?? PageStyle.A4, memory);
        return new(memory.ToArray(), report);
    }

    public static Rendered With(FicheDocument document, params Attachment[] attachments)
    {
        using var memory = new MemoryStream();
        var report = new PdfEngine().Render(document, PageStyle.A4, memory, attachments);
        return new(memory.ToArray(), report);
    }

    public static Rendered Of(PackDocument pack)
    {
        using var memory = new MemoryStream();
        var report = new PdfEngine().Render(pack, PageStyle.A4, memory);
        return new(memory.ToArray(), report);
    }

    public static Rendered Of(params Block[] blocks) => Of(SampleFiche.Of(blocks));

    /// <summary>Whether all words stand in the file in their order, other words between them.</summary>
    public string? FirstMissing(string text)
    {
        var letters = Letters;
        var at = 0;
        foreach (var word in text.Split([' ', '\n', '\t', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries))
        {
            var found = letters.IndexOf(word, at, StringComparison.Ordinal);
            if (found < 0) return word;
            at = found + word.Length;
        }
        return null;
    }

    /// <summary>What is read in place of what is shown.</summary>
    public IReadOnlyList<string> ActualTexts =>
    [
        .. Pdf.GetPages().SelectMany(page => page.Operations).OfType<UglyToad.PdfPig.Graphics.Operations.MarkedContent.BeginMarkedContentWithProperties>()
            .Where(begin => begin.Properties is not null && begin.Properties.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("ActualText")))
            .Select(begin => begin.Properties!.Data["ActualText"] switch { UglyToad.PdfPig.Tokens.StringToken text => text.Data, UglyToad.PdfPig.Tokens.HexToken text => text.Data, _ => "?" }),
    ];

    public void Dispose() => Pdf.Dispose();

    private static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || sign is '\u200b' or '\u00ad';
}
