using System.Net;
using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Ui.Fields;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Every form of the demonstration, sent as nobody should send it: the program answers each with a page, never with a fault.</summary>
public partial class WrongInputTests
{
    private static readonly string Lengthy = new('x', 10_000);

    // It would end what the test does.
    private const string SignOut = "/account/sign-out";

    /// <summary>Forms whose answer is the page itself, each with what it shows.</summary>
    private static readonly Dictionary<string, string> Shows = new()
    {
        ["start-app"] = "the key for the authenticator app",
        ["open"] = "identities",
        ["reset-{id}"] = "the link to hand over",
        ["correct"] = "what the correction would do",
    };

    /// <summary>Forms that take long texts: what is written at length, kept as it is typed.</summary>
    private static readonly string[] TakesLongTexts = ["note-", "reading-note"];

    /// <summary>What a form needs though its field does not say so, or in a form of its own.</summary>
    private static readonly Dictionary<string, string> Needed = new()
    {
        ["Value"] = "1",
        ["Code"] = "p98",
        ["Statement"] = "x",
        ["Words0.fr"] = "faible",
        ["Words1.fr"] = "fort",
    };

    /// <summary>Forms that nobody fills without more than fields: the key of a device.</summary>
    private static readonly string[] NeedsMore = ["add-passkey"];

    private sealed record SentField(string Name, string Value, string Type, bool IsRequired)
    {
        public bool IsHidden => Type == "hidden";

        public bool IsText => Type is "text" or "textarea" or "email" or "search" or "url" or "tel";
    }

    /// <param name="Address">Where it posts.</param>
    private sealed record SentForm(string Page, string Address, IReadOnlyList<SentField> Fields)
    {
        public string Handler => Id().Replace(Fields.FirstOrDefault(one => one.Name == "_handler")?.Value ?? "", "{id}");

        public string Act => Fields.FirstOrDefault(one => one.Name == "act")?.Value ?? "";

        /// <summary>Alike are the forms of the rows of one table.</summary>
        public string Kind => Id().Replace($"{Address} {Handler} {Act} {string.Join(',', Fields.Select(one => one.Name).Distinct())}", "{id}");

        public override string ToString() => $"{Handler} {Act} at {Page}";
    }

    [Fact]
    public async Task No_form_answers_wrong_input_with_a_fault()
    {
        await using var site = (await TestSite.Create()).Listen();
        await site.Study.LoadDemonstration();
        using var manager = await SignIn(site, "manager@demo.example");
        using var researcher = await SignIn(site, "researcher@demo.example");
        using var editor = await SignIn(site, "editor@demo.example");
        using var committee = await SignIn(site, "committee@demo.example");
        var pages = await DemonstrationPages.Resolve(site, manager);
        var forms = new List<(HttpClient Member, SentForm Form)>();
        foreach (var (member, role) in new[] { (manager, Roles.Manager), (researcher, Roles.Researcher), (editor, Roles.Editor), (committee, Roles.Committee) })
            forms = [.. forms.Concat(await Forms(member, role, pages)).DistinctBy(both => both.Form.Kind)];
        Assert.True(forms.Count > 50, $"Only {forms.Count} forms were found.");

        var wrong = new List<string>();
        var lengthened = 0;
        foreach (var (member, form) in forms.Where(both => !NeedsMore.Contains(both.Form.Handler))) lengthened += await LengthenEach(member, form, wrong);
        Assert.True(lengthened > 100, $"Only {lengthened} fields were tried.");
        // What an empty form would do comes last: some of them remove what the others are about.
        foreach (var (how, fill) in new (string, Func<SentField, string>)[] { ("nonsense", Distort), ("empty", Empty) })
        {
            foreach (var (member, form) in forms) await Send(member, form, how, fill, wrong);
            if (how != "empty") Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/account", TestStudy.Cancellation)).StatusCode);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} answers, {forms.Count} forms:\n" + string.Join('\n', wrong));
    }

    private static async Task<List<(HttpClient Member, SentForm Form)>> Forms(HttpClient member, Roles role, IReadOnlyList<DemonstrationPage> pages)
    {
        var forms = new List<(HttpClient, SentForm)>();
        foreach (var page in pages.Where(page => page.Readers.HasFlag(role) && page.Route != "/not-found"))
        {
            using var answer = await member.GetAsync(page.Address, TestStudy.Cancellation);
            // Some lead on: the committee to its own page, whoever has just confirmed to where they came from.
            if (answer.StatusCode == HttpStatusCode.OK) forms.AddRange(Forms(page.Address, await answer.Content.ReadAsStringAsync(TestStudy.Cancellation)).Select(form => (member, form)));
        }

        return forms;
    }

    // One text at a time, in a form that was just read, the others as somebody would fill them: a limit of one hides no lack of another.
    private static async Task<int> LengthenEach(HttpClient member, SentForm form, List<string> wrong)
    {
        var tried = 0;
        foreach (var name in form.Fields.Where(field => field.IsText).Select(field => field.Name).Distinct())
        {
            if (await Again(member, form) is not { } fresh) break;
            tried++;
            await Send(member, fresh, "too long", field => field.Name == name ? Lengthy : Plausible(field), wrong, name);
        }

        return tried;
    }

    /// <summary>The form as its page shows it now; null once it is gone.</summary>
    private static async Task<SentForm?> Again(HttpClient member, SentForm form)
    {
        using var answer = await member.GetAsync(form.Page, TestStudy.Cancellation);
        return answer.StatusCode != HttpStatusCode.OK ? null : Forms(form.Page, await answer.Content.ReadAsStringAsync(TestStudy.Cancellation)).FirstOrDefault(other => other.Kind == form.Kind);
    }

    /// <param name="lengthened">The field that is too long; null where none is.</param>
    private static async Task Send(HttpClient member, SentForm form, string how, Func<SentField, string> fill, List<string> wrong, string? lengthened = null)
    {
        using var body = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, fill(field))));
        using var answer = await member.PostAsync(form.Address, body, TestStudy.Cancellation);
        var page = answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html" && !Shows.ContainsKey(form.Handler)
            ? await answer.Content.ReadAsStringAsync(TestStudy.Cancellation) : null;
        var sentence = (int)answer.StatusCode >= 500 ? $"a fault, {(int)answer.StatusCode}"
            : page is not null && !Message().IsMatch(page) ? "refused without a word"
            : page is not null && lengthened is not null && !page.Contains(Lengthy, StringComparison.Ordinal) ? "what was typed is lost"
            : page is not null && lengthened is not null && !Blames(page, lengthened) ? "refused for another reason: " + string.Join(' ', Said().Matches(page).Select(said => said.Groups["text"].Value.Trim()))
            : lengthened is not null && answer.StatusCode == HttpStatusCode.Found && !Array.Exists(TakesLongTexts, form.Handler.StartsWith) ? "taken"
            : "";
        if (sentence.Length > 0) wrong.Add($"{how}: {form}: {lengthened}: {sentence}");
    }

    // Refused for something else, a text may have no limit at all.
    private static bool Blames(string page, string field) => page.Contains($"#{FormMessages.IdOf(field)}\"", StringComparison.Ordinal)
        || (field.Split('.') is [var text, "fr" or "nl" or "en"] && Regex.IsMatch(page, $"#{Regex.Escape(FormMessages.IdOf(text))}(-fr)?\"", RegexOptions.CultureInvariant))
        || Control().Matches(page).Any(control => Attribute(control.Value, "name") is { } name && (name == field || (field.Split('.') is [var own, "nl" or "en"] && name == own + ".fr")) && Attribute(control.Value, "aria-invalid") == "true");

    // What may stay empty stays so: a figure or an address that nobody could read would hide what is looked for.
    private static string Plausible(SentField field) => !string.IsNullOrWhiteSpace(field.Value) || !(field.IsRequired || Needed.ContainsKey(field.Name)) ? field.Value : field.Type switch
    {
        "email" => "somebody@demo.example",
        "number" => "1",
        "date" => "2026-11-20",
        "text" or "textarea" or "search" => Needed.GetValueOrDefault(field.Name, "x"),
        _ => field.Value,
    };

    private static string Distort(SentField field) => field.Name switch
    {
        "__RequestVerificationToken" or "_handler" or "act" => field.Value,
        "operation" => Guid.NewGuid().ToString(),
        "version" => "999999",
        _ => "32/13/20O8",
    };

    private static string Empty(SentField field) => field.IsHidden ? field.Value : "";

    private static IEnumerable<SentForm> Forms(string page, string html)
    {
        foreach (Match form in Form().Matches(html))
        {
            var open = form.Groups["open"].Value;
            if (!open.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase)) continue;
            var address = Attribute(open, "action") is { Length: > 0 } action ? new Uri(new Uri("http://localhost" + page), action).PathAndQuery : page;
            if (address == SignOut) continue;
            yield return new SentForm(page, address, [.. Controls(form.Groups["body"].Value).Select(Field).OfType<SentField>()]);
        }
    }

    // Of several radio buttons a browser sends one: the chosen one, or whichever a person takes.
    private static IEnumerable<string> Controls(string form)
    {
        var controls = Control().Matches(form).Select(match => match.Value).ToList();
        var radios = controls.Where(control => Attribute(control, "type") == "radio").ToLookup(control => Attribute(control, "name"));
        return controls.Where(control => Attribute(control, "type") != "radio"
            || control == (radios[Attribute(control, "name")].FirstOrDefault(one => one.Contains(" checked", StringComparison.Ordinal)) ?? radios[Attribute(control, "name")].First()));
    }

    private static SentField? Field(string markup)
    {
        if (Attribute(markup, "name") is not { Length: > 0 } name) return null;
        var type = markup.StartsWith("<textarea", StringComparison.Ordinal) ? "textarea" : markup.StartsWith("<select", StringComparison.Ordinal) ? "select" : Attribute(markup, "type") ?? "text";
        if (type is "file" or "submit" or "button") return null;
        var isRequired = markup[..(markup.IndexOf('>') + 1)].Contains(" required", StringComparison.Ordinal);
        var value = type == "select" ? Attribute(Selected().Match(markup).Value, "value") ?? Option().Matches(markup).Select(option => Attribute(option.Value, "value")).FirstOrDefault(one => !isRequired || one is { Length: > 0 }) : type == "textarea" ? Inside().Match(markup).Groups["text"].Value : Attribute(markup, "value");
        return new SentField(name, WebUtility.HtmlDecode(value ?? ""), type, isRequired);
    }

    private static string? Attribute(string markup, string name) => Regex.Match(markup, $" {name}=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    private static async Task<HttpClient> SignIn(TestSite site, string account)
    {
        var visitor = site.Visitor();
        using var answer = await TestSite.Post(visitor, "/sign-in", "sign-in", ("Email", account), ("Password", TestStudy.Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex("(?<open><form[^>]*>)(?<body>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>|<textarea[^>]*>.*?</textarea>|<select[^>]*>.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("<option[^>]* selected[^>]*>")]
    private static partial Regex Selected();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option();

    [GeneratedRegex("<textarea[^>]*>\n?(?<text>.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Inside();

    [GeneratedRegex("class=\"summary\".*?<ul[^>]*>(?<text>.*?)</ul>", RegexOptions.Singleline)]
    private static partial Regex Said();

    [GeneratedRegex("class=\"summary\"|class=\"field-message\"|role=\"alert\"")]
    private static partial Regex Message();
}
