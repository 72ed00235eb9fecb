using System.Collections.Immutable;
using QRCoder;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>An address as a QR code (ISO/IEC 18004, error correction M), with the quiet zone that readers need.</summary>
public static class QrDrawing
{
    // Units of a drawing for one module.
    private const double Module = 2.5;

    public static Drawing Of(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var bars = ImmutableArray.CreateBuilder<Shape>();
        for (var y = 0; y < rows.Count; y++)
        {
            // Neighbours in a row become one bar, so that no light shows between them.
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x + 1 < rows[y].Length && rows[y][x + 1]) x++;
                bars.Add(new Bar(start * Module, y * Module, (x - start + 1) * Module, Module, Tint.Ink));
            }
        }
        return new(rows.Count * Module, rows.Count * Module, bars.ToImmutable());
    }
}
