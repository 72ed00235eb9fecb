namespace FluxUs.Consult.Foundation.Files;

/// <summary>The lines of a text one after the other, so that a large file is not held twice.</summary>
internal static class TextLines
{
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return text[start..end];
            start = end + 1;
        }
    }
}
