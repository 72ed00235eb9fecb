using Bunit;
using Bunit.TestDoubles;
using FluxUs.Consult.Foundation.Ui.Layout;
using FluxUs.Consult.Foundation.Ui.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Foundation.Ui;

public sealed class ListTests
{
    [Fact]
    public void A_pager_keeps_the_filter_of_the_address()
    {
        using var ui = new UiContext();
        ui.Services.GetRequiredService<NavigationManager>().NavigateTo("/evidence?tag=price&page=2");

        var pager = ui.Render<Pager>(parameters => parameters.Add(list => list.Page, 2).Add(list => list.Total, 181));

        Assert.Equal("51 à 100 sur 181", pager.Find("span").TextContent);
        Assert.EndsWith("/evidence?tag=price", pager.Find("a[rel=prev]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/evidence?tag=price&page=3", pager.Find("a[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 50, false, false)]
    [InlineData(1, 51, false, true)]
    [InlineData(2, 51, true, false)]
    public void A_pager_leads_only_where_there_is_something(int page, int total, bool back, bool on)
    {
        using var ui = new UiContext();

        var pager = ui.Render<Pager>(parameters => parameters.Add(list => list.Page, page).Add(list => list.Total, total));

        Assert.Equal(back, pager.FindAll("a[rel=prev]").Count == 1);
        Assert.Equal(on, pager.FindAll("a[rel=next]").Count == 1);
    }

    [Theory]
    [InlineData(null, null, "sort=name")]
    [InlineData("name", "ascending", "sort=-name")]
    [InlineData("-name", "descending", "sort=name")]
    public void A_head_of_a_column_sorts_by_a_link_and_says_how_it_is_sorted(string? sort, string? state, string next)
    {
        using var ui = new UiContext();
        ui.Services.GetRequiredService<NavigationManager>().NavigateTo("/offerings?flow=wood&page=3" + (sort is null ? "" : "&sort=" + sort));

        var head = ui.Render<SortHeader>(parameters => parameters.Add(column => column.Column, "name").Add(column => column.Text, "Nom").Add(column => column.Sort, sort));

        Assert.Equal(state, head.Find("th").GetAttribute("aria-sort"));
        Assert.EndsWith("/offerings?flow=wood&" + next, head.Find("a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_of_a_page_has_one_title_and_names_the_window()
    {
        using var ui = new UiContext();

        var head = ui.Render<PageHead>(parameters => parameters.Add(page => page.Title, "Constats").Add(page => page.Acts, "<a href=\"/new\">Noter</a>"));

        Assert.Equal("Constats", head.Find("h1").TextContent);
        Assert.NotNull(head.Find(".acts a"));
    }

    [Fact]
    public void An_empty_page_says_what_why_and_the_first_step()
    {
        using var ui = new UiContext();

        var empty = ui.Render<EmptyPage>(parameters => parameters.Add(page => page.What, "Vos entretiens").Add(page => page.Why, "Tout repose sur eux.").AddChildContent("<a>Noter</a>"));

        Assert.Equal("Vos entretiens", empty.Find("h2").TextContent);
        Assert.NotNull(empty.Find(".acts a"));
    }

    [Fact]
    public void Long_work_says_what_is_done_and_how_far()
    {
        using var ui = new UiContext();

        var known = ui.Render<JobBar>(parameters => parameters.Add(job => job.Text, "Import de 12 références").Add(job => job.Share, 0.42));
        var unknown = ui.Render<JobBar>(parameters => parameters.Add(job => job.Text, "Lecture"));

        Assert.Equal("42", known.Find("progress").GetAttribute("value"));
        Assert.Equal("Import de 12 références", known.Find("label").TextContent);
        Assert.False(unknown.Find("progress").HasAttribute("value"));
    }
}
