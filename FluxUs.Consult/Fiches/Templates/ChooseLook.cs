using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Templates;

/// <param name="Look">The code of a template; empty for the usual one.</param>
/// <param name="Colour">As #rrggbb; empty for the template's own.</param>
/// <param name="Licence">Under which the fiches may be used again.</param>
/// <param name="VoidsReviews">The person knows which fiches will have to go to review again, and goes on.</param>
public sealed record ChooseLookRequest(Guid Operation, int Version, string Look, string Colour, string Licence, bool VoidsReviews = false);

/// <summary>Says how the fiches of a study look from now on, and how they may be used.</summary>
public sealed class ChooseLook(ConsultDbContext db, FicheTemplates templates, ReviewsUnderLook reviews)
{
    private const int LongestLicence = 120;

    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ChooseLookRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        var colour = request.Colour.Trim().ToLowerInvariant();
        if (request.Look.Length > 0 && templates.Find(request.Look) is null) return Outcome.Refused<FichesTexts>("LookUnknown", nameof(request.Look));
        if (colour.Length > 0 && Luminance(colour) is not { } luminance) return Outcome.Refused<FichesTexts>("ColourUnreadable", nameof(request.Colour));
        if (colour.Length > 0 && 1.05 / (Luminance(colour)!.Value + 0.05) < 4.5) return Outcome.Refused<FichesTexts>("ColourTooPale", nameof(request.Colour));
        if (request.Licence.Trim().Length > LongestLicence) return Outcome.Refused<FichesTexts>("LicenceTooLong", nameof(request.Licence), LongestLicence);
        if (!request.VoidsReviews && await reviews.VoidedBy(access, request.Look, cancellation) is { Count: > 0 } voided)
            return Outcome.Refused<FichesTexts>("LookVoidsReviews", nameof(request.VoidsReviews), string.Join(", ", voided));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var study = await db.Set<Study>().FirstAsync(found => found.Id == access.StudyId, cancellation);
            db.Expect(study, request.Version);
            study.Print(request.Look, colour, request.Licence);
            return Nothing.Value;
        }, cancellation);
    }

    /// <summary>The relative luminance of a colour (WCAG 2.2), or null when it is none.</summary>
    private static double? Luminance(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#' || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return null;
        static double Linear(int channel) => channel / 255.0 is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(value >> 16)) + (0.7152 * Linear((value >> 8) & 255)) + (0.0722 * Linear(value & 255));
    }
}
