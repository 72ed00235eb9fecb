namespace FluxUs.Consult.Foundation.Documents;

/// <summary>Closes gaps in the levels of headings as a document is walked: a heading is at most one below the last.</summary>
internal sealed class HeadingLevels(int last = 0)
{
    public int Next(int level) => last = Math.Min(level, last + 1);
}
