using YamlDotNet.RepresentationModel;

namespace FluxUs.Consult.Fiches.Templates;

/// <summary>A template that is based on another says only what differs: all it leaves out comes from there.</summary>
internal static class TemplateBase
{
    /// <summary>Fills a template from the one it is based on. Maps are filled field by field. Sections, where it lists them, are
    /// those and in that order, each filled from the section with its key.</summary>
    public static void Fill(YamlMappingNode own, YamlMappingNode below)
    {
        foreach (var (key, value) in below.Children)
        {
            if (!own.Children.TryGetValue(key, out var present)) own.Children[key] = value;
            else if (key is YamlScalarNode { Value: "sections" } && present is YamlSequenceNode listed && value is YamlSequenceNode known) FillEach(listed, known);
            else if (present is YamlMappingNode map && value is YamlMappingNode filling && key is not YamlScalarNode { Value: "name" }) Fill(map, filling);
        }
    }

    private static void FillEach(YamlSequenceNode listed, YamlSequenceNode known)
    {
        var byKey = known.Children.OfType<YamlMappingNode>().Where(section => KeyOf(section) is not null).ToLookup(section => KeyOf(section)!);
        foreach (var section in listed.Children.OfType<YamlMappingNode>())
            if (KeyOf(section) is { } key && byKey[key].FirstOrDefault() is { } filling) Fill(section, filling);
    }

    private static string? KeyOf(YamlMappingNode section) => section.Children.TryGetValue(new YamlScalarNode("key"), out var key) ? (key as YamlScalarNode)?.Value : null;
}
