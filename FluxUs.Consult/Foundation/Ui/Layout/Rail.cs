using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Foundation.Ui.Layout;

/// <summary>Draws the rail of a study for one person from what every room has added. Counts run one after the other: they share a context.</summary>
public sealed class Rail(IEnumerable<RailEntry> entries, IStringLocalizerFactory texts)
{
    public async Task<IReadOnlyList<IReadOnlyList<RailLine>>> Draw(RailContext context, CancellationToken cancellation)
    {
        var groups = new List<IReadOnlyList<RailLine>>();
        foreach (var group in entries.Where(entry => entry.Visible?.Invoke(context) ?? true).GroupBy(entry => entry.Group).OrderBy(group => group.Key))
        {
            var lines = new List<RailLine>();
            foreach (var entry in group.OrderBy(entry => entry.Order))
            {
                var count = entry.Count is null ? null : await entry.Count(context, cancellation);
                var address = entry.Address.Length == 0 ? context.StudyAddress : $"{context.StudyAddress}/{entry.Address}";
                lines.Add(new(texts.Create(entry.Texts)[entry.TextKey], address, count, entry.Address.Length == 0, [.. entry.Below.Select(below => $"{context.StudyAddress}/{below}")]));
            }

            groups.Add(lines);
        }

        return groups;
    }
}
