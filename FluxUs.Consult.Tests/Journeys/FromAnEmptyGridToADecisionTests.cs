using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Priorities;
using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>A study is scored, ranked and decided by keyboard alone: from an empty grid to the frozen decision.</summary>
public sealed class FromAnEmptyGridToADecisionTests(Browser browser)
{
    [Fact]
    public async Task A_study_is_scored_ranked_and_decided_by_keyboard_alone()
    {
        await using var site = (await TestSite.Create()).Listen();
        await ChoiceScene.Create(site.Study);
        var (manager, member) = (await site.Study.AddMember(Roles.Manager), await site.Study.AddMember(Roles.Committee));
        var leading = await Person.SignIn(browser, site, manager.Email!, "manager");
        var committee = await Person.SignIn(browser, site, member.Email!, "committee");

        await FillTheGrid(leading);
        await Reach(leading.Page, "Sure|");
        await leading.Page.Keyboard.PressAsync("Space");
        await Reach(leading.Page, "Dévoiler les notes");
        await leading.Page.Keyboard.PressAsync("Enter");
        await leading.Sees("Toutes les notes sont arrêtées.");

        await leading.GoTo("/studies/wood/priorities");
        await leading.Sees("Les doutes qui pèsent");
        await Reach(leading.Page, "w.C1");
        await leading.Page.Keyboard.PressAsync("Home");
        await leading.Sees("Rien n’est enregistré.");
        await leading.GoTo("/studies/wood/priorities/decision");
        await Reach(leading.Page, "Préparer la décision");
        await leading.Page.Keyboard.PressAsync("Enter");
        await leading.Sees("2 ex æquo pour 1 place");

        await committee.GoTo("/studies/wood/committee");
        await Reach(committee.Page, "Votre vote est attendu");
        await committee.Page.Keyboard.PressAsync("Enter");
        await committee.IsAt("/priorities/decision");
        await Reach(committee.Page, "Vote|");
        await committee.Page.Keyboard.PressAsync("Space");
        await Reach(committee.Page, "Voter");
        await committee.Page.Keyboard.PressAsync("Enter");
        await committee.Sees("Votre vote est enregistré");

        await leading.GoTo("/studies/wood/priorities/decision");
        await Reach(leading.Page, "Compter les voix");
        await leading.Page.Keyboard.PressAsync("Enter");
        await leading.Sees("Les voix sont comptées.");
        await Reach(leading.Page, "HeldOn");
        // The first of January reads the same whichever way the browser orders day and month.
        await leading.Page.Keyboard.TypeAsync("01012026");
        await Reach(leading.Page, "Arrêter la décision");
        await leading.Page.Keyboard.PressAsync("Enter");
        await leading.Sees("La décision 1 tient : 2 produits et services sont retenus.");

        await committee.GoTo("/studies/wood/priorities/decisions/1");
        await committee.Sees("Départagé par un vote du comité : 1 voix");
    }

    private static async Task FillTheGrid(Person person)
    {
        await person.GoTo("/studies/wood/priorities/scores");
        await Reach(person.Page, "P01 C1");
        foreach (var (first, second) in new[] { ("4", "4"), ("3", "3"), ("3", "3"), ("2", "1"), ("0", "0") })
        {
            await person.Page.Keyboard.TypeAsync(first);
            await person.Page.Keyboard.PressAsync("ArrowRight");
            await person.Page.Keyboard.TypeAsync(second);
            await person.Page.Keyboard.PressAsync("Enter");
            await person.Page.Keyboard.PressAsync("ArrowLeft");
        }

        await person.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.score-grid .cell')].every(cell => cell.dataset.version === '1' && cell.value === cell.defaultValue)");
    }

    /// <summary>Goes on with Tab until what has the focus is called so, by its label, its name or its text.</summary>
    private static async Task Reach(IPage page, string called)
    {
        for (var presses = 0; presses < 150; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var names = await page.EvaluateAsync<string>(
                "() => { const at = document.activeElement; return [at.getAttribute('aria-label'), at.getAttribute('name'), at.textContent, ''].filter(name => name !== null).map(name => name.trim()).join('|'); }");
            if (names.Contains(called, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"The keyboard does not reach « {called} » at {page.Url}");
    }
}
