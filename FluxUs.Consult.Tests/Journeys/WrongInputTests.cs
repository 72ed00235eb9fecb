using System.Net;
using System.Text.RegularExpressions;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Every form of the demonstration, sent as nobody should send it: the program answers each with a page, never with a fault.</summary>
public partial class WrongInputTests
{
    private const int TooLong = 10_000;

    // Signing out and the form that calls a job back would end what the test does.
    private static readonly string[] NotSent = ["/account/sign-out"];

    private sealed record SentField(string Name, string Value, bool IsHidden, bool IsText);

    /// <param name="Address">Where it posts.</param>
    private sealed record SentForm(string Page, string Address, IReadOnlyList<SentField> Fields)
    {
        public string Handler => Fields.FirstOrDefault(one => one.Name == "_handler")?.Value ?? "";

        /// <summary>Alike are the forms of the rows of one table.</summary>
        public string Kind => $"{Regex.Replace(Address, "[0-9a-f]{8}-[0-9a-f-]{27}", "{id}")} {Handler} {Fields.FirstOrDefault(one => one.Name == "act")?.Value} {string.Join(',', Fields.Select(one => one.Name).Distinct())}";

        public override string ToString() => $"{Handler} {Fields.FirstOrDefault(field => field.Name == "act")?.Value} at {Page}";
    }

    [Theory]
    [InlineData("manager@demo.example", Roles.Manager)]
    [InlineData("committee@demo.example", Roles.Committee)]
    public async Task No_form_answers_wrong_input_with_a_fault(string account, Roles role)
    {
        await using var site = (await TestSite.Create()).Listen();
        await site.Study.LoadDemonstration();
        using var manager = await SignIn(site, "manager@demo.example");
        using var member = await SignIn(site, account);
        var forms = new List<SentForm>();
        foreach (var page in (await DemonstrationPages.Resolve(site, manager)).Where(page => page.Readers.HasFlag(role)))
            forms.AddRange(Forms(page.Address, await member.GetStringAsync(page.Address, TestStudy.Cancellation)));
        forms = [.. forms.DistinctBy(form => form.Kind)];
        Assert.True(forms.Count > 10, $"Only {forms.Count} forms were found.");

        var wrong = new List<string>();
        // What an empty form would do comes last: some of them remove what the others are about.
        foreach (var (how, fill) in new (string, Func<SentField, string>)[] { ("too long", Lengthen), ("nonsense", Distort), ("empty", Empty) })
        {
            foreach (var form in forms) await Send(member, form, how, fill, wrong);
            if (how != "empty") Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/account", TestStudy.Cancellation)).StatusCode);
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {forms.Count} forms:\n" + string.Join('\n', wrong));
    }

    private static async Task Send(HttpClient member, SentForm form, string how, Func<SentField, string> fill, List<string> wrong)
    {
        using var body = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, fill(field))));
        using var answer = await member.PostAsync(form.Address, body, TestStudy.Cancellation);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError) wrong.Add($"{how}: {form}: {(int)answer.StatusCode}");
        // What is refused says why.
        else if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html" && Message().Count(await answer.Content.ReadAsStringAsync(TestStudy.Cancellation)) == 0)
            wrong.Add($"{how}: {form}: refused without a word");
        else if (how == "too long" && answer.StatusCode == HttpStatusCode.Found && form.Fields.Any(field => field.IsText))
            wrong.Add($"{how}: {form}: taken, {string.Join(", ", form.Fields.Where(field => field.IsText).Select(field => field.Name))}");
    }

    private static string Lengthen(SentField field) => field.IsText ? new string('x', TooLong) : field.Value;

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
            if (NotSent.Contains(address)) continue;
            yield return new SentForm(page, address, [.. Control().Matches(form.Groups["body"].Value).Select(match => Field(match.Value)).OfType<SentField>()]);
        }
    }

    private static SentField? Field(string markup)
    {
        if (Attribute(markup, "name") is not { Length: > 0 } name) return null;
        var type = markup.StartsWith("<textarea", StringComparison.Ordinal) ? "textarea" : markup.StartsWith("<select", StringComparison.Ordinal) ? "select" : Attribute(markup, "type") ?? "text";
        if (type is "file" or "submit" or "button") return null;
        var value = type == "select" ? Attribute(Selected().Match(markup).Value, "value") ?? Attribute(Option().Match(markup).Value, "value") : type == "textarea" ? Inside().Match(markup).Groups["text"].Value : Attribute(markup, "value");
        return new SentField(name, WebUtility.HtmlDecode(value ?? ""), type == "hidden", type is "text" or "textarea" or "email" or "search" or "url");
    }

    private static string? Attribute(string markup, string name) => Regex.Match(markup, $" {name}=\"(?<value>[^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    private static async Task<HttpClient> SignIn(TestSite site, string account)
    {
        var visitor = site.Visitor();
        using var answer = await TestSite.Post(visitor, "/sign-in", "sign-in", ("Email", account), ("Password", TestStudy.Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

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

    [GeneratedRegex("class=\"summary\"|class=\"field-message\"|role=\"alert\"")]
    private static partial Regex Message();
}
