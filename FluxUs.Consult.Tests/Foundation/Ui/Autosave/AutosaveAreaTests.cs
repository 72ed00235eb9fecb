using Bunit;
using FluxUs.Consult.Foundation.Ui.Autosave;

namespace FluxUs.Consult.Tests.Foundation.Ui.Autosave;

public sealed class AutosaveAreaTests
{
    [Fact]
    public void A_text_area_says_where_it_is_kept_and_posts_without_script()
    {
        using var ui = new UiContext();

        var area = ui.Render<AutosaveArea>(parameters => parameters
            .Add(text => text.Kind, "interview-notes").Add(text => text.TextId, "0198/3").Add(text => text.Name, "notes").Add(text => text.Label, "Notes")
            .Add(text => text.Value, "place : 3 déménagements").Add(text => text.Revision, 4).Add(text => text.Scope, "E-36")
            .Add(text => text.SavedAt, new DateTime(2026, 11, 23, 14, 32, 8, DateTimeKind.Utc)));

        var field = area.Find("textarea");
        Assert.Equal("/autosave/interview-notes/0198%2F3", field.GetAttribute("data-autosave-url"));
        Assert.Equal("4", field.GetAttribute("data-revision"));
        Assert.Equal("E-36", field.GetAttribute("data-autosave-scope"));
        Assert.Equal("notes", field.GetAttribute("name"));
        Assert.Equal("4", area.Find("input[name='notes.revision']").GetAttribute("value"));
        Assert.Equal(field.Id, area.Find("label").GetAttribute("for"));
        Assert.Equal("enregistré hier à 14:32:08", area.Find("[data-autosave-state]").TextContent);
    }

    [Fact]
    public void A_text_that_was_never_saved_says_nothing()
    {
        using var ui = new UiContext();

        var area = ui.Render<AutosaveArea>(parameters => parameters
            .Add(text => text.Kind, "memo").Add(text => text.TextId, "1").Add(text => text.Name, "memo").Add(text => text.Label, "Mémo")
            .Add(text => text.Value, null).Add(text => text.Revision, 0));

        Assert.True(area.Find("[data-autosave-state]").HasAttribute("hidden"));
    }

    [Theory]
    [InlineData("fr", "enregistré à {0}")]
    [InlineData("nl", "bewaard om {0}")]
    [InlineData("en", "saved at {0}")]
    public void The_words_of_the_module_come_in_the_language_of_the_page(string language, string saved)
    {
        using var ui = new UiContext(language);

        var words = ui.Render<AutosaveWords>().Find("template");

        Assert.Equal(saved, words.GetAttribute("data-saved"));
        Assert.Equal(15, words.Attributes.Count(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_line_of_state_says_where_a_text_stands()
    {
        using var ui = new UiContext();

        var line = ui.Render<SaveState>(parameters => parameters.Add(state => state.Text, "non enregistré : session terminée").Add(state => state.State, Saving.Failed));

        Assert.Contains("not", line.Find("span").ClassList);
    }
}
