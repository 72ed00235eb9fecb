using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public sealed class EditorPageTests
{
    [Fact]
    public async Task Under_a_section_stands_all_that_its_editor_should_know_of_it_and_how_long_it_is()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        await study.Write("divergence", "Trois voix sur 12 [@finding:K-99].");
        var editor = await site.SignIn(Roles.Editor);

        var told = await TestSite.Read(editor, Root(site) + "/edit?section=divergence");

        Assert.Contains("Mots ici : 4", told, StringComparison.Ordinal);
        var place = Between(told, "data-live=\"checks-divergence\"", "</div>");
        Assert.Contains("<b>bloque</b>", place, StringComparison.Ordinal);
        Assert.Contains("[@finding:K-99]", place, StringComparison.Ordinal);
        Assert.Contains("<b>à savoir</b>", place, StringComparison.Ordinal);
        Assert.Contains("tapé à la main", place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_to_translate_stands_rendered_beside_the_field_with_its_tokens_as_they_are_typed()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        await site.Study.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", Audience.Committee, "fr"), TestStudy.Cancellation);
        var editor = await site.SignIn(Roles.Editor);

        var options = await TestSite.Read(editor, $"/studies/{site.Study.Study.Slug}/fiches/P01/nl/edit?section=options-rejected");
        Assert.Contains("<strong>Ne rien faire</strong>", Between(options, "source-text", "</details>"), StringComparison.Ordinal);

        var evidence = await TestSite.Read(editor, $"/studies/{site.Study.Study.Slug}/fiches/P01/nl/edit?section=evidence");
        Assert.Contains("[@finding:K-01]", Between(evidence, "source-text", "</details>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_message_is_added_the_page_comes_back_to_its_field()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var editor = await site.SignIn(Roles.Editor);

        var answer = await TestSite.Post(editor, Root(site) + "/edit?section=key-messages", "act-on-fiche", ("act", "add-message"), ("findings", "K-02"));

        var added = (await site.Study.All<KeyMessage>()).MaxBy(message => message.Order)!;
        Assert.EndsWith($"#words-{added.Id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_uses_words_taken_back_is_told_where_the_next_is_written()
    {
        await using var site = await TestSite.Create();
        var study = await FicheStudy.In(site.Study);
        var edition = new Edition(Guid.CreateVersion7(), site.Study.Study.Id, study.FicheId, 1, Audience.Committee, "{}", "{}", [1], "ab", 1, "", Guid.Empty, DateTime.UtcNow);
        edition.Flag(DateTime.UtcNow);
        await site.Study.Save(edition);
        var editor = await site.SignIn(Roles.Editor);

        Assert.Contains("L’édition 1 utilise les propos d’une personne", await TestSite.Read(editor, Root(site) + "/edit"), StringComparison.Ordinal);

        await site.Study.Change<Edition>(edition => edition.Withdraw(DateTime.UtcNow));
        Assert.Contains("L’édition 1 a été retirée", await TestSite.Read(editor, Root(site) + "/edit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_stand_alone_when_they_are_enlarged_and_page_1_s_room_stands_above_them()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var editor = await site.SignIn(Roles.Editor);

        var beside = await TestSite.Read(editor, Root(site) + "/edit?section=divergence");
        Assert.Contains("id=\"section\"", beside, StringComparison.Ordinal);
        Assert.True(beside.LastIndexOf("data-live=\"room\"", StringComparison.Ordinal) < beside.IndexOf("class=\"preview\"", StringComparison.Ordinal));
        var large = await TestSite.Read(editor, Root(site) + "/edit?section=divergence&tab=preview&large=true");
        Assert.DoesNotContain("id=\"section\"", large, StringComparison.Ordinal);
        Assert.Contains("Revenir au texte", large, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_was_added_is_confirmed_where_it_was_added()
    {
        await using var site = await TestSite.Create();
        await FicheStudy.In(site.Study);
        var editor = await site.SignIn(Roles.Editor);

        var answer = await TestSite.Post(editor, Root(site) + "/edit?tab=comments", "act-on-fiche", ("act", "comment"), ("section", ""), ("Text", "À relire."));

        var back = answer.Headers.Location!.ToString();
        Assert.EndsWith("&done=comment#done", back, StringComparison.Ordinal);
        Assert.Contains("Votre remarque est ajoutée", await TestSite.Read(editor, back), StringComparison.Ordinal);
    }

    private static string Root(TestSite site) => $"/studies/{site.Study.Study.Slug}/fiches/P01/fr";

    private static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, from);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
