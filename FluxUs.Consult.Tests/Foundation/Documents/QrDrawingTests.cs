using FluxUs.Consult.Foundation.Documents;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public sealed class QrDrawingTests
{
    [Fact]
    public void An_address_has_its_three_corners_and_a_quiet_zone()
    {
        var drawing = QrDrawing.Of("https://example.org/editions/0199a0a0-0000-7000-8000-000000000001");

        var bars = drawing.Shapes.Cast<Bar>().ToList();
        Assert.Equal(drawing.Width, drawing.Height);
        // Four modules of 2.5 units are left free on each side; a corner begins with a bar of seven.
        Assert.Equal(10, bars.Min(bar => bar.X));
        Assert.Equal(drawing.Width - 10, bars.Max(bar => bar.X + bar.Width));
        Assert.Equal([17.5, 17.5], bars.Where(bar => bar.Y == 10 && (bar.X == 10 || bar.X + bar.Width == drawing.Width - 10)).Select(bar => bar.Width));
    }

    [Fact]
    public void The_same_address_gives_the_same_drawing() =>
        Assert.Equal(QrDrawing.Of("https://example.org").Shapes, QrDrawing.Of("https://example.org").Shapes);
}
