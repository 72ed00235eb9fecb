using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class TableComposerTests
{
    [Fact]
    public void Columns_get_what_they_ask_for_and_share_the_rest() =>
        Assert.Equal([150, 50], TableComposer.Share([75, 25], [20, 20], 200));

    [Fact]
    public void Where_room_is_short_no_word_is_cut() =>
        Assert.Equal([60, 40], TableComposer.Share([200, 40], [30, 40], 100));

    [Fact]
    public void Where_even_words_do_not_fit_they_share_what_there_is() =>
        Assert.Equal([75, 25], TableComposer.Share([300, 100], [300, 100], 100));

    [Fact]
    public void Columns_without_words_are_equal() => Assert.Equal([50, 50], TableComposer.Share([0, 0], [0, 0], 100));
}
