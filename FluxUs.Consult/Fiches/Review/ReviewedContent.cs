using System.Security.Cryptography;
using System.Text;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Review;

/// <summary>What a committee approves: everything in a fiche but its head with the band, the committee's own word on it, and what only
/// narrow screens show.</summary>
internal static class ReviewedContent
{
    /// <returns>SHA-256 in hexadecimal of the document as the committee reads it.</returns>
    public static string HashOf(ComposedFiche fiche)
    {
        var silent = fiche.Material with { Opinions = OpinionMaterial.None };
        var document = FicheComposition.Compose(silent, fiche.Template, new Printing(fiche.Material.FicheId, DateTimeOffset.UnixEpoch, null, ""));
        var read = document with { Blocks = [.. document.Blocks.Where(block => block is not (HeadBlock or BandBlock)).Select(block => block is FigureBlock figure ? figure with { OnScreen = null } : block)] };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DocumentJson.Write(read))));
    }
}
