using System.Collections.Frozen;
using System.Net;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>The words of a web page: tags make paragraphs, lines and cells, scripts and styles are left out, nothing is fetched or run.</summary>
internal static class HtmlReader
{
    private static readonly FrozenSet<string> Breaking = new[]
    {
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "section", "article",
        "header", "footer", "main", "aside", "nav", "pre", "hr", "body", "figure", "figcaption", "address", "form", "caption",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Silent =
        new[] { "script", "style", "template", "noscript", "svg", "iframe", "object", "title" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<DocumentBlock> Read(string html, string fileName)
    {
        var blocks = new DocumentBlocks(fileName);
        int tables = 0, rows = 0, cells = 0;
        var isPreformatted = false;
        var wasBlank = true;
        blocks.OpenParagraph();
        for (var i = 0; i < html.Length;)
        {
            if (html[i] != '<')
            {
                var next = html.IndexOf('<', i + 1);
                next = next < 0 ? html.Length : next;
                Append(WebUtility.HtmlDecode(html[i..next]));
                i = next;
                continue;
            }

            if (string.CompareOrdinal(html, i, "<!--", 0, 4) == 0)
            {
                var close = html.IndexOf("-->", i + 4, StringComparison.Ordinal);
                i = close < 0 ? html.Length : close + 3;
                continue;
            }

            var isTag = i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!' or '?');
            var end = isTag ? html.IndexOf('>', i) : i;
            if (!isTag || end < 0)
            {
                Append("<");
                i++;
                if (end < 0)
                {
                    Append(WebUtility.HtmlDecode(html[i..]));
                    break;
                }

                continue;
            }

            var isClosing = html[i + 1] == '/';
            var nameStart = i + (isClosing ? 2 : 1);
            var nameEnd = nameStart;
            while (nameEnd < end && char.IsAsciiLetterOrDigit(html[nameEnd]))
                nameEnd++;
            var name = html[nameStart..nameEnd].ToLowerInvariant();
            i = end + 1;
            if (!isClosing && Silent.Contains(name) && html[end - 1] != '/')
            {
                // What is never closed goes to the end, as in a browser (HTML standard, section 13.2.5).
                var close = html.IndexOf("</" + name, i, StringComparison.OrdinalIgnoreCase);
                i = close < 0 ? html.Length : close;
                continue;
            }

            Handle(name, isClosing);
        }

        blocks.CloseParagraph();
        while (cells-- > 0)
            blocks.CloseCell();
        while (rows-- > 0)
            blocks.CloseRow();
        while (tables-- > 0)
            blocks.CloseTable();
        return [.. blocks.Blocks.Where(block => block is not DocumentParagraph { Text.Length: 0 })];

        void Append(string text)
        {
            if (isPreformatted)
            {
                blocks.Append(text);
                return;
            }

            var kept = new System.Text.StringBuilder(text.Length);
            foreach (var character in text)
            {
                var isBlank = character is ' ' or '\n' or '\t' or '\r' or '\f';
                if (!isBlank)
                    kept.Append(character);
                else if (!wasBlank)
                    kept.Append(' ');
                wasBlank = isBlank;
            }

            blocks.Append(kept.ToString());
        }

        void Break()
        {
            if (blocks.IsParagraphEmpty)
                return;
            blocks.CloseParagraph();
            blocks.OpenParagraph();
            wasBlank = true;
        }

        void Handle(string name, bool isClosing)
        {
            if (name == "br")
            {
                blocks.Append("\n");
                wasBlank = true;
            }
            else if (Breaking.Contains(name))
            {
                isPreformatted = name == "pre" ? !isClosing : isPreformatted;
                Break();
            }
            else if (name is "table" or "tr" or "td" or "th")
            {
                blocks.CloseParagraph();
                HandleTable(name, isClosing);
                blocks.OpenParagraph();
                wasBlank = true;
            }
        }

        // End tags of cells and rows may be missing; a table inside a table is read as part of it.
        void HandleTable(string name, bool isClosing)
        {
            if (name is "table" && !isClosing && tables == 0)
            {
                blocks.OpenTable();
                tables = 1;
                return;
            }

            if (tables == 0 || (name is "table" && !isClosing))
                return;
            if (cells > 0)
                blocks.CloseCell();
            cells = 0;
            if (name is "td" or "th")
            {
                if (isClosing)
                    return;
                if (rows == 0)
                    blocks.OpenRow();
                blocks.OpenCell();
                (rows, cells) = (1, 1);
                return;
            }

            if (rows > 0)
                blocks.CloseRow();
            rows = 0;
            if (name is "table")
            {
                blocks.CloseTable();
                tables = 0;
            }
        }
    }
}
