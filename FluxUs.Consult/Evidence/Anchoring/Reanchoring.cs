namespace FluxUs.Consult.Evidence.Anchoring;

/// <summary>How sure the place of an anchor in a new version is.</summary>
public enum AnchorCertainty
{
    /// <summary>The same words at a place that can be no other.</summary>
    Certain,

    /// <summary>A person decides: the words changed, or stand at several places. There is a candidate.</summary>
    Uncertain,

    /// <summary>The words are gone, and nothing like them stands where they were.</summary>
    Lost,
}

/// <summary>Where an anchor of an old version stands in a new one.</summary>
/// <param name="New">The anchor in the new text; the best candidate when uncertain, null when lost.</param>
public sealed record AnchorPlacement(TextAnchor Old, AnchorCertainty Certainty, TextAnchor? New);

/// <summary>
/// Places the anchors of an old version of a text in a new one: by what both versions share, then by quote and
/// context. Whatever is not certain is said to be so; nothing shifts in silence.
/// </summary>
public static class Reanchoring
{
    /// <summary>So much of what is around a quote must be shared too; a "yes" inside new words is another "yes".</summary>
    private const int ContextNeeded = 8;
    private const int MostOccurrences = 200;

    /// <summary>So long a quote, said once before and once now, is the same one wherever it stands.</summary>
    private const int LongEnough = 20;

    public static IReadOnlyList<AnchorPlacement> Place(string oldText, string newText, IEnumerable<TextAnchor> anchors)
    {
        var shared = TextDiff.Between(oldText, newText);
        return [.. anchors.Select(anchor => Place(oldText, newText, shared, anchor))];
    }

    private static AnchorPlacement Place(string oldText, string newText, IReadOnlyList<SharedStretch> shared, TextAnchor anchor)
    {
        if (anchor.Length == 0 || !anchor.Fits(oldText))
            return new AnchorPlacement(anchor, AnchorCertainty.Lost, null);
        var stretch = StretchAt(shared, anchor.Start);
        var kept = stretch is not null && stretch.OldEnd >= anchor.End ? stretch.NewStart + anchor.Start - stretch.OldStart : -1;
        if (kept >= 0 && HasContext(stretch!, anchor, oldText) && Anchor(newText, kept, anchor) is { } same)
            return new AnchorPlacement(anchor, AnchorCertainty.Certain, same);
        return ByQuote(oldText, newText, shared, anchor, kept) ?? ByEnds(newText, shared, anchor);
    }

    private static bool HasContext(SharedStretch stretch, TextAnchor anchor, string oldText)
    {
        var before = anchor.Start - stretch.OldStart;
        var after = stretch.OldEnd - anchor.End;
        return before + after >= ContextNeeded
            || (stretch.OldStart == 0 && before == anchor.Start && after >= Math.Min(ContextNeeded, oldText.Length - anchor.End))
            || (stretch.OldEnd == oldText.Length && before >= Math.Min(ContextNeeded, anchor.Start));
    }

    /// <summary>The anchor at a place where the new text says the same, unless that would cut a character.</summary>
    private static TextAnchor? Anchor(string newText, int start, TextAnchor old)
    {
        var found = TextAnchor.Of(newText, start, old.Length);
        return found.Start == start && found.Length == old.Length && found.Quote == old.Quote ? found : null;
    }

    private static AnchorPlacement? ByQuote(string oldText, string newText, IReadOnlyList<SharedStretch> shared, TextAnchor anchor, int kept)
    {
        var most = anchor.Before.Length + anchor.After.Length;
        var found = new List<(int Start, int Score)>();
        for (var at = newText.IndexOf(anchor.Quote, StringComparison.Ordinal); at >= 0 && found.Count < MostOccurrences; at = newText.IndexOf(anchor.Quote, at + 1, StringComparison.Ordinal))
        {
            // What is the same quote said elsewhere in the old text is not this one.
            if (!IsAnother(oldText, shared, at, anchor))
                found.Add((at, Context(newText, at, anchor)));
        }

        found.RemoveAll(place => Anchor(newText, place.Start, anchor) is null);
        if (found.Count == 0)
            return null;
        found.Sort((one, other) => other.Score != one.Score ? other.Score.CompareTo(one.Score) : Math.Abs(one.Start - kept).CompareTo(Math.Abs(other.Start - kept)));
        var (start, score) = found[0];
        var isSure = found.Count == 1
            ? score * 4 >= most || (anchor.Length >= LongEnough && IsOnlyOnce(oldText, anchor.Quote))
            : found.Count < MostOccurrences && score * 4 >= most * 3 && found[1].Score * 2 <= most;
        return new AnchorPlacement(anchor, isSure ? AnchorCertainty.Certain : AnchorCertainty.Uncertain, TextAnchor.Of(newText, start, anchor.Length));
    }

    private static bool IsAnother(string oldText, IReadOnlyList<SharedStretch> shared, int newStart, TextAnchor anchor)
    {
        var index = LastAtOrBefore(shared, newStart, stretch => stretch.NewStart);
        if (index < 0 || shared[index].NewEnd < newStart + anchor.Length)
            return false;
        var oldStart = shared[index].OldStart + newStart - shared[index].NewStart;
        return oldStart != anchor.Start && HasContext(shared[index], anchor with { Start = oldStart }, oldText);
    }

    private static bool IsOnlyOnce(string text, string quote)
    {
        var first = text.IndexOf(quote, StringComparison.Ordinal);
        return first >= 0 && text.IndexOf(quote, first + 1, StringComparison.Ordinal) < 0;
    }

    private static int Context(string text, int start, TextAnchor anchor)
    {
        var before = 0;
        while (before < Math.Min(anchor.Before.Length, start) && anchor.Before[^(before + 1)] == text[start - before - 1])
            before++;
        return before + text.AsSpan(start + anchor.Length).CommonPrefixLength(anchor.After);
    }

    /// <summary>When at least half of the quote is still there, what now stands between its ends is the candidate.</summary>
    private static AnchorPlacement ByEnds(string newText, IReadOnlyList<SharedStretch> shared, TextAnchor anchor)
    {
        int from = -1, to = -1, still = 0;
        for (var i = Math.Max(0, LastAtOrBefore(shared, anchor.Start, stretch => stretch.OldStart)); i < shared.Count && shared[i].OldStart < anchor.End; i++)
        {
            var start = Math.Max(anchor.Start, shared[i].OldStart);
            var end = Math.Min(anchor.End, shared[i].OldEnd);
            if (end <= start)
                continue;
            still += end - start;
            if (from < 0)
                from = shared[i].NewStart + start - shared[i].OldStart;
            to = shared[i].NewStart + end - shared[i].OldStart;
        }

        if (still * 2 < anchor.Length || to <= from)
            return new AnchorPlacement(anchor, AnchorCertainty.Lost, null);
        return new AnchorPlacement(anchor, AnchorCertainty.Uncertain, TextAnchor.Of(newText, from, to - from));
    }

    private static SharedStretch? StretchAt(IReadOnlyList<SharedStretch> shared, int oldOffset)
    {
        var index = LastAtOrBefore(shared, oldOffset, stretch => stretch.OldStart);
        return index >= 0 && shared[index].OldEnd > oldOffset ? shared[index] : null;
    }

    private static int LastAtOrBefore(IReadOnlyList<SharedStretch> shared, int offset, Func<SharedStretch, int> start)
    {
        int low = 0, high = shared.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(shared[middle]) <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
