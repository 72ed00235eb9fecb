using System.Text;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>A tag at the start of a line with its value, which may go on over further lines.</summary>
internal sealed class TaggedValue(string tag, string first, int line)
{
    private readonly StringBuilder _text = new(first.Trim());
    private string? _value;

    public string Tag => tag;

    public int Line => line;

    public string Value => _value ??= _text.ToString();

    public void Continue(string text)
    {
        if (_text.Length > 0)
            _text.Append(' ');
        _text.Append(text.AsSpan().Trim());
        _value = null;
    }
}

/// <summary>One record of a format with tags at the start of lines: its tags in their order.</summary>
internal sealed class TaggedRecord(int line)
{
    private const int MostTags = 10_000;

    private readonly List<TaggedValue> _tags = [];

    public int Line => line;

    public IReadOnlyList<TaggedValue> Tags => _tags;

    /// <summary>Papers with thousands of authors exist; tags beyond this number are let go.</summary>
    public void Add(string tag, string value, int at)
    {
        if (_tags.Count < MostTags)
            _tags.Add(new TaggedValue(tag, value, at));
        else
            HasTooMany = true;
    }

    public bool HasTooMany { get; private set; }

    /// <summary>A line without a tag goes on with the value before it.</summary>
    public void Continue(string text) => _tags[^1].Continue(text);

    /// <summary>The first value of the first of the tags that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var tag in _tags)
            {
                if (tag.Tag == name && tag.Value.Length > 0)
                    return tag.Value;
            }
        }

        return null;
    }

    /// <summary>All different values of the tags, in the order of the file.</summary>
    public List<string> All(params string[] names) =>
        [.. _tags.Where(tag => tag.Value.Length > 0 && names.Contains(tag.Tag)).Select(tag => tag.Value).Distinct(StringComparer.Ordinal)];

    public int LineOf(params ReadOnlySpan<string> names)
    {
        foreach (var tag in _tags)
        {
            if (names.Contains(tag.Tag))
                return tag.Line;
        }

        return line;
    }
}
