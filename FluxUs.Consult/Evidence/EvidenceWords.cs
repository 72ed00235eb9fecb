using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Fields;
using Microsoft.Extensions.Localization;
using Mark = FluxUs.Consult.Foundation.Ui.Marks.TagKind;

namespace FluxUs.Consult.Evidence;

/// <summary>How the pages of this room say what several of them show.</summary>
internal static class EvidenceWords
{
    public static Mark Mark(TagKind kind) => kind switch
    {
        TagKind.Lever => Foundation.Ui.Marks.TagKind.Lever,
        TagKind.Obstacle => Foundation.Ui.Marks.TagKind.Barrier,
        TagKind.Need => Foundation.Ui.Marks.TagKind.Need,
        TagKind.Actor => Foundation.Ui.Marks.TagKind.Actor,
        _ => Foundation.Ui.Marks.TagKind.Other,
    };

    /// <summary>The sign before a tag's name: colour never stands alone.</summary>
    public static string Sign(TagKind kind) => kind switch { TagKind.Lever => "+\u00A0", TagKind.Obstacle => "\u2212\u00A0", _ => "" };

    public static string Say<T>(IStringLocalizer texts, T value) where T : struct, Enum => texts[$"{typeof(T).Name}.{value}"];

    public static IReadOnlyList<Choice> Choices<T>(IStringLocalizer texts) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), Say(texts, value)))];

    /// <summary>Where an excerpt stands: "00:12:04", "p. 41", "question 4"; empty when nothing tells.</summary>
    public static string Place(IStringLocalizer texts, SegmentPlace? place) => place switch
    {
        { From: { } from } => Formatting.Position(from),
        { Page: { } page } => texts["PlacePage", page],
        { Question: { Length: > 0 } question } => texts["PlaceQuestion", Beginning(question, 48)],
        _ => "",
    };

    public static string Language(string code) => Languages.All.FirstOrDefault(language => language.Code == code)?.Name ?? code;

    /// <summary>What stands before an excerpt, from the first whole word on.</summary>
    public static string ContextBefore(string text)
    {
        var cut = text.IndexOfAny([' ', '\n']);
        return text.Length < ExcerptSpan.ContextLength || cut < 0 ? text : "… " + text[(cut + 1)..];
    }

    /// <summary>What stands after an excerpt, up to the last whole word.</summary>
    public static string ContextAfter(string text)
    {
        var cut = text.LastIndexOfAny([' ', '\n']);
        return text.Length < ExcerptSpan.ContextLength || cut < 0 ? text : text[..cut] + "…";
    }

    /// <summary>The beginning of a text, cut between words.</summary>
    public static string Beginning(string text, int length)
    {
        if (text.Length <= length) return text;
        var cut = text.LastIndexOf(' ', length);
        return text[..(cut > 0 ? cut : length)].TrimEnd(',', ';', ':', '.', '\uD83D') + "…";
    }
}
