using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FluxUs.Consult.Interviews;

/// <summary>Reads one guide from YAML 1.2 as <c>templates/README.md</c> describes it. What is missing or repeated is told
/// with its line.</summary>
internal static class GuideReader
{
    /// <returns>The guide, or else what stands in its way; one of the two is null.</returns>
    public static (InterviewGuide? Guide, GuideProblem? Problem) Read(string text, string fileName)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root)
                return (null, new GuideProblem(fileName, 1, "GuideIsNoMap"));
            return (Guide(root, fileName), null);
        }
        catch (YamlException fault)
        {
            return (null, new GuideProblem(fileName, fault.Start.Line, "GuideUnreadable"));
        }
        catch (ArgumentException)
        {
            // What the parser lets through and the tree cannot hold, as a key left open.
            return (null, new GuideProblem(fileName, parser.Current?.Start.Line ?? 1, "GuideUnreadable"));
        }
        catch (GuideFault fault)
        {
            return (null, new GuideProblem(fileName, fault.Line, fault.Key, fault.Arguments));
        }
    }

    private static InterviewGuide Guide(YamlMappingNode root, string fileName)
    {
        var code = Text(root, "code");
        if (code != Path.GetFileNameWithoutExtension(fileName)) throw new GuideFault(Field(root, "code")!, "GuideCodeIsFileName", code);
        var sections = Items(root, "sections").Select(Section).ToList();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (question, node) in sections.SelectMany(section => section.Questions))
        {
            if (!codes.Add(question.Code)) throw new GuideFault(node, "GuideQuestionTwice", question.Code);
        }

        return new InterviewGuide(
            code, OptionalText(root, "version"), Local(root, "name"), Minutes(root), Names(root, "roleClasses"),
            [.. sections.Select(section => new GuideSection(section.Key, section.Title, [.. section.Questions.Select(question => question.Question)]))]);
    }

    private static (string Key, LocalText Title, List<(GuideQuestion Question, YamlNode Node)> Questions) Section(YamlMappingNode node) =>
        (Text(node, "key"), Local(node, "title"), [.. Items(node, "questions").Select(question => (Question(question), (YamlNode)question))]);

    private static GuideQuestion Question(YamlMappingNode node)
    {
        var code = Text(node, "code");
        if (code.Any(letter => letter is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')))) throw new GuideFault(node, "GuideQuestionCode", code);
        return new GuideQuestion(code, Local(node, "text"), Field(node, "prompts") is null ? new LocalText("") : Local(node, "prompts"));
    }

    private static int Minutes(YamlMappingNode root)
    {
        if (Field(root, "durationMinutes") is not { } node) return 0;
        return node is YamlScalarNode { Value: { } value } && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : throw new GuideFault(node, "GuideNumberExpected", "durationMinutes");
    }

    private static LocalText Local(YamlMappingNode node, string name)
    {
        var field = Field(node, name) ?? throw new GuideFault(node, "GuideFieldMissing", name);
        if (field is not YamlMappingNode words) throw new GuideFault(field, "GuideLanguagesExpected", name);
        var text = new LocalText(OptionalText(words, "fr"), OptionalText(words, "nl"), OptionalText(words, "en"));
        return text.IsEmpty ? throw new GuideFault(field, "GuideLanguagesExpected", name) : text;
    }

    private static List<YamlMappingNode> Items(YamlMappingNode node, string name)
    {
        var field = Field(node, name) ?? throw new GuideFault(node, "GuideFieldMissing", name);
        if (field is not YamlSequenceNode { Children.Count: > 0 } list) throw new GuideFault(field, "GuideListExpected", name);
        return [.. list.Children.Select(child => child as YamlMappingNode ?? throw new GuideFault(child, "GuideListExpected", name))];
    }

    private static List<string> Names(YamlMappingNode node, string name) =>
        Field(node, name) is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(child => child.Value ?? "")] : [];

    private static string Text(YamlMappingNode node, string name) =>
        OptionalText(node, name) is { Length: > 0 } text ? text : throw new GuideFault(node, "GuideFieldMissing", name);

    private static string OptionalText(YamlMappingNode node, string name) => (Field(node, name) as YamlScalarNode)?.Value?.Trim() ?? "";

    private static YamlNode? Field(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    private sealed class GuideFault(YamlNode node, string key, params string[] arguments) : Exception
    {
        public long Line => node.Start.Line;
        public string Key => key;
        public string[] Arguments => arguments;
    }
}
