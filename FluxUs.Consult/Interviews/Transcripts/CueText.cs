using System.Net;
using System.Text;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// The text of a caption without its tags (WebVTT, section 6.4, cue text tokenizer; SubRip's font and position marks).
/// A voice tag opens a part with that speaker. A '&lt;' that opens no tag is a less-than sign.
/// </summary>
internal static class CueText
{
    public static List<(string? Speaker, string Text)> Parse(string raw)
    {
        var parts = new List<(string? Speaker, string Text)>();
        var text = new StringBuilder();
        string? speaker = null;
        var i = 0;
        while (i < raw.Length)
        {
            if (raw[i] == '<' && TagEnd(raw, i) is var end and > 0)
            {
                var tag = raw.AsSpan(i + 1, end - i - 1);
                if (Voice(tag) is { } voice)
                {
                    Close(parts, text, speaker);
                    speaker = voice.Length > 0 ? voice : null;
                }
                else if (tag is "/v")
                {
                    Close(parts, text, speaker);
                    speaker = null;
                }

                i = end + 1;
            }
            else if (raw[i] == '{' && i + 1 < raw.Length && raw[i + 1] == '\\' && BraceEnd(raw, i) is var brace and > 0)
            {
                i = brace + 1;
            }
            else
            {
                var next = raw.AsSpan(i + 1).IndexOfAny('<', '{');
                next = next < 0 ? raw.Length : i + 1 + next;
                text.Append(raw, i, next - i);
                i = next;
            }
        }

        Close(parts, text, speaker);
        return parts;
    }

    private static void Close(List<(string? Speaker, string Text)> parts, StringBuilder text, string? speaker)
    {
        var lines = WebUtility.HtmlDecode(text.ToString()).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        var joined = string.Join('\n', lines);
        text.Clear();
        if (joined.Length > 0)
            parts.Add((speaker, joined));
    }

    private static int BraceEnd(string raw, int start) => raw.IndexOf('}', start, Math.Min(100, raw.Length - start));

    private static int TagEnd(string raw, int start)
    {
        if (start + 1 >= raw.Length)
            return -1;
        var first = raw[start + 1];
        if (first == '/' ? start + 2 >= raw.Length || !char.IsAsciiLetter(raw[start + 2]) : !char.IsAsciiLetterOrDigit(first))
            return -1;
        for (var i = start + 2; i < raw.Length; i++)
        {
            if (raw[i] == '>')
                return i;
            if (raw[i] == '<')
                return -1;
        }

        return -1;
    }

    /// <summary>The name of a voice tag such as <c>v.loud Anna Smith</c>; null when it is another tag.</summary>
    private static string? Voice(ReadOnlySpan<char> tag)
    {
        if (tag.Length < 2 || tag[0] != 'v' || tag[1] is not ('.' or ' ' or '\t' or '\n'))
            return null;
        var space = tag.IndexOfAny(' ', '\t', '\n');
        return space < 0 ? "" : SpeakerName.Tidy(WebUtility.HtmlDecode(tag[space..].ToString()));
    }
}
