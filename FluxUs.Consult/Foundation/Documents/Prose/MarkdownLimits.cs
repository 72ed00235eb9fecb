using System.Text;

namespace FluxUs.Consult.Foundation.Documents.Prose;

/// <summary>
/// Looks at a text before it is parsed, in one pass, so that no text can take the parser's worst time or depth.
/// </summary>
internal static class MarkdownLimits
{
    /// <summary>A table is at most this wide; the parser's time grows with the product of columns and rows.</summary>
    private const int MaxColumns = 24;

    public static MarkdownRefusal? Check(string text)
    {
        var bytes = 0;
        var line = 0;
        var lists = new Stack<int>();
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            bytes += Encoding.UTF8.GetByteCount(content) + 1;
            if (bytes > MarkdownReader.MaxBytes + 1) return new(MarkdownFault.TooLong, line);
            if (Depth(content, lists) > MarkdownReader.MaxDepth) return new(MarkdownFault.TooDeep, line);
            if (content.Count('|') > MaxColumns + 1) return new(MarkdownFault.TableTooLarge, line);
        }
        return null;
    }

    /// <summary>
    /// Counts the quotes that the line opens and the list entries it stands in. <paramref name="lists"/> holds the
    /// columns at which the content of the open entries begins; a line indented less leaves them.
    /// </summary>
    private static int Depth(ReadOnlySpan<char> line, Stack<int> lists)
    {
        var quotes = 0;
        var at = 0;
        var column = 0;
        var left = false;
        while (at < line.Length)
        {
            var sign = line[at];
            if (sign is ' ' or '\t')
            {
                column = sign == '\t' ? (column / 4 * 4) + 4 : column + 1;
                at++;
                continue;
            }
            if (sign == '>')
            {
                quotes++;
                at++;
                column++;
                continue;
            }
            if (!left)
            {
                while (lists.TryPeek(out var content) && content > column) lists.Pop();
                left = true;
            }
            var marker = ListMarker(line[at..]);
            if (marker == 0) break;
            at += marker;
            column += marker;
            lists.Push(column + 1);
        }
        return quotes + lists.Count;
    }

    /// <summary>Length of the list marker that the text begins with, 0 where it begins with none.</summary>
    private static int ListMarker(ReadOnlySpan<char> text)
    {
        var digits = 0;
        while (digits < text.Length && digits < 10 && char.IsAsciiDigit(text[digits])) digits++;
        var signs = digits == 0 ? "-+*" : ".)";
        if (digits >= text.Length || !signs.Contains(text[digits])) return 0;
        return digits + 1 == text.Length || text[digits + 1] is ' ' or '\t' ? digits + 1 : 0;
    }
}
