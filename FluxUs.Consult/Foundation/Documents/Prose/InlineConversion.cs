using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax.Inlines;

namespace FluxUs.Consult.Foundation.Documents.Prose;

/// <summary>Turns running text as the Markdown parser saw it into inlines, and tokens into what they stand for.</summary>
internal sealed class InlineConversion(TokenLookup lookup)
{
    // Marks nested deeper than this print their words without a further mark: no reader could tell, and every renderer
    // may rely on a shallow tree.
    private const int MaxMarks = 16;

    // Each token with whether it is known, in the order of the text.
    private readonly OrderedDictionary<FactToken, bool> tokens = [];

    public IEnumerable<FactToken> Tokens => tokens.Keys;

    public IEnumerable<FactToken> Unknown => tokens.Where(token => !token.Value).Select(token => token.Key);

    public ImmutableArray<Inline> Convert(ContainerInline? container)
    {
        var level = new Level();
        // The parser can nest marks by the thousand, so the walk keeps its own stack.
        var open = new Stack<(Markdig.Syntax.Inlines.Inline? Next, Level Into, Func<ImmutableArray<Inline>, Inline>? Wrap)>();
        var inline = container?.FirstChild;
        while (true)
        {
            if (inline is null)
            {
                if (!open.TryPop(out var outer)) return level.Done();
                if (outer.Wrap is not null)
                {
                    var inner = level.Done();
                    level = outer.Into;
                    if (!inner.IsEmpty) level.Add(outer.Wrap(inner));
                }
                inline = outer.Next;
                continue;
            }
            if (inline is ContainerInline nested)
            {
                // An opening sign that nothing closes is text like any other.
                if (nested is DelimiterInline sign) level.Add(sign.ToLiteral());
                var wrap = open.Count < MaxMarks ? WrapOf(nested) : null;
                open.Push((nested.NextSibling, level, wrap));
                if (wrap is not null) level = new Level();
                inline = nested.FirstChild;
                continue;
            }
            AddLeaf(level, inline);
            inline = inline.NextSibling;
        }
    }

    private static Func<ImmutableArray<Inline>, Inline>? WrapOf(ContainerInline container) => container switch
    {
        EmphasisInline { DelimiterCount: 2 } => words => new Strong(words),
        EmphasisInline => words => new Emphasis(words),
        LinkInline { IsImage: false } link when LinkAddress.IsAllowed(link.Url) => words => new Link(link.Url!, words),
        _ => null,
    };

    private void AddLeaf(Level level, Markdig.Syntax.Inlines.Inline leaf)
    {
        switch (leaf)
        {
            case LiteralInline literal: level.Add(literal.Content.AsSpan()); break;
            case CodeInline code: level.Add(code.Content); break;
            case HtmlEntityInline entity: level.Add(entity.Transcoded.AsSpan()); break;
            case AutolinkInline link when LinkAddress.IsAllowed(Address(link)): level.Add(new Link(Address(link), [link.Url])); break;
            case AutolinkInline link: level.Add(link.Url); break;
            case LineBreakInline { IsHard: true }: level.Add(new LineBreak()); break;
            case LineBreakInline: level.Add(" "); break;
            case FactTokenInline fact: AddFact(level, fact.Token); break;
        }
    }

    private static string Address(AutolinkInline link) => link.IsEmail ? "mailto:" + link.Url : link.Url;

    private void AddFact(Level level, FactToken token)
    {
        var words = lookup(token);
        tokens[token] = words is not null;
        foreach (var word in words ?? [new TextRun(token.ToString())]) level.Add(word);
    }

    /// <summary>The inlines within one mark; neighbouring text becomes one run.</summary>
    private sealed class Level
    {
        private readonly ImmutableArray<Inline>.Builder inlines = ImmutableArray.CreateBuilder<Inline>();
        private readonly StringBuilder text = new();

        public void Add(ReadOnlySpan<char> words) => text.Append(words);

        public void Add(Inline inline)
        {
            Flush();
            inlines.Add(inline);
        }

        public ImmutableArray<Inline> Done()
        {
            Flush();
            return inlines.ToImmutable();
        }

        private void Flush()
        {
            if (text.Length == 0) return;
            inlines.Add(new TextRun(text.ToString()));
            text.Clear();
        }
    }
}
