namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>
/// The named places of one document within a file; those of several documents in one file are told apart by a prefix.
/// </summary>
internal sealed class PlaceNames(string prefix, IReadOnlySet<string> anchors)
{
    /// <summary>The name in the file, or null where the document has no such place.</summary>
    public string? Find(string anchor) => anchors.Contains(anchor) ? NameOf(anchor) : null;

    public string NameOf(string anchor) => prefix + anchor;
}
