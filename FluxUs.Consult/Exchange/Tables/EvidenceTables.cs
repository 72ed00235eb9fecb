using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>The codebook, and the quotes of people whose consent is in force: of a text free of names, or released by their expert.</summary>
internal static class EvidenceTables
{
    public static async Task<IReadOnlyList<ITable>> Read(ConsultDbContext db, StudyCodes codes, ExcerptTable excerpts, CancellationToken cancellation)
    {
        var tags = await db.Set<Tag>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).OrderBy(found => found.Code).ToListAsync(cancellation);
        var parents = tags.ToDictionary(tag => tag.Id, tag => tag.Code);
        var quotes = await db.Set<Quote>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).Include(found => found.Approvals)
            .OrderBy(found => found.Code.Length).ThenBy(found => found.Code).ToListAsync(cancellation);

        return
        [
            new Table<Tag>(
                "tags.csv", tags,
                new("code", row => row.Code), new("parent", row => row.ParentId is { } parent ? parents[parent] : ""), new("kind", row => row.Kind),
                new("name_fr", row => row.Name.French), new("name_nl", row => row.Name.Dutch), new("name_en", row => row.Name.English),
                new("definition_fr", row => row.Definition.French), new("definition_nl", row => row.Definition.Dutch), new("definition_en", row => row.Definition.English),
                new("colour", row => row.Colour)),
            new Table<Quote>(
                "quotes.csv", [.. quotes.Where(quote => excerpts.Codes.ContainsKey(quote.ExcerptId) && (excerpts.Free.Contains(quote.ExcerptId) || quote.IsReleasedFor(Audience.Team)))],
                new("code", row => row.Code), new("excerpt", row => excerpts.Codes[row.ExcerptId]), new("text", row => row.Text), new("language", row => row.Language), new("form", row => row.Form),
                new("team", row => row.StateFor(Audience.Team)), new("committee", row => row.StateFor(Audience.Committee)), new("public", row => row.StateFor(Audience.Public))),
        ];
    }
}
