namespace FluxUs.Consult.Foundation.Ui.Marks;

/// <summary>Where something stands on the thread from a voice to a fiche; each kind has one shape and one colour everywhere.</summary>
public enum NodeKind
{
    /// <summary>An interview or an expert: circle.</summary>
    Voice,

    /// <summary>A document: square.</summary>
    Print,

    /// <summary>An excerpt: lines.</summary>
    Excerpt,

    /// <summary>A finding: diamond.</summary>
    Claim,

    /// <summary>A recommendation: arrow.</summary>
    Measure,

    /// <summary>A fiche: page.</summary>
    Fiche,
}
