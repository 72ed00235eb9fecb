using Bunit;
using FluxUs.Consult.Foundation.Ui.Fields;
using Microsoft.AspNetCore.Components;

namespace FluxUs.Consult.Tests.Foundation.Ui;

public sealed class FieldTests
{
    [Fact]
    public void A_field_has_its_label_hint_and_message_bound_to_it()
    {
        using var ui = new UiContext();

        var field = ui.Render<TextField>(parameters => parameters
            .Add(text => text.Name, "Input.Title").Add(text => text.Label, "Titre").Add(text => text.Hint, "Une phrase.").Add(text => text.Value, "a\"b")
            .Add(text => text.Error, "Trop long.").Add(text => text.Required, true).AddUnmatched("maxlength", "120"));

        var input = field.Find("input");
        Assert.Equal("f-Input-Title", field.Find("label").GetAttribute("for"));
        Assert.Equal("f-Input-Title", input.Id);
        Assert.Equal("Input.Title", input.GetAttribute("name"));
        Assert.Equal("a\"b", input.GetAttribute("value"));
        Assert.Equal("120", input.GetAttribute("maxlength"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("f-Input-Title-hint f-Input-Title-message", input.GetAttribute("aria-describedby"));
        Assert.Equal("Trop long.", field.Find("#f-Input-Title-message").TextContent);
        Assert.Equal("Titre", field.Find("label").TextContent);
    }

    [Fact]
    public void A_field_that_may_stay_empty_says_so_and_describes_nothing_that_is_not_there()
    {
        using var ui = new UiContext("nl");

        var field = ui.Render<TextField>(parameters => parameters.Add(text => text.Name, "Mail").Add(text => text.Label, "Adres"));

        Assert.Equal("(facultatief)", field.Find("label .must").TextContent);
        Assert.False(field.Find("input").HasAttribute("aria-describedby"));
        Assert.False(field.Find("input").HasAttribute("aria-invalid"));
    }

    [Fact]
    public void Messages_of_a_form_reach_the_field_of_their_name_and_a_summary_that_takes_the_focus()
    {
        using var ui = new UiContext();
        var messages = new FormMessages();
        messages.Add("", "Rien n’a été changé.");
        messages.Add("Day", "Le jour est passé. Choisissez-en un autre.");

        var form = ui.Render<CascadingValue<FormMessages>>(parameters => parameters
            .Add(cascade => cascade.Value, messages)
            .AddChildContent<FormSummary>()
            .AddChildContent<DateField>(field => field.Add(day => day.Name, "Day").Add(day => day.Label, "Jour").Add(day => day.Value, new DateOnly(2026, 6, 12))));

        var summary = form.Find(".summary");
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.EndsWith("#f-Day", summary.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("2 points sont à corriger", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("2026-06-12", form.Find("input[type=date]").GetAttribute("value"));
        Assert.Equal("Le jour est passé. Choisissez-en un autre.", form.Find(".field-message").TextContent);
    }

    [Fact]
    public void A_form_without_faults_has_no_summary()
    {
        using var ui = new UiContext();

        var summary = ui.Render<FormSummary>(parameters => parameters.Add(form => form.Messages, new FormMessages()));

        Assert.Empty(summary.Markup.Trim());
    }

    [Fact]
    public void A_text_of_several_lines_keeps_a_first_line_that_is_empty()
    {
        using var ui = new UiContext();

        var field = ui.Render<TextAreaField>(parameters => parameters.Add(text => text.Name, "Memo").Add(text => text.Label, "Mémo").Add(text => text.Value, "\nun\ndeux"));

        // HTML drops one line feed after the tag; the one that was typed stays.
        Assert.Equal("\nun\ndeux", field.Find("textarea").TextContent);
    }

    [Fact]
    public void A_select_shows_what_was_chosen()
    {
        using var ui = new UiContext();

        var field = ui.Render<SelectField>(parameters => parameters
            .Add(select => select.Name, "Flow").Add(select => select.Label, "Flux").Add(select => select.Empty, "peu importe")
            .Add(select => select.Choices, [new Choice("wood", "Bois"), new Choice("soil", "Terres")]).Add(select => select.Value, "soil"));

        Assert.Equal(["peu importe", "Bois", "Terres"], field.FindAll("option").Select(option => option.TextContent));
        Assert.Equal("soil", field.Find("option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void Boxes_post_one_name_and_are_held_by_a_legend()
    {
        using var ui = new UiContext();

        var list = ui.Render<CheckList>(parameters => parameters
            .Add(boxes => boxes.Name, "Roles").Add(boxes => boxes.Label, "Rôles").Add(boxes => boxes.Values, ["editor"])
            .Add(boxes => boxes.Choices, [new Choice("manager", "Responsable", "peut tout"), new Choice("editor", "Rédactrice")]));

        Assert.All(list.FindAll("input"), box => Assert.Equal("Roles", box.GetAttribute("name")));
        Assert.Equal("editor", list.Find("input[checked]").GetAttribute("value"));
        Assert.StartsWith("Rôles", list.Find("legend").TextContent, StringComparison.Ordinal);
        Assert.Equal("peut tout", list.Find("#" + list.Find("input").GetAttribute("aria-describedby")).TextContent);
    }

    [Fact]
    public void A_single_choice_is_made_of_radio_buttons()
    {
        using var ui = new UiContext();

        var list = ui.Render<CheckList>(parameters => parameters
            .Add(boxes => boxes.Name, "Level").Add(boxes => boxes.Label, "Niveau").Add(boxes => boxes.Single, true)
            .Add(boxes => boxes.Choices, [new Choice("a", "A"), new Choice("b", "B")]));

        Assert.All(list.FindAll("input"), box => Assert.Equal("radio", box.GetAttribute("type")));
    }

    [Fact]
    public void A_yes_posts_true()
    {
        using var ui = new UiContext();

        var box = ui.Render<CheckField>(parameters => parameters.Add(check => check.Name, "Free").Add(check => check.Label, "Sans nom").Add(check => check.Value, true)).Find("input");

        Assert.Equal("true", box.GetAttribute("value"));
        Assert.True(box.HasAttribute("checked"));
    }

    [Fact]
    public void Each_form_carries_an_operation_of_its_own()
    {
        using var ui = new UiContext();

        var one = ui.Render<OperationField>().Find("input").GetAttribute("value");
        var other = ui.Render<OperationField>().Find("input").GetAttribute("value");

        Assert.True(Guid.TryParse(one, out _));
        Assert.NotEqual(one, other);
    }
}
