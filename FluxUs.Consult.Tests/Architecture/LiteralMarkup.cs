using System.Net;
using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FluxUs.Consult.Tests.Architecture;

/// <summary>
/// Finds words that stand in the markup of components instead of in the resource files. It reads what the compiler made of the markup:
/// the constants that are handed to the render tree, which is exact where reading Razor by pattern would guess.
/// </summary>
public static partial class LiteralMarkup
{
    // The product's name is the same in every language; the others are names of formats and languages, not words.
    private static readonly string[] Allowed = ["FluxUs.Consult", "PDF", "ZIP", "CSV", "RIS", "BibTeX", "CSL-JSON", "DOCX", "VTT", "SRT", "TXT", "HTML", "Markdown"];

    // What a person reads or hears, as attribute of an element or as parameter of a shared component.
    private static readonly HashSet<string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "aria-label", "placeholder", "alt", "data-label", "Label", "Hint", "Text", "What", "Why", "Note", "Empty", "Lead",
    };

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlyList<string> Of(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           let component = Outermost(type)
           where typeof(IComponent).IsAssignableFrom(component)
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           from literal in Literals(method)
           where IsWords(literal)
           select $"{component.FullName}: {literal.Trim()}",
    ];

    private static Type Outermost(Type type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    private static bool IsWords(string text) => Word().IsMatch(Allowed.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)));

    private static IEnumerable<string> Literals(MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        // The constants handed over since the last call to the render tree; null where a value was computed.
        var given = new List<string?>();
        foreach (var (operation, operand) in Instructions(code))
        {
            if (operation == OpCodes.Ldstr)
            {
                given.Add(method.Module.ResolveString(operand));
            }
            else if ((operation == OpCodes.Call || operation == OpCodes.Callvirt)
                && Resolve(method, operand) is { } called)
            {
                if (called.DeclaringType == typeof(RenderTreeBuilder))
                {
                    foreach (var text in Texts(called.Name, given))
                    {
                        yield return text;
                    }

                    given.Clear();
                }
                else if (called.Name != "TypeCheck")
                {
                    given.Add(null);
                }
            }
            else if (operation == OpCodes.Ldfld || operation == OpCodes.Ldsfld || operation == OpCodes.Ldloc || operation == OpCodes.Ldloc_S)
            {
                given.Add(null);
            }
        }
    }

    private static IEnumerable<string> Texts(string called, List<string?> given) => (called, given) switch
    {
        ("AddMarkupContent", [.., { } html]) => FromHtml(html),
        ("AddContent", [.., { } text]) => [text],
        ("AddAttribute" or "AddComponentParameter", [.., { } name, { } text]) when Read.Contains(name) => [text],
        _ => [],
    };

    private static IEnumerable<string> FromHtml(string html)
    {
        foreach (Match attribute in Attribute().Matches(html))
        {
            if (Read.Contains(attribute.Groups["name"].Value))
            {
                yield return attribute.Groups["value"].Value;
            }
        }

        yield return WebUtility.HtmlDecode(Element().Replace(html, " "));
    }

    private static MethodBase? Resolve(MethodInfo method, int token)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMethod(token, typeArguments, methodArguments);
    }

    private static IEnumerable<(OpCode Operation, int Operand)> Instructions(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += operation.Size;
            var size = operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
            yield return (operation, size == 4 ? BitConverter.ToInt32(code, at) : 0);
            at += size;
        }
    }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Element();

    [GeneratedRegex(@"\s(?<name>[\w-]+)=""(?<value>[^""]*)""")]
    private static partial Regex Attribute();
}
