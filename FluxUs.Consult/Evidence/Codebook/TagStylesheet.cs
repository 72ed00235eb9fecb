using System.Globalization;
using System.Security.Claims;
using System.Text;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace FluxUs.Consult.Evidence.Codebook;

/// <summary>The colours of a study's tags as a stylesheet: pages hold no style of their own.</summary>
public static class TagStylesheet
{
    public static string AddressOf(string slug) => $"/studies/{slug}/tags.css";

    public static string ClassOf(string code) => "t-" + code;

    internal static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/studies/{slug}/tags.css", Answer).RequireAuthorization().WithMetadata(new SkipStatusCodePagesAttribute());

    private static async Task<IResult> Answer(string slug, ClaimsPrincipal person, StudyDoor door, TagColours colours, HttpContext context, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var tags = await colours.Run(access, cancellation);
        if (!tags.IsDone) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "private, no-cache";
        var content = Encoding.UTF8.GetBytes(Write(tags.Value));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content).AsSpan(0, 12));
        return TypedResults.Bytes(content, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    // Two classes, so that a tag's own colour wins over that of its kind.
    private static string Write(IReadOnlyList<TagColourRow> tags) => string.Concat(tags
        .Where(tag => TagCode.IsSlug(tag.Code) && TagColour.Read(tag.Colour) is not null)
        .Select(tag => string.Create(CultureInfo.InvariantCulture, $".{ClassOf(tag.Code)}.{ClassOf(tag.Code)} {{ --c: {TagColour.Read(tag.Colour)}; }}\n")));
}

public sealed record TagColourRow(string Code, string Colour);

/// <summary>The colours of the codebook.</summary>
public sealed class TagColours(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<TagColourRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCodebook)) return Outcome.Forbidden;
        return await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == access.StudyId).OrderBy(tag => tag.Code)
            .Select(tag => new TagColourRow(tag.Code, tag.Colour)).ToListAsync(cancellation);
    }
}

/// <summary>The code of a tag: lower-case letters, digits and dashes, so that it can stand in addresses and stylesheets.</summary>
public static class TagCode
{
    public static bool IsSlug(string code) =>
        code.Length is > 0 and <= 60 && char.IsAsciiLetterOrDigit(code[0]) && code.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
