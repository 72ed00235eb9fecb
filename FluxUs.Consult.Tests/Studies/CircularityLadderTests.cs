using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Tests.Studies;

public class CircularityLadderTests
{
    [Theory]
    [InlineData("R3", "R3", 3)]
    [InlineData(" r4 – r5 ", "R4-R5", 5)]
    [InlineData("R8-R9", "R8-R9", 9)]
    [InlineData("R2/R7", "R2/R7", 2)]
    [InlineData("", "", null)]
    public void A_stretch_counts_at_its_lower_value_and_two_uses_at_the_main_one(string written, string kept, int? level)
    {
        Assert.Equal(kept, CircularityLadder.Read(written));
        Assert.Equal(level, CircularityLadder.LevelOf(kept));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("R10")]
    [InlineData("R3-R4-R5")]
    [InlineData("high")]
    public void What_is_no_level_is_not_read(string written)
    {
        Assert.Null(CircularityLadder.Read(written));
        Assert.Null(CircularityLadder.LevelOf(written));
    }
}
