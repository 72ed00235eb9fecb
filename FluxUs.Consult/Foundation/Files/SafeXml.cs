using System.Xml;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>
/// XML from outside: no DTD, nothing resolved, at most <see cref="DepthLimit"/> elements deep. A reader of this kind is
/// read forward; building a tree of a hostile file costs time that grows with the square of its depth.
/// </summary>
public static class SafeXml
{
    public const int DepthLimit = 64;

    /// <exception cref="FileRefusedException">While reading: nested too deep.</exception>
    /// <exception cref="XmlException">While reading: not well formed, or with a DTD.</exception>
    public static XmlReader Open(Stream stream, string fileName) => new DepthLimitedXmlReader(
        XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 400_000_000,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        }),
        fileName);

    /// <summary>The refusal that a broken XML part deserves, with its line.</summary>
    public static ImportRefusal Refusal(string fileName, XmlException fault) => new(
        fileName,
        fault.LineNumber > 0 ? ImportPlace.Line(fault.LineNumber) : null,
        FilesTexts.XmlDamaged,
        []);
}
