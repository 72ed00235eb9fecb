using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Architecture;

public sealed partial class TextTests
{
    private static readonly string[] AllLanguages = ["fr", "nl", "en"];

    [Fact]
    public void Every_text_exists_in_French_Dutch_and_English_with_the_same_places_to_fill_in()
    {
        var faults = new List<string>();
        foreach (var room in Rooms())
        {
            var missing = AllLanguages.Except(room.Languages.Keys).ToList();
            faults.AddRange(missing.Select(language => $"{room.Name}: no {language}"));
            foreach (var key in room.Languages.Values.SelectMany(texts => texts.Keys).Distinct())
            {
                var places = room.Languages
                    .Select(language => language.Value.TryGetValue(key, out var text) && text.Trim().Length > 0 ? string.Join(' ', Places(text)) : "(missing)")
                    .ToList();
                if (places.Distinct().Count() > 1 || places.Contains("(missing)"))
                {
                    faults.Add($"{room.Name}: {key} has {string.Join(", ", room.Languages.Keys.Zip(places, (language, place) => $"{language} [{place}]"))}");
                }
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_key_that_a_page_asks_for_exists()
    {
        var keys = Rooms().ToDictionary(room => Path.GetFileName(room.Name), room => room.Languages.Values.First().Keys.ToHashSet());
        var faults = new List<string>();
        foreach (var file in SourceTree.Files(".razor").Concat(SourceTree.Files(".cs")))
        {
            var source = File.ReadAllText(file);
            foreach (Match injected in Localizer().Matches(source))
            {
                var (texts, name) = (injected.Groups["texts"].Value, injected.Groups["name"].Value);
                foreach (Match asked in Regex.Matches(source, $@"\b{Regex.Escape(name)}\[""(?<key>\w+)""[\],]"))
                {
                    if (!keys.TryGetValue(texts, out var known) || !known.Contains(asked.Groups["key"].Value))
                    {
                        faults.Add($"{SourceTree.Relative(file)}: {texts} has no {asked.Groups["key"].Value}");
                    }
                }
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void No_page_holds_literal_words()
    {
        var faults = LiteralMarkup.Of(typeof(FluxUs.Consult.Web.App).Assembly);

        Assert.Empty(faults);
    }

    [Fact]
    public void The_check_finds_words_wherever_markup_can_hold_them()
    {
        var found = LiteralMarkup.Of(typeof(WordyExample).Assembly).Where(fault => fault.Contains(nameof(WordyExample), StringComparison.Ordinal)).ToList();

        Assert.All(
            ["static text", "in an attribute", "beside a value", "inside a loop", "as a parameter", "in a fragment"],
            words => Assert.Contains(found, fault => fault.EndsWith(words, StringComparison.Ordinal)));
        Assert.Equal(6, found.Count);
    }

    [Fact]
    public void No_page_holds_a_style_attribute_or_a_script_of_its_own()
    {
        var faults = SourceTree.Files(".razor")
            .Where(file => Unsafe().IsMatch(File.ReadAllText(file)))
            .Select(SourceTree.Relative);

        Assert.Empty(faults);
    }

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(place => place.Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<Room> Rooms() =>
        from file in SourceTree.Files(".resx")
        let name = Path.GetFileNameWithoutExtension(file)
        let language = Path.GetExtension(name).TrimStart('.')
        group (language, file) by SourceTree.Relative(file)[..^(language.Length + ".resx".Length + 1)] into room
        select new Room(room.Key, room.ToDictionary(part => part.language, part => Read(part.file)));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => (string)data.Attribute("name")!, data => (string)data.Element("value")!);

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"IStringLocalizer<(?:\w+\.)*(?<texts>\w+)> (?<name>\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\sstyle=|\son[a-z]+=""(?!@)|<style|<script>|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Unsafe();

    private sealed record Room(string Name, Dictionary<string, Dictionary<string, string>> Languages);
}
