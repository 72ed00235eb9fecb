using System.Text.RegularExpressions;

namespace FluxUs.Consult.Foundation.Ui.Marks;

public enum ChangeKind { Same, Added, Removed }

/// <summary>Of two texts beside each other.</summary>
public enum ChangeSide { Before, Now }

public sealed record WordChange(ChangeKind Kind, string Text);

/// <summary>What changed between two texts, word by word: the longest common run of words stays (Hunt and McIlroy's problem,
/// solved by dynamic programming).</summary>
public static partial class WordDiff
{
    /// <summary>Beyond so many pairs of words a text counts as replaced whole: bounded time and memory whatever comes.</summary>
    private const long MostPairs = 4_000_000;

    public static IReadOnlyList<WordChange> Between(string from, string to)
    {
        var (old, young) = (Words(from), Words(to));
        if ((long)old.Length * young.Length > MostPairs) return Joined([.. One(ChangeKind.Removed, old), .. One(ChangeKind.Added, young)]);

        // How many words the rests after each pair of places have in common.
        var common = new int[old.Length + 1, young.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = young.Length - 1; j >= 0; j--)
                common[i, j] = old[i].Trim() == young[j].Trim() ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var changes = new List<WordChange>();
        var (at, by) = (0, 0);
        while (at < old.Length || by < young.Length)
        {
            if (at < old.Length && by < young.Length && old[at].Trim() == young[by].Trim())
            {
                changes.Add(new(ChangeKind.Same, young[by++]));
                at++;
            }
            else if (at < old.Length && (by == young.Length || common[at + 1, by] >= common[at, by + 1])) changes.Add(new(ChangeKind.Removed, old[at++]));
            else changes.Add(new(ChangeKind.Added, young[by++]));
        }

        return Joined(changes);
    }

    private static IEnumerable<WordChange> One(ChangeKind kind, string[] words) => words.Length == 0 ? [] : [new(kind, string.Concat(words))];

    private static List<WordChange> Joined(IEnumerable<WordChange> changes)
    {
        var joined = new List<WordChange>();
        foreach (var change in changes)
        {
            if (joined.Count > 0 && joined[^1].Kind == change.Kind) joined[^1] = joined[^1] with { Text = joined[^1].Text + change.Text };
            else joined.Add(change);
        }

        return joined;
    }

    // A word keeps the space after it, so that a text put together again is the text.
    private static string[] Words(string text) => [.. Word().Matches(text.ReplaceLineEndings("\n")).Select(match => match.Value)];

    [GeneratedRegex(@"\S+\s*|\s+")]
    private static partial Regex Word();
}
