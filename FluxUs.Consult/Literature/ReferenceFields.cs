using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>A reference as a person types it.</summary>
/// <param name="Type">One of <see cref="Types"/>, or the CSL type that an import gave.</param>
/// <param name="Authors">One on each line: "Dupont, Anne", or the whole name of a body.</param>
/// <param name="Year">Four figures, or empty when it is not known.</param>
/// <param name="ContainerTitle">The journal or book that it stands in.</param>
public sealed record ReferenceFields(
    string Type, string Title, string Authors, string Year, string ContainerTitle, string Publisher, string Place,
    string Volume, string Issue, string Pages, string Doi, string Url, string Language, string Abstract, IReadOnlyList<Guid> OfferingIds)
{
    /// <summary>The CSL types that a form offers (csl-data schema 1.0.2).</summary>
    public static readonly IReadOnlyList<string> Types =
        ["report", "article-journal", "article-newspaper", "book", "chapter", "paper-conference", "thesis", "webpage", "legislation", "dataset", "document"];

    public static readonly ReferenceFields Empty = new("report", "", "", "", "", "", "", "", "", "", "", "", "", "", []);

    public static ReferenceFields Of(CslItem item, IReadOnlyList<Guid> offeringIds) => new(
        item.Type ?? "document", item.Title ?? "", string.Join('\n', (item.Author ?? []).Select(Reference.NameOf)),
        item.Year?.ToString(CultureInfo.InvariantCulture) ?? "", item.ContainerTitle ?? "", item.Publisher ?? "", item.PublisherPlace ?? "",
        item.Volume ?? "", item.Issue ?? "", item.Page ?? "", item.Doi ?? "", item.Url ?? "", item.Language ?? "", item.Abstract ?? "", offeringIds);

    /// <summary>The item with what was typed; what the form does not show stays as it was.</summary>
    internal CslItem Into(CslItem item) => item with
    {
        Type = Type,
        Title = Title.Trim(),
        Author = SameAuthors(item) ? item.Author : [.. Lines(Authors).Select(AuthorOf)],
        Issued = IssuedFrom(item),
        ContainerTitle = OrNull(ContainerTitle),
        Publisher = OrNull(Publisher),
        PublisherPlace = OrNull(Place),
        Volume = OrNull(Volume),
        Issue = OrNull(Issue),
        Page = OrNull(Pages),
        Doi = OrNull(Doi) is { } doi ? Identifiers.Doi(doi) : null,
        Url = OrNull(Url),
        Language = OrNull(Language),
        Abstract = OrNull(Abstract),
    };

    /// <summary>All that stands in the way, at its fields.</summary>
    /// <param name="before">What an import or an earlier hand left: what stays of it may be as long as it is.</param>
    internal async Task<List<Refusal>> Check(ConsultDbContext db, StudyAccess access, ReferenceFields before, CancellationToken cancellation)
    {
        List<Refusal> refusals = [];
        void Refuse(string key, string field, params object[] arguments) => refusals.Add(new Refusal(typeof(LiteratureTexts), key, field, arguments));

        if (string.IsNullOrWhiteSpace(Title)) Refuse("ReferenceNeedsTitle", nameof(Title));
        if (Year.Trim().Length > 0 && ParsedYear is null) Refuse("YearUnreadable", nameof(Year), Year.Trim());
        if (OrNull(Doi) is { } doi && Identifiers.Doi(doi) is null) Refuse("DoiUnreadable", nameof(Doi), doi);
        if (OrNull(Url) is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")) Refuse("UrlUnreadable", nameof(Url), url);
        refusals.AddRange(Limits(this).Zip(Limits(before)).Where(both => both.First.Text.Trim() != both.Second.Text.Trim())
            .Select(both => LongestTexts.Over(both.First.Field, both.First.Text.Trim(), both.First.Most)).OfType<Refusal>());
        var offerings = await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId && OfferingIds.Contains(offering.Id), cancellation);
        if (offerings < OfferingIds.Distinct().Count()) Refuse("OfferingGone", nameof(OfferingIds));
        return refusals;
    }

    private static IEnumerable<(string Field, string Text, int Most)> Limits(ReferenceFields fields) =>
    [
        (nameof(Title), fields.Title, LongestAttribute.Paragraph), (nameof(Authors), fields.Authors, LongestAttribute.Paragraph),
        (nameof(ContainerTitle), fields.ContainerTitle, LongestAttribute.Line), (nameof(Publisher), fields.Publisher, LongestAttribute.Line),
        (nameof(Place), fields.Place, LongestAttribute.Line), (nameof(Volume), fields.Volume, LongestAttribute.Line),
        (nameof(Issue), fields.Issue, LongestAttribute.Line), (nameof(Pages), fields.Pages, LongestAttribute.Line),
        (nameof(Doi), fields.Doi, LongestAttribute.Line), (nameof(Url), fields.Url, LongestAttribute.Paragraph),
        (nameof(Language), fields.Language, LongestAttribute.Line), (nameof(Abstract), fields.Abstract, 2 * LongestAttribute.Paragraph),
    ];

    private int? ParsedYear => int.TryParse(Year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2999 ? year : null;

    // Particles and suffixes of an import would be lost in a round through one line of text.
    private bool SameAuthors(CslItem item) => Lines(Authors).SequenceEqual((item.Author ?? []).Select(Reference.NameOf));

    // The month and day of an import stay as long as the year does.
    private CslDate? IssuedFrom(CslItem item) => ParsedYear is not { } year ? null : item.Year == year ? item.Issued : CslDate.OfYear(year);

    private static CslName AuthorOf(string line)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        return comma <= 0 ? new CslName { Literal = line } : new CslName { Family = line[..comma].Trim(), Given = OrNull(line[(comma + 1)..]) };
    }

    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
