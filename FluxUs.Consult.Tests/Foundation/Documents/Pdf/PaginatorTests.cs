using CsCheck;
using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class PaginatorTests
{
    private static Slab Of(double height, double before = 0, bool keep = false, Slab? head = null) => new() { Height = height, Before = before, KeepNext = keep, RepeatedHead = head };

    private static List<Placement> Place(params Slab[] slabs) => [.. Paginator.Place(slabs, 100)];

    [Fact]
    public void Space_above_goes_at_the_top_of_a_page()
    {
        var placed = Place(Of(60, 10), Of(30, 10), Of(50, 10));

        Assert.Equal([(0, 0.0), (0, 70.0), (1, 0.0)], placed.Select(placement => (placement.Page, placement.Top)));
    }

    [Fact]
    public void A_heading_goes_with_what_follows() =>
        Assert.Equal([0, 1, 1], Place(Of(70), Of(20, keep: true), Of(20)).Select(placement => placement.Page));

    [Fact]
    public void What_keeps_together_but_is_longer_than_a_page_is_parted() =>
        Assert.Equal([0, 0, 0, 1], Place(Of(30), Of(30, keep: true), Of(40, keep: true), Of(40)).Select(placement => placement.Page));

    [Fact]
    public void What_asks_for_room_begins_a_page_where_too_little_is_left()
    {
        static Slab Asking() => new() { Height = 20, LeastRoom = 35 };

        Assert.Equal([0, 1], Place(Of(70), Asking()).Select(placement => placement.Page));
        Assert.Equal([0, 0], Place(Of(60), Asking()).Select(placement => placement.Page));
    }

    [Fact]
    public void The_head_of_a_table_is_repeated()
    {
        var head = Of(20);

        var placed = Place(head, Of(60, head: head), Of(60, head: head));

        Assert.Equal([(0, false), (0, false), (1, true), (1, false)], placed.Select(placement => (placement.Page, placement.Repeated)));
        Assert.Equal(20, placed[3].Top);
    }

    [Fact]
    public void Every_slab_has_its_place_and_none_overlaps() =>
        Gen.Select(Gen.Double[1, 100], Gen.Double[0, 20], Gen.Bool).Array[0, 60].Sample(measures =>
        {
            var slabs = measures.Select(measure => Of(measure.Item1, measure.Item2, measure.Item3)).ToArray();

            var placed = Place(slabs);

            Assert.Equal(slabs, placed.Select(placement => placement.Slab));
            for (var at = 0; at < placed.Count; at++)
            {
                Assert.True(placed[at].Top + placed[at].Slab.Height <= 100.02);
                if (at > 0 && placed[at].Page == placed[at - 1].Page) Assert.True(placed[at].Top >= placed[at - 1].Top + placed[at - 1].Slab.Height - 0.001);
            }
        }, iter: 300);
}
