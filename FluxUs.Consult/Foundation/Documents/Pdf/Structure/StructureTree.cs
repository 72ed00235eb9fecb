using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Structure;

/// <summary>
/// The structure of a file: the tree, and the way back from a page's content and from annotations to it (the parent
/// tree, ISO 32000-1, 14.7.4.4). Parts that are complete are written and let go, so that a long file is never held.
/// </summary>
internal sealed class StructureTree(PdfFile file, StructureNode root)
{
    // For each key the number of the element, or of the list of elements of a page; 0 until the page is drawn.
    private readonly List<int> parents = [];
    private readonly int number = file.Reserve();

    public StructureNode Root => root;

    /// <summary>The key under which a page finds the owners of its content.</summary>
    public int AddPage()
    {
        parents.Add(0);
        return parents.Count - 1;
    }

    /// <summary>Tells who owns the content of a page, in the order of its marks; the page is drawn then.</summary>
    public void FinishPage(int key, IEnumerable<StructureNode> owners) => parents[key] = file.Write(PdfText.Array(owners.Select(NumberOf)));

    /// <summary>The key under which an annotation finds its element.</summary>
    public int AddAnnotation(StructureNode owner)
    {
        parents.Add(NumberOf(owner));
        return parents.Count - 1;
    }

    /// <summary>Writes an element with all that is in it; nothing is added to it afterwards.</summary>
    public void Write(StructureNode part)
    {
        var open = new Stack<StructureNode>([part]);
        while (open.TryPop(out var node))
        {
            if (node.IsEmpty || node.IsWritten) continue;
            file.Write(NumberOf(node), Element(node));
            for (var at = node.Kids.Count - 1; at >= 0; at--)
                if (node.Kids[at].Node is { } child) open.Push(child);
            node.LetGo();
        }
    }

    /// <summary>Writes what remains; returns the number of the structure tree root.</summary>
    public int Finish()
    {
        var first = NumberOf(root);
        Write(root);
        var keys = new StringBuilder();
        for (var key = 0; key < parents.Count; key++) keys.Append(CultureInfo.InvariantCulture, $"{key} {parents[key]} 0 R ");
        var tree = file.Write($"<</Nums[{keys}]>>");
        file.Write(number, string.Create(CultureInfo.InvariantCulture, $"<</Type/StructTreeRoot/K[{first} 0 R]/ParentTree {tree} 0 R/ParentTreeNextKey {parents.Count}>>"));
        return number;
    }

    private int NumberOf(StructureNode node)
    {
        if (node.Number == 0) node.Number = file.Reserve();
        return node.Number;
    }

    private string Element(StructureNode node)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{node.Tag}/P {(node.Parent is null ? number : NumberOf(node.Parent))} 0 R");
        if (node.Language is not null) body.Append("/Lang").Append(PdfText.String(node.Language));
        if (node.Alternative is not null) body.Append("/Alt").Append(PdfText.String(node.Alternative));
        if (node.ActualText is not null) body.Append("/ActualText").Append(PdfText.String(node.ActualText));
        if (node.Attributes is not null) body.Append("/A").Append(node.Attributes);
        if (node.Kids.Count > 0) AddKids(body, node);
        return body.Append(">>").ToString();
    }

    /// <summary>Content on the page of the element is its number alone; on another page it names that page.</summary>
    private void AddKids(StringBuilder body, StructureNode node)
    {
        var page = node.Kids.FirstOrDefault(kid => kid.Node is null && kid.Mark >= 0).Page;
        if (page != 0) body.Append(CultureInfo.InvariantCulture, $"/Pg {page} 0 R");
        body.Append("/K[");
        foreach (var kid in node.Kids)
        {
            if (kid.Node is { IsEmpty: true }) continue;
            if (kid.Node is not null) body.Append(CultureInfo.InvariantCulture, $"{NumberOf(kid.Node)} 0 R ");
            else if (kid.Mark >= 0 && kid.Page == page) body.Append(CultureInfo.InvariantCulture, $"{kid.Mark} ");
            else if (kid.Mark >= 0) body.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {kid.Page} 0 R/MCID {kid.Mark}>>");
            else body.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {kid.Page} 0 R/Obj {-kid.Mark} 0 R>>");
        }
        body.Append(']');
    }
}
