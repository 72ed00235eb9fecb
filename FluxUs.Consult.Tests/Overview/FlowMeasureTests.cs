using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Tests.Overview;

public class FlowMeasureTests
{
    [Fact]
    public void The_largest_mass_stands_for_the_flow_and_sources_that_disagree_give_a_span()
    {
        var measure = FlowMeasure.Of([Group("coffee", ("t/an", 15_000)), Group("organic", ("t/an", 200_000), ("t/an", 180_000))]);

        Assert.Equal(new FlowMeasure(180_000, 200_000, new("t/an"), 200_000, true), measure);
        Assert.True(measure!.IsDisputed);
    }

    [Fact]
    public void A_volume_serves_where_nothing_is_weighed_and_is_no_mass() =>
        Assert.Equal(new FlowMeasure(20_000, 20_000, new("m³/an"), null, false), FlowMeasure.Of([Group("wood", ("m³/an", 20_000)), Group("boards", ("planches", 900_000))]));

    [Fact]
    public void Masses_are_compared_in_tonnes_and_told_in_their_own_unit() =>
        Assert.Equal(new FlowMeasure(3, 3, new("kt/an"), 3_000, false), FlowMeasure.Of([Group("a", ("t/an", 900)), Group("b", ("kt/an", 3))]));

    [Fact]
    public void Counts_of_things_measure_no_flow() => Assert.Null(FlowMeasure.Of([Group("bikes", ("vélos/an", 5_200))]));

    private static QuantityGroup Group(string key, params (string Unit, decimal Value)[] figures) => new(
        key, [.. figures.Select(figure => new QuantityRow(Guid.NewGuid(), key, new LocalText(key), figure.Value, new(figure.Unit), 2020, null, "", "", null, null, 1))]);
}
