namespace FluxUs.Consult.Evidence.Anchoring;

/// <summary>A stretch that two versions of a text share.</summary>
public sealed record SharedStretch(int OldStart, int NewStart, int Length)
{
    public int OldEnd => OldStart + Length;

    public int NewEnd => NewStart + Length;
}

/// <summary>
/// What two versions of a text share, in order: first by lines that stand once in each (patience), then word by word
/// in what is left (Myers, "An O(ND) difference algorithm", 1986), given up where too much has changed to tell.
/// </summary>
public sealed class TextDiff
{
    private const int MostEdits = 400;

    private readonly string _old;
    private readonly string _new;
    private readonly List<SharedStretch> _shared = [];

    private TextDiff(string old, string @new)
    {
        _old = old;
        _new = @new;
        Lines(0, old.Length, 0, @new.Length);
    }

    /// <summary>The shared stretches, ascending in both texts, none touching the next.</summary>
    public static IReadOnlyList<SharedStretch> Between(string old, string @new) => new TextDiff(old, @new)._shared;

    private void Share(int oldStart, int newStart, int length)
    {
        if (length == 0)
            return;
        if (_shared.Count > 0 && _shared[^1] is var last && last.OldEnd == oldStart && last.NewEnd == newStart)
            _shared[^1] = last with { Length = last.Length + length };
        else
            _shared.Add(new SharedStretch(oldStart, newStart, length));
    }

    private void Lines(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var prefix = _old.AsSpan(oldStart, oldEnd - oldStart).CommonPrefixLength(_new.AsSpan(newStart, newEnd - newStart));
        Share(oldStart, newStart, prefix);
        oldStart += prefix;
        newStart += prefix;
        var suffix = 0;
        while (suffix < Math.Min(oldEnd - oldStart, newEnd - newStart) && _old[oldEnd - suffix - 1] == _new[newEnd - suffix - 1])
            suffix++;
        oldEnd -= suffix;
        newEnd -= suffix;
        var pairs = UniqueLines(oldStart, oldEnd, newStart, newEnd);
        if (pairs.Count == 0)
        {
            Words(oldStart, oldEnd, newStart, newEnd);
        }
        else
        {
            foreach (var (oldLine, newLine, length) in pairs)
            {
                Words(oldStart, oldLine, newStart, newLine);
                Share(oldLine, newLine, length);
                oldStart = oldLine + length;
                newStart = newLine + length;
            }

            Words(oldStart, oldEnd, newStart, newEnd);
        }

        Share(oldEnd, newEnd, suffix);
    }

    /// <summary>Lines that stand once in each text, those that keep their order.</summary>
    private List<(int Old, int New, int Length)> UniqueLines(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        var oldLines = Once(_old, oldStart, oldEnd);
        var newLines = Once(_new, newStart, newEnd);
        var pairs = new List<(int Old, int New, int Length)>();
        foreach (var (line, at) in oldLines)
        {
            if (at >= 0 && newLines.TryGetValue(line, out var there) && there >= 0)
                pairs.Add((at, there, line.Length));
        }

        pairs.Sort((one, other) => one.Old.CompareTo(other.Old));
        return Ascending(pairs);
    }

    private static Dictionary<string, int> Once(string text, int start, int end)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (start < end)
        {
            var next = text.IndexOf('\n', start, end - start);
            next = next < 0 ? end : next + 1;
            var line = text[start..next];
            if (!string.IsNullOrWhiteSpace(line) && !lines.TryAdd(line, start))
                lines[line] = -1;
            start = next;
        }

        return lines;
    }

    /// <summary>The longest run of pairs that ascends in the new text too.</summary>
    private static List<(int Old, int New, int Length)> Ascending(List<(int Old, int New, int Length)> pairs)
    {
        var tails = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tails[middle]].New < pairs[i].New)
                    low = middle + 1;
                else
                    high = middle;
            }

            before[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(i);
            else
                tails[low] = i;
        }

        var result = new List<(int Old, int New, int Length)>();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
            result.Add(pairs[i]);
        result.Reverse();
        return result;
    }

    private void Words(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        if (oldStart == oldEnd || newStart == newEnd)
            return;
        var oldWords = Cut(_old, oldStart, oldEnd);
        var newWords = Cut(_new, newStart, newEnd);
        foreach (var (oldWord, newWord) in Myers(oldWords, newWords))
            Share(oldWords[oldWord], newWords[newWord], oldWords[oldWord + 1] - oldWords[oldWord]);
    }

    /// <summary>Where words begin: runs of letters, digits and marks; each other character is a word of its own. The end is last.</summary>
    private static List<int> Cut(string text, int start, int end)
    {
        var starts = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (i == start || !IsOfWord(text[i]) || !IsOfWord(text[i - 1]))
                starts.Add(i);
        }

        starts.Add(end);
        return starts;
    }

    private static bool IsOfWord(char character) =>
        char.IsLetterOrDigit(character) || char.IsSurrogate(character) || character is '\u200D' or '\uFE0F'
        || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.EnclosingMark;

    private List<(int Old, int New)> Myers(List<int> oldWords, List<int> newWords)
    {
        int n = oldWords.Count - 1, m = newWords.Count - 1;
        var most = Math.Min(MostEdits, n + m);
        var furthest = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(furthest[(most - edits + 1)..(most + edits + 2)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var at = most + 1 + diagonal;
                var x = diagonal == -edits || (diagonal != edits && furthest[at - 1] < furthest[at + 1]) ? furthest[at + 1] : furthest[at - 1] + 1;
                var y = x - diagonal;
                while (x < n && y < m && Same(oldWords, x, newWords, y))
                {
                    x++;
                    y++;
                }

                furthest[at] = x;
                if (x >= n && y >= m)
                    return Back(trace, edits, n, m);
            }
        }

        return [];
    }

    private bool Same(List<int> oldWords, int x, List<int> newWords, int y) =>
        _old.AsSpan(oldWords[x], oldWords[x + 1] - oldWords[x]).SequenceEqual(_new.AsSpan(newWords[y], newWords[y + 1] - newWords[y]));

    private static List<(int Old, int New)> Back(List<int[]> trace, int edits, int x, int y)
    {
        var pairs = new List<(int Old, int New)>();
        for (; edits >= 0; edits--)
        {
            // The row of a number of edits holds the diagonals from one less to one more than that number.
            var row = trace[edits];
            var diagonal = x - y;
            int At(int wanted) => row[wanted + edits];
            var isDown = diagonal == -edits || (diagonal != edits && At(diagonal - 1) < At(diagonal + 1));
            var previous = isDown ? diagonal + 1 : diagonal - 1;
            var previousX = edits == 0 ? 0 : At(previous);
            var previousY = previousX - previous;
            var fromX = edits == 0 ? 0 : isDown ? previousX : previousX + 1;
            while (x > fromX && y > 0)
            {
                x--;
                y--;
                pairs.Add((x, y));
            }

            x = previousX;
            y = previousY;
        }

        pairs.Reverse();
        return pairs;
    }
}
