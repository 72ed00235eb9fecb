using Bunit;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Foundation.Ui.Layout;

public sealed class ShellTests
{
    private static readonly RailEntry Home = new(RailGroup.Study, 0, typeof(UiTexts), "Study", "");

    private static readonly RailEntry Experts = new(RailGroup.Evidence, 0, typeof(UiTexts), "Levers", "experts")
    {
        Visible = rail => rail.IsOneOf("Manager", "Researcher"),
        Count = (_, _) => Task.FromResult<int?>(1032),
    };

    private static readonly RailEntry Interviews = new(RailGroup.Evidence, 1, typeof(UiTexts), "Obstacles", "interviews");

    [Fact]
    public async Task A_rail_shows_in_the_order_of_the_work_only_what_the_role_may_open()
    {
        using var ui = Prepare();

        var researcher = await Draw(ui, "Researcher");
        var editor = await Draw(ui, "Editor");

        Assert.Equal([["Étude"], ["leviers", "obstacles"]], researcher.Select(group => group.Select(line => line.Text)));
        Assert.Equal([["Étude"], ["obstacles"]], editor.Select(group => group.Select(line => line.Text)));
        Assert.Equal(1032, researcher[1][0].Count);
        Assert.Equal("/studies/wood/experts", researcher[1][0].Address);
    }

    [Theory]
    [InlineData("/studies/wood", true, false)]
    [InlineData("/studies/wood/", true, false)]
    [InlineData("/studies/wood/experts", false, true)]
    [InlineData("/studies/wood/experts/X07", false, true)]
    [InlineData("/studies/wood/experts-of-all", false, false)]
    public void A_line_is_current_on_its_page_and_on_those_below(string path, bool home, bool experts)
    {
        Assert.Equal(home, new RailLine("", "/studies/wood", null, IsHome: true).IsCurrent(path));
        Assert.Equal(experts, new RailLine("", "/studies/wood/experts", null, IsHome: false).IsCurrent(path));
    }

    [Fact]
    public void A_page_is_drawn_after_the_shell_was_filled()
    {
        using var ui = Prepare();
        var filling = new TaskCompletionSource();
        ui.Services.AddSingleton<IShellContents>(new Contents(async shell =>
        {
            await filling.Task;
            shell.StudyName = "Filière bois";
            shell.StudyAddress = "/studies/wood";
            shell.HasSearch = true;
            shell.Notice = "Étude de démonstration.";
            shell.AccountName = "Camille";
            shell.Rail = [[new RailLine("Vue de l’étude", "/studies/wood", null, true)], [new RailLine("Entretiens", "/studies/wood/interviews", 1036, false)]];
        }));

        var frame = Frame(ui, folded: false);
        Assert.Empty(frame.Markup.Trim());
        filling.SetResult();
        frame.WaitForElement("main");

        Assert.Equal("la page", frame.Find("main").TextContent);
        Assert.Equal("#main", frame.Find("a.skip").GetAttribute("href"));
        Assert.Equal("/studies/wood/search", frame.Find("form[role=search]").GetAttribute("action"));
        Assert.Equal("Étude de démonstration.", frame.Find(".notice").TextContent);
        Assert.Equal("Se déconnecter", frame.Find("form[data-sign-out] button").TextContent);
        Assert.Equal(2, frame.FindAll("nav.rail").Count);
        Assert.Equal("1\u202F036", frame.Find(".shell > nav .n").TextContent);
    }

    [Fact]
    public void A_folded_rail_is_a_menu_and_whoever_has_no_rail_sees_none()
    {
        using var ui = Prepare();
        ui.Services.AddSingleton<IShellContents>(new Contents(shell =>
        {
            shell.Rail = [[new RailLine("Vue", "/studies/wood", null, true)]];
            return Task.CompletedTask;
        }));

        var folded = Frame(ui, folded: true);
        var alone = ui.Render<CascadingValue<HttpContext>>(parameters => parameters
            .Add(cascade => cascade.Value, new DefaultHttpContext())
            .AddChildContent<ShellFrame>(frame => frame.Add(shell => shell.Alone, true)));

        Assert.Single(folded.FindAll("details nav.rail"));
        Assert.Empty(folded.FindAll(".shell > nav"));
        Assert.Empty(alone.FindAll("nav.rail"));
        Assert.Empty(alone.FindAll("form[data-sign-out]"));
    }

    [Fact]
    public void The_switch_of_language_posts_and_comes_back_to_the_same_page()
    {
        using var ui = Prepare();
        ui.Services.GetRequiredService<NavigationManager>().NavigateTo("/studies/wood?flow=soil");

        var choice = ui.Render<LanguageSwitch>();

        Assert.Equal("/language", choice.Find("form").GetAttribute("action"));
        Assert.Equal("/studies/wood?flow=soil", choice.Find("input[name=back]").GetAttribute("value"));
        Assert.Equal(["fr", "nl", "en"], choice.FindAll("button").Select(button => button.GetAttribute("value")));
        Assert.Equal("fr", choice.Find("button[aria-pressed=true]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("/studies?x=1", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/a\r\nb", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_way_back_stays_on_this_site(string? address, bool local) => Assert.Equal(local, LanguageChoice.IsLocal(address));

    private static UiContext Prepare()
    {
        var ui = new UiContext();
        ui.Services.AddSingleton<AntiforgeryStateProvider>(new NoToken());
        foreach (var entry in new[] { Interviews, Experts, Home }) ui.Services.AddSingleton(entry);
        ui.Services.AddScoped<Rail>();
        return ui;
    }

    private static Task<IReadOnlyList<IReadOnlyList<RailLine>>> Draw(UiContext ui, string role) =>
        ui.Services.GetRequiredService<Rail>().Draw(
            new RailContext(Guid.CreateVersion7(), "/studies/wood", new HashSet<string> { role }, ui.Services), Xunit.TestContext.Current.CancellationToken);

    private static IRenderedComponent<CascadingValue<HttpContext>> Frame(UiContext ui, bool folded) =>
        ui.Render<CascadingValue<HttpContext>>(parameters => parameters
            .Add(cascade => cascade.Value, new DefaultHttpContext())
            .AddChildContent<ShellFrame>(frame => frame.Add(shell => shell.Folded, folded).AddChildContent("la page")));

    private sealed class Contents(Func<Shell, Task> fill) : IShellContents
    {
        public Task Fill(Shell shell, HttpContext context, CancellationToken cancellation) => fill(shell);
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
