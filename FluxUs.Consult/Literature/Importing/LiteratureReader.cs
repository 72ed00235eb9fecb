using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Reads a file of references, BibTeX, RIS, PubMed or CSL-JSON, recognised by its content. Bad input is refused with the reason, never thrown.</summary>
public static class LiteratureReader
{
    public static FileReading<ImportedLiterature> Read(byte[] content, string fileName)
    {
        var kind = FileRecognition.Recognise(content);
        if (kind is not (FileKind.BibTex or FileKind.Ris or FileKind.Nbib or FileKind.CslJson))
            return new ImportRefusal(fileName, content.Length == 0 ? FilesTexts.FileEmpty : FilesTexts.LiteratureKindUnknown);
        var decoded = TextDecoding.Decode(content, fileName);
        if (!decoded.IsRead)
            return decoded.Refusal;
        var read = Read(decoded.Value.Text, kind, fileName);
        return read.IsRead && decoded.Value.Notes.Count > 0
            ? read.Value with { Notes = [.. decoded.Value.Notes, .. read.Value.Notes] }
            : read;
    }

    private static FileReading<ImportedLiterature> Read(string text, FileKind kind, string fileName)
    {
        try
        {
            return kind switch
            {
                FileKind.BibTex => BibTexReader.Read(text, fileName),
                FileKind.Ris => RisReader.Read(text, fileName),
                FileKind.Nbib => NbibReader.Read(text, fileName),
                _ => CslJsonReader.Read(text, fileName),
            };
        }
        catch (FileRefusedException refused)
        {
            return refused.Refusal;
        }
    }
}
