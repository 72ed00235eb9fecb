namespace FluxUs.Consult.Foundation.Documents.Pdf.Structure;

/// <summary>
/// An element of the structure tree (ISO 32000-1, 14.7). Its children are elements, places on pages where its content
/// stands, and link annotations, in reading order.
/// </summary>
internal sealed class StructureNode
{
    private readonly List<StructureKid> kids = [];

    private bool hadContent;

    private bool attached = true;

    /// <summary>A node within another, after what that one holds already.</summary>
    public StructureNode(string tag, StructureNode parent)
    {
        Tag = tag;
        Parent = parent;
        parent.kids.Add(new(this, 0, 0));
    }

    private StructureNode(string tag) => Tag = tag;

    /// <summary>
    /// A node within running text: it takes its place when its first word is drawn, after the words before it.
    /// </summary>
    public static StructureNode Inline(string tag, StructureNode parent, string? language = null, string? actualText = null) =>
        new(tag) { Parent = parent, attached = false, Language = language, ActualText = actualText };

    /// <summary>A node that takes its place within another when it is told to, or never.</summary>
    public static StructureNode Aside(string tag, StructureNode parent, string? language) => Inline(tag, parent, language);

    /// <summary>The root of a tree.</summary>
    public static StructureNode Document() => new("Document");

    /// <summary>Standard structure type, such as P or TD.</summary>
    public string Tag { get; }

    public StructureNode? Parent { get; private init; }

    public IReadOnlyList<StructureKid> Kids => kids;

    /// <summary>Language of this part where it is not that of the document.</summary>
    public string? Language { get; init; }

    /// <summary>What a picture says.</summary>
    public string? Alternative { get; init; }

    /// <summary>What is read in place of what is drawn (ISO 32000-1, 14.9.4).</summary>
    public string? ActualText { get; init; }

    /// <summary>Attribute dictionaries, ready to be written, such as the scope of a head.</summary>
    public string? Attributes { get; set; }

    /// <summary>Adds the content that stands on a page under a number.</summary>
    public void AddContent(int page, int mark)
    {
        Attach();
        kids.Add(new(null, page, mark));
    }

    /// <summary>Adds a link annotation, by its object number.</summary>
    public void AddAnnotation(int page, int annotation) => kids.Add(new(null, page, -annotation));

    /// <summary>Whether nothing stands in it; cells keep their place in the row all the same.</summary>
    public bool IsEmpty => !hadContent && Tag is not ("TH" or "TD" or "Document") && kids.TrueForAll(kid => kid.Node is { IsEmpty: true });

    /// <summary>The number of its object, 0 until one is handed out.</summary>
    public int Number { get; set; }

    public bool IsWritten { get; private set; }

    /// <summary>Forgets what is in it, once it is written.</summary>
    public void LetGo()
    {
        hadContent = true;
        IsWritten = true;
        kids.Clear();
        kids.TrimExcess();
    }

    /// <summary>Takes its place, after what its parent holds already.</summary>
    public void Attach()
    {
        if (attached) return;
        Parent!.Attach();
        Parent.kids.Add(new(this, 0, 0));
        attached = true;
    }
}

/// <summary>
/// A child: an element, or on the page with that object number a marked content (<paramref name="Mark"/> from 0) or an
/// annotation (the negative of its object number).
/// </summary>
internal readonly record struct StructureKid(StructureNode? Node, int Page, int Mark);
