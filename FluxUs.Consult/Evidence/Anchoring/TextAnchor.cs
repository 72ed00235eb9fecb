namespace FluxUs.Consult.Evidence.Anchoring;

/// <summary>
/// A span of a text that can be found again: where it stands, what it says, and what stands around it. Counted in
/// UTF-16 units of the text as stored.
/// </summary>
/// <param name="Before">Up to <see cref="ContextLength"/> units in front of the quote, whole characters.</param>
/// <param name="After">Up to <see cref="ContextLength"/> units behind it.</param>
public sealed record TextAnchor(int Start, int Length, string Quote, string Before, string After)
{
    public const int ContextLength = 32;

    public int End => Start + Length;

    /// <summary>The anchor of a span, widened to whole characters and cut to the text.</summary>
    public static TextAnchor Of(string text, int start, int length)
    {
        (start, length) = GraphemeBoundaries.Snap(text, start, length);
        var end = start + length;
        var from = GraphemeBoundaries.Ceiling(text, Math.Max(0, start - ContextLength));
        var to = GraphemeBoundaries.Floor(text, Math.Min(text.Length, end + ContextLength));
        return new TextAnchor(start, length, text[start..end], text[Math.Min(from, start)..start], text[end..Math.Max(to, end)]);
    }

    /// <summary>Whether the text says at this place what the anchor quotes.</summary>
    public bool Fits(string text) =>
        Start >= 0 && End <= text.Length && text.AsSpan(Start, Length).SequenceEqual(Quote);
}
