using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Structure;

/// <summary>
/// The structure of a file: the tree, and the way back from a page's content and from annotations to it (the parent
/// tree, ISO 32000-1, 14.7.4.4).
/// </summary>
internal sealed class StructureTree(PdfFile file)
{
    private readonly List<object> parents = [];

    public StructureNode Root { get; } = StructureNode.Document();

    /// <summary>The key under which a page finds the owners of its content; the list is filled while the page is drawn.</summary>
    public int AddPage(List<StructureNode> owners)
    {
        parents.Add(owners);
        return parents.Count - 1;
    }

    /// <summary>The key under which an annotation finds its element.</summary>
    public int AddAnnotation(StructureNode owner)
    {
        parents.Add(owner);
        return parents.Count - 1;
    }

    /// <summary>Writes all; returns the number of the structure tree root.</summary>
    public int Write()
    {
        var root = file.Reserve();
        var numbers = new Dictionary<StructureNode, int>(ReferenceEqualityComparer.Instance);
        Number(numbers);
        foreach (var (node, number) in numbers) file.Write(number, Element(node, root, numbers));
        var keys = new StringBuilder();
        for (var key = 0; key < parents.Count; key++)
        {
            var value = parents[key] is StructureNode node
                ? PdfText.Reference(numbers[node])
                : PdfText.Reference(file.Write(PdfText.Array(((List<StructureNode>)parents[key]).Select(owner => numbers[owner]))));
            keys.Append(CultureInfo.InvariantCulture, $"{key} {value} ");
        }
        var tree = file.Write($"<</Nums[{keys}]>>");
        file.Write(root, string.Create(CultureInfo.InvariantCulture, $"<</Type/StructTreeRoot/K[{numbers[Root]} 0 R]/ParentTree {tree} 0 R/ParentTreeNextKey {parents.Count}>>"));
        return root;
    }

    private void Number(Dictionary<StructureNode, int> numbers)
    {
        var open = new Stack<StructureNode>([Root]);
        while (open.TryPop(out var node))
        {
            numbers.Add(node, file.Reserve());
            for (var at = node.Kids.Count - 1; at >= 0; at--)
                if (node.Kids[at].Node is { } child) open.Push(child);
        }
    }

    private static string Element(StructureNode node, int root, Dictionary<StructureNode, int> numbers)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{node.Tag}/P {(node.Parent is null ? root : numbers[node.Parent])} 0 R");
        if (node.Language is not null) body.Append("/Lang").Append(PdfText.String(node.Language));
        if (node.Alternative is not null) body.Append("/Alt").Append(PdfText.String(node.Alternative));
        if (node.Attributes is not null) body.Append("/A").Append(node.Attributes);
        if (node.Kids.Count > 0)
        {
            body.Append("/K[");
            foreach (var kid in node.Kids)
            {
                if (kid.Node is not null) body.Append(CultureInfo.InvariantCulture, $"{numbers[kid.Node]} 0 R ");
                else if (kid.Mark >= 0) body.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {kid.Page} 0 R/MCID {kid.Mark}>>");
                else body.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {kid.Page} 0 R/Obj {-kid.Mark} 0 R>>");
            }
            body.Append(']');
        }
        return body.Append(">>").ToString();
    }
}
