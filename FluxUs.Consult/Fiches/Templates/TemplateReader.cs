using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui.Fields;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FluxUs.Consult.Fiches.Templates;

/// <summary>Reads one template from YAML 1.2 as <c>templates/README.md</c> describes it. What is missing or no such value is
/// told with its line.</summary>
internal static class TemplateReader
{
    private static readonly string[] Typefaces = ["Source Serif 4", "Source Sans 3"];

    /// <returns>The template, or else what stands in its way; one of the two is null.</returns>
    /// <param name="textOf">The text of another template by its code, for one that is based on it; null when there is none.</param>
    public static (FicheTemplate? Template, TemplateProblem? Problem) Read(string text, string fileName, Func<string, string?> textOf)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root)
                return (null, new TemplateProblem(fileName, 1, "TemplateIsNoMap"));
            if (Field(root, "basedOn") is { } basedOn) TemplateBase.Fill(root, BaseOf((basedOn as YamlScalarNode)?.Value ?? "", basedOn, textOf));
            return (Template(root, fileName), null);
        }
        catch (YamlException fault)
        {
            return (null, new TemplateProblem(fileName, fault.Start.Line, "TemplateUnreadable"));
        }
        catch (ArgumentException)
        {
            // What the parser lets through and the tree cannot hold, as a key left open.
            return (null, new TemplateProblem(fileName, parser.Current?.Start.Line ?? 1, "TemplateUnreadable"));
        }
        catch (TemplateFault fault)
        {
            return (null, new TemplateProblem(fileName, fault.Line, fault.Key, fault.Arguments));
        }
    }

    private static YamlMappingNode BaseOf(string code, YamlNode node, Func<string, string?> textOf)
    {
        var yaml = new YamlStream();
        if (textOf(code) is not { } text) throw new TemplateFault(node, "TemplateBaseUnknown", code);
        yaml.Load(new StringReader(text));
        return yaml.Documents is [{ RootNode: YamlMappingNode below }, ..] && Field(below, "basedOn") is null ? below : throw new TemplateFault(node, "TemplateBaseUnknown", code);
    }

    private static FicheTemplate Template(YamlMappingNode root, string fileName)
    {
        Known(root, "code", "version", "basedOn", "name", "limits", "sections", "pageStyle", "studyColour", "band", "logo");
        var code = Text(root, "code");
        if (code != Path.GetFileNameWithoutExtension(fileName)) throw new TemplateFault(Field(root, "code")!, "TemplateCodeIsFileName", code);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var sections = Items(root, "sections").Select(node =>
        {
            var section = Section(node);
            return keys.Add(section.Key) ? section : throw new TemplateFault(node, "TemplateSectionTwice", section.Key);
        }).ToList();
        return new FicheTemplate(code, OptionalText(root, "version"), Local(root, "name"), Limits(Map(root, "limits")), sections,
            Field(root, "pageStyle") is YamlMappingNode style ? Style(style) : PageStyle.A4, Flag(root, "studyColour"), Flag(root, "band"), Flag(root, "logo"));
    }

    private static TemplateSection Section(YamlMappingNode node)
    {
        Known(node, "key", "number", "page", "kind", "required", "maximumWords", "heading", "hint", "needs");
        return Made(node);
    }

    private static TemplateSection Made(YamlMappingNode node) => new(
        Text(node, "key"), Whole(node, "number"), Whole(node, "page"),
        EnumNames.Parse<SectionKind>(Text(node, "kind")) is { } kind ? kind : throw new TemplateFault(Field(node, "kind")!, "TemplateKindUnknown", Text(node, "kind")),
        OptionalText(node, "required") == "true", Field(node, "maximumWords") is null ? null : Whole(node, "maximumWords"),
        Local(node, "heading"), Field(node, "hint") is null ? new LocalText("") : Local(node, "hint"),
        Field(node, "needs") is YamlSequenceNode needs ? [.. needs.Children.Select(Need)] : []);

    private static string Need(YamlNode node) =>
        node is YamlScalarNode { Value: SectionNeeds.Scores } ? SectionNeeds.Scores : throw new TemplateFault(node, "TemplateNeedUnknown", (node as YamlScalarNode)?.Value ?? "", SectionNeeds.Scores);

    private static FicheLimits Limits(YamlMappingNode node) => new(
        Whole(node, "bodyWords"), Whole(node, "pages"), OptionalText(node, "firstPageEndsWith"),
        Range(node, "keyMessages"), Range(node, "recommendations"), Range(node, "findings"), Range(node, "quotes"));

    private static CountRange Range(YamlMappingNode node, string name)
    {
        var range = Map(node, name);
        return new CountRange(Whole(range, "minimum"), Whole(range, "maximum"));
    }

    private static PageStyle Style(YamlMappingNode node)
    {
        var plain = PageStyle.A4;
        double Length(string name, double otherwise) => Field(node, name) is null ? otherwise : Number(node, name);
        string Typeface(string name, string otherwise)
        {
            var text = OptionalText(node, name);
            return text.Length == 0 ? otherwise : Typefaces.Contains(text) ? text : throw new TemplateFault(Field(node, name)!, "TemplateTypefaceUnknown", text, string.Join(", ", Typefaces));
        }

        Known(node, "width", "height", "marginTop", "marginBottom", "marginSide", "prose", "labels", "proseSize", "proseLeading", "leadSize", "labelSize", "smallSize",
            "titleSize", "sectionSize", "subsectionSize", "colours");
        return plain with
        {
            Width = Length("width", plain.Width),
            Height = Length("height", plain.Height),
            MarginTop = Length("marginTop", plain.MarginTop),
            MarginBottom = Length("marginBottom", plain.MarginBottom),
            MarginSide = Length("marginSide", plain.MarginSide),
            Prose = Typeface("prose", plain.Prose),
            Labels = Typeface("labels", plain.Labels),
            ProseSize = Length("proseSize", plain.ProseSize),
            ProseLeading = Length("proseLeading", plain.ProseLeading),
            LeadSize = Length("leadSize", plain.LeadSize),
            LabelSize = Length("labelSize", plain.LabelSize),
            SmallSize = Length("smallSize", plain.SmallSize),
            TitleSize = Length("titleSize", plain.TitleSize),
            SectionSize = Length("sectionSize", plain.SectionSize),
            SubsectionSize = Length("subsectionSize", plain.SubsectionSize),
            Colours = Field(node, "colours") is YamlMappingNode colours ? Colours(colours) : plain.Colours,
        };
    }

    private static PageColours Colours(YamlMappingNode node)
    {
        var plain = new PageColours();
        string Colour(string name, string otherwise)
        {
            if (Field(node, name) is not { } field) return otherwise;
            var text = (field as YamlScalarNode)?.Value ?? "";
            return text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit) ? text : throw new TemplateFault(field, "TemplateColourExpected", name);
        }

        Known(node, "ink", "soft", "headings", "line", "sheet", "brand", "voice", "print", "claim", "measure", "lever", "barrier", "pale", "mid", "noteWash", "warningWash", "goodWash");
        return new PageColours
        {
            Headings = Colour("headings", plain.Headings),
            Pale = Colour("pale", plain.Pale),
            Mid = Colour("mid", plain.Mid),
            Ink = Colour("ink", plain.Ink),
            Soft = Colour("soft", plain.Soft),
            Line = Colour("line", plain.Line),
            Sheet = Colour("sheet", plain.Sheet),
            Brand = Colour("brand", plain.Brand),
            Voice = Colour("voice", plain.Voice),
            Print = Colour("print", plain.Print),
            Claim = Colour("claim", plain.Claim),
            Measure = Colour("measure", plain.Measure),
            Lever = Colour("lever", plain.Lever),
            Barrier = Colour("barrier", plain.Barrier),
            NoteWash = Colour("noteWash", plain.NoteWash),
            WarningWash = Colour("warningWash", plain.WarningWash),
            GoodWash = Colour("goodWash", plain.GoodWash),
        };
    }

    // A field that is misspelt would change nothing, and nobody would know why.
    private static void Known(YamlMappingNode node, params string[] names)
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !names.Contains(name)) throw new TemplateFault(key, "TemplateFieldUnknown", (key as YamlScalarNode)?.Value ?? "", string.Join(", ", names));
    }

    private static bool Flag(YamlMappingNode node, string name) => OptionalText(node, name) switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw new TemplateFault(Field(node, name)!, "TemplateFlagExpected", name),
    };

    private static int Whole(YamlMappingNode node, string name) =>
        int.TryParse(Text(node, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new TemplateFault(Field(node, name)!, "TemplateNumberExpected", name);

    private static double Number(YamlMappingNode node, string name) =>
        double.TryParse(Text(node, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000
            ? number
            : throw new TemplateFault(Field(node, name)!, "TemplateNumberExpected", name);

    private static LocalText Local(YamlMappingNode node, string name)
    {
        var words = Map(node, name);
        var text = new LocalText(OptionalText(words, "fr"), OptionalText(words, "nl"), OptionalText(words, "en"));
        return text.IsEmpty ? throw new TemplateFault(words, "TemplateLanguagesExpected", name) : text;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string name)
    {
        var field = Field(node, name) ?? throw new TemplateFault(node, "TemplateFieldMissing", name);
        return field as YamlMappingNode ?? throw new TemplateFault(field, "TemplateMapExpected", name);
    }

    private static List<YamlMappingNode> Items(YamlMappingNode node, string name)
    {
        var field = Field(node, name) ?? throw new TemplateFault(node, "TemplateFieldMissing", name);
        if (field is not YamlSequenceNode { Children.Count: > 0 } list) throw new TemplateFault(field, "TemplateListExpected", name);
        return [.. list.Children.Select(child => child as YamlMappingNode ?? throw new TemplateFault(child, "TemplateListExpected", name))];
    }

    private static string Text(YamlMappingNode node, string name) =>
        OptionalText(node, name) is { Length: > 0 } text ? text : throw new TemplateFault(node, "TemplateFieldMissing", name);

    private static string OptionalText(YamlMappingNode node, string name) => (Field(node, name) as YamlScalarNode)?.Value?.Trim() ?? "";

    private static YamlNode? Field(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    private sealed class TemplateFault(YamlNode node, string key, params string[] arguments) : Exception
    {
        public long Line => node.Start.Line;
        public string Key => key;
        public string[] Arguments => arguments;
    }
}
