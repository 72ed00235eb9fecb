using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>
/// One item of literature with the fields of CSL-JSON (citeproc-js, csl-data schema 1.0.2). What has no property here
/// is kept in <see cref="Rest"/>; fields of other formats without a CSL counterpart stand there under "custom".
/// </summary>
public sealed record CslItem
{
    [JsonPropertyName("id"), JsonConverter(typeof(CslTextConverter))]
    public string? Id { get; init; }

    /// <summary>A CSL type such as article-journal, book, chapter, report, thesis, webpage; document when not known.</summary>
    [JsonPropertyName("type"), JsonConverter(typeof(CslTextConverter))]
    public string? Type { get; init; }

    [JsonPropertyName("title"), JsonConverter(typeof(CslTextConverter))]
    public string? Title { get; init; }

    [JsonPropertyName("title-short"), JsonConverter(typeof(CslTextConverter))]
    public string? TitleShort { get; init; }

    [JsonPropertyName("author"), JsonConverter(typeof(CslNamesConverter))]
    public IReadOnlyList<CslName>? Author { get; init; }

    [JsonPropertyName("editor"), JsonConverter(typeof(CslNamesConverter))]
    public IReadOnlyList<CslName>? Editor { get; init; }

    [JsonPropertyName("translator"), JsonConverter(typeof(CslNamesConverter))]
    public IReadOnlyList<CslName>? Translator { get; init; }

    [JsonPropertyName("container-title"), JsonConverter(typeof(CslTextConverter))]
    public string? ContainerTitle { get; init; }

    [JsonPropertyName("container-title-short"), JsonConverter(typeof(CslTextConverter))]
    public string? ContainerTitleShort { get; init; }

    [JsonPropertyName("collection-title"), JsonConverter(typeof(CslTextConverter))]
    public string? CollectionTitle { get; init; }

    [JsonPropertyName("publisher"), JsonConverter(typeof(CslTextConverter))]
    public string? Publisher { get; init; }

    [JsonPropertyName("publisher-place"), JsonConverter(typeof(CslTextConverter))]
    public string? PublisherPlace { get; init; }

    [JsonPropertyName("issued"), JsonConverter(typeof(CslDateConverter))]
    public CslDate? Issued { get; init; }

    [JsonPropertyName("accessed"), JsonConverter(typeof(CslDateConverter))]
    public CslDate? Accessed { get; init; }

    [JsonPropertyName("volume"), JsonConverter(typeof(CslTextConverter))]
    public string? Volume { get; init; }

    [JsonPropertyName("issue"), JsonConverter(typeof(CslTextConverter))]
    public string? Issue { get; init; }

    [JsonPropertyName("page"), JsonConverter(typeof(CslTextConverter))]
    public string? Page { get; init; }

    [JsonPropertyName("number-of-pages"), JsonConverter(typeof(CslTextConverter))]
    public string? NumberOfPages { get; init; }

    [JsonPropertyName("edition"), JsonConverter(typeof(CslTextConverter))]
    public string? Edition { get; init; }

    [JsonPropertyName("number"), JsonConverter(typeof(CslTextConverter))]
    public string? Number { get; init; }

    [JsonPropertyName("chapter-number"), JsonConverter(typeof(CslTextConverter))]
    public string? ChapterNumber { get; init; }

    [JsonPropertyName("genre"), JsonConverter(typeof(CslTextConverter))]
    public string? Genre { get; init; }

    [JsonPropertyName("event-title"), JsonConverter(typeof(CslTextConverter))]
    public string? EventTitle { get; init; }

    [JsonPropertyName("event-place"), JsonConverter(typeof(CslTextConverter))]
    public string? EventPlace { get; init; }

    /// <summary>Bare, as 10.1000/182, without the address of a resolver.</summary>
    [JsonPropertyName("DOI"), JsonConverter(typeof(CslTextConverter))]
    public string? Doi { get; init; }

    [JsonPropertyName("ISBN"), JsonConverter(typeof(CslTextConverter))]
    public string? Isbn { get; init; }

    [JsonPropertyName("ISSN"), JsonConverter(typeof(CslTextConverter))]
    public string? Issn { get; init; }

    [JsonPropertyName("PMID"), JsonConverter(typeof(CslTextConverter))]
    public string? Pmid { get; init; }

    [JsonPropertyName("PMCID"), JsonConverter(typeof(CslTextConverter))]
    public string? Pmcid { get; init; }

    [JsonPropertyName("URL"), JsonConverter(typeof(CslTextConverter))]
    public string? Url { get; init; }

    [JsonPropertyName("abstract"), JsonConverter(typeof(CslTextConverter))]
    public string? Abstract { get; init; }

    [JsonPropertyName("language"), JsonConverter(typeof(CslTextConverter))]
    public string? Language { get; init; }

    [JsonPropertyName("keyword"), JsonConverter(typeof(CslTextConverter))]
    public string? Keyword { get; init; }

    [JsonPropertyName("note"), JsonConverter(typeof(CslTextConverter))]
    public string? Note { get; init; }

    /// <summary>The database it was found in.</summary>
    [JsonPropertyName("source"), JsonConverter(typeof(CslTextConverter))]
    public string? Source { get; init; }

    /// <summary>Every other field, as it came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }

    /// <summary>The year of publication, or null when it is not known.</summary>
    [JsonIgnore]
    public int? Year => Issued is { From.Count: > 0 } date ? date.From[0] : null;
}

/// <summary>A person (family and given name) or a body (literal).</summary>
public sealed record CslName
{
    [JsonPropertyName("family")]
    public string? Family { get; init; }

    [JsonPropertyName("given")]
    public string? Given { get; init; }

    /// <summary>A particle that sorts with the family name, as "van" in Dutch of Belgium or "de" before a vowel.</summary>
    [JsonPropertyName("non-dropping-particle")]
    public string? NonDroppingParticle { get; init; }

    [JsonPropertyName("dropping-particle")]
    public string? DroppingParticle { get; init; }

    [JsonPropertyName("suffix")]
    public string? Suffix { get; init; }

    [JsonPropertyName("literal")]
    public string? Literal { get; init; }

    /// <summary>What the name sorts and is recognised by: the family name, or the whole of a body's.</summary>
    [JsonIgnore]
    public string Key => Family ?? Literal ?? Given ?? "";
}

/// <summary>A date of one to three parts (year, month, day), perhaps to another; or words when it cannot be read.</summary>
public sealed record CslDate(IReadOnlyList<int> From, IReadOnlyList<int>? To = null, string? Literal = null, string? Season = null)
{
    public static CslDate OfYear(int year) => new([year]);

    public static CslDate InWords(string words) => new([], null, words);

    /// <summary>By value, its parts too.</summary>
    public bool Equals(CslDate? other) =>
        other is not null && From.SequenceEqual(other.From) && (To ?? []).SequenceEqual(other.To ?? [])
        && Literal == other.Literal && Season == other.Season;

    public override int GetHashCode() => HashCode.Combine(From.Count > 0 ? From[0] : 0, Literal, Season);
}
