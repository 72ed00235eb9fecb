using System.Globalization;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>Where in a file something was met. Numbers count from 1, as people do.</summary>
public enum ImportPlaceKind
{
    Line,
    Entry,
    Segment,
    Paragraph,
    Part,
}

/// <summary>A place in a file: a line, an entry (with its key when it has one), a segment, or a named part of an archive.</summary>
public sealed record ImportPlace(ImportPlaceKind Kind, int Number, string? Name = null)
{
    public static ImportPlace Line(int number) => new(ImportPlaceKind.Line, number);

    public static ImportPlace Entry(int number, string? key = null) => new(ImportPlaceKind.Entry, number, key);

    public static ImportPlace Segment(int number) => new(ImportPlaceKind.Segment, number);

    public static ImportPlace Paragraph(int number) => new(ImportPlaceKind.Paragraph, number);

    public static ImportPlace Part(string name) => new(ImportPlaceKind.Part, 0, name);

    /// <summary>The place in words of the given language, as "ligne 12".</summary>
    public string Describe(CultureInfo culture) => Kind switch
    {
        ImportPlaceKind.Line => FilesTexts.Say(culture, FilesTexts.PlaceLine, Number.ToString(culture)),
        ImportPlaceKind.Segment => FilesTexts.Say(culture, FilesTexts.PlaceSegment, Number.ToString(culture)),
        ImportPlaceKind.Paragraph => FilesTexts.Say(culture, FilesTexts.PlaceParagraph, Number.ToString(culture)),
        ImportPlaceKind.Part => FilesTexts.Say(culture, FilesTexts.PlacePart, Name ?? ""),
        _ when Name is { Length: > 0 } => FilesTexts.Say(culture, FilesTexts.PlaceNamedEntry, Number.ToString(culture), Name),
        _ => FilesTexts.Say(culture, FilesTexts.PlaceEntry, Number.ToString(culture)),
    };
}
