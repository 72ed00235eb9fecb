using System.Collections.Immutable;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Html;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>The pages of a document as pictures that show what its PDF shows, and what came of it, as for the PDF.</summary>
public sealed record PagePictures(ImmutableArray<PagePicture> Pages, PdfReport Report);

/// <summary>
/// One page. Lengths are in points and count from its upper left corner. <paramref name="Foot"/> is what stands below the
/// text, as SVG.
/// </summary>
/// <param name="Strips">From the top down; each begins where a named place does, or with the page.</param>
public sealed record PagePicture(double Width, double Height, ImmutableArray<PageStrip> Strips, string Foot);

/// <summary>
/// A part of a page from one named place to the next, as SVG elements (SVG 2) with neither style nor script, all text
/// encoded. The words are text, in the order in which they are read and as wide as they are printed. They take from the
/// element around them only the typeface of labels, whose place prose takes by the class <c>serif</c>.
/// </summary>
/// <param name="Place">The place that begins here, or in which the page begins; empty before the first.</param>
public sealed record PageStrip(string Place, double Top, double Bottom)
{
    /// <summary>Elements, and between each and the next what a link leads to that opens there.</summary>
    internal ImmutableArray<string> Pieces { get; init; } = [];

    /// <summary>The elements, each place that is linked to at its address on this site; one without an address is no link.</summary>
    public string Svg(CodeAddress addresses)
    {
        if (Pieces.Length == 1) return Pieces[0];
        var svg = new StringBuilder(Pieces[0]);
        for (var at = 1; at < Pieces.Length; at += 2)
        {
            svg.Append("<a");
            var target = Pieces[at];
            if ((target.StartsWith('#') ? addresses(target[1..]) : target) is { } address) svg.Append(" href=\"").Append(HtmlWriter.Encoded(address)).Append('"');
            svg.Append('>').Append(Pieces[at + 1]);
        }
        return svg.ToString();
    }
}
