using System.Globalization;

namespace FluxUs.Consult.Experts;

/// <summary>A consent form of <c>templates/consent</c>.</summary>
/// <param name="Version">Written into each consent given on it: "2026-1".</param>
/// <param name="ValidityMonths">For how long a consent holds unless another end is chosen.</param>
public sealed record ConsentForm(string Version, string Language, string Title, int ValidityMonths);

/// <summary>The forms as the front matter of their files says it (YAML between two lines of three dashes).</summary>
public sealed class ConsentForms
{
    private readonly Lazy<IReadOnlyList<ConsentForm>> _all;

    public ConsentForms(string folder) => _all = new(() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "consent.*.md").Order(StringComparer.Ordinal).Select(Read)]
        : []);

    /// <summary>The form in use, in this language or else French; null when the folder holds none.</summary>
    public ConsentForm? InUse(string language) =>
        _all.Value.FirstOrDefault(form => form.Language == language) ?? _all.Value.FirstOrDefault(form => form.Language == "fr") ?? (_all.Value is [var first, ..] ? first : null);

    private static ConsentForm Read(string file)
    {
        var fields = File.ReadLines(file).Skip(1).TakeWhile(line => line.Trim() != "---")
            .Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim().Trim('"'));
        return new ConsentForm(
            fields.GetValueOrDefault("version") ?? throw new InvalidDataException($"{file}: the front matter has no version."),
            fields.GetValueOrDefault("language", "fr"),
            fields.GetValueOrDefault("title", ""),
            int.TryParse(fields.GetValueOrDefault("validityMonths"), NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 24);
    }
}
