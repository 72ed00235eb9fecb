using System.Text;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

/// <summary>What a person fills in of a tag.</summary>
/// <param name="ParentId">The axis that it stands under; null at the root.</param>
/// <param name="Favourite">The digit that throws it on the coding desk, 1 to 9.</param>
public sealed record TagFields(LocalText Name, LocalText Definition, TagKind Kind, string Colour, Guid? ParentId, int? Favourite);

/// <summary>The rules that adding and changing a tag share.</summary>
internal static class TagRules
{
    /// <returns>The fields with the colour in its stored form.</returns>
    public static async Task<Outcome<TagFields>> Check(ConsultDbContext db, Guid studyId, TagFields fields, Guid? own, CancellationToken cancellation)
    {
        if (fields.Name.IsEmpty) return Outcome.Refused<EvidenceTexts>("TagNeedsName", "name");
        if (TagColour.Read(fields.Colour) is not { } colour) return Outcome.Refused<EvidenceTexts>("ColourIsUnreadable", nameof(fields.Colour), fields.Colour);
        if (!TagColour.IsReadable(colour)) return Outcome.Refused<EvidenceTexts>("ColourIsTooPale", nameof(fields.Colour), colour);
        if (fields.Favourite is < 1 or > 9) return Outcome.Refused<EvidenceTexts>("FavouriteIsNoDigit", nameof(fields.Favourite));
        if (fields.Kind == TagKind.Axis && fields.Favourite is not null) return Outcome.Refused<EvidenceTexts>("AxisHasNoDigit", nameof(fields.Favourite));
        if (fields.ParentId is { } parent)
        {
            var parents = await db.Set<Tag>().AsNoTracking().Where(tag => tag.StudyId == studyId)
                .ToDictionaryAsync(tag => tag.Id, tag => tag.ParentId, cancellation);
            if (!parents.ContainsKey(parent)) return Outcome.Refused<EvidenceTexts>("TagIsGone", nameof(fields.ParentId));
            for (Guid? above = parent; above is { } one; above = parents.GetValueOrDefault(one))
            {
                if (one == own) return Outcome.Refused<EvidenceTexts>("TagUnderItself", nameof(fields.ParentId));
            }
        }

        return fields with { Colour = colour };
    }

    /// <summary>A digit throws one tag: whoever takes it, takes it from the other.</summary>
    public static async Task FreeFavourite(ConsultDbContext db, Guid studyId, int? favourite, Guid? own, CancellationToken cancellation)
    {
        if (favourite is null) return;
        foreach (var tag in await db.Set<Tag>().Where(tag => tag.StudyId == studyId && tag.Favourite == favourite && tag.Id != own).ToListAsync(cancellation))
            tag.Describe(tag.Name, tag.Definition, tag.Kind, tag.Colour, tag.ParentId, null);
    }

    /// <summary>A slug of the name that no tag of the study has: "refus-exigence", "refus-exigence-2".</summary>
    public static async Task<string> NewCode(ConsultDbContext db, Guid studyId, string name, CancellationToken cancellation)
    {
        var slug = new StringBuilder();
        foreach (var word in FoldedWords.Of(name))
        {
            if (slug.Length + word.Length > 40) break;
            if (slug.Length > 0) slug.Append('-');
            foreach (var letter in word.Text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)) slug.Append(letter);
        }

        var wanted = slug.Length == 0 ? "tag" : slug.ToString();
        var taken = await db.Set<Tag>().Where(tag => tag.StudyId == studyId && tag.Code.StartsWith(wanted)).Select(tag => tag.Code).ToListAsync(cancellation);
        var code = wanted;
        for (var number = 2; taken.Contains(code); number++) code = $"{wanted}-{number}";
        return code;
    }
}
