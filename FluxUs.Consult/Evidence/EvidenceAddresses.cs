namespace FluxUs.Consult.Evidence;

/// <summary>Where evidence is read, below the study, for pages of every room that walk back to it.</summary>
public static class EvidenceAddresses
{
    /// <summary>An excerpt at its place in its text.</summary>
    public static string Excerpt(Guid excerptId) => $"evidence/excerpts/{excerptId}";

    /// <summary>A text on the coding desk.</summary>
    /// <param name="source">The code of its origin (E-12), or the id of the text where one origin has several.</param>
    public static string Text(string source) => $"evidence/{Uri.EscapeDataString(source)}";

    public static string Text(Guid sourceTextId) => $"evidence/{sourceTextId}";

    public static string Quote(string code) => $"quotes/{code}";
}
