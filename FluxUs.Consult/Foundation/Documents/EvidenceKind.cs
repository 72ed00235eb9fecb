namespace FluxUs.Consult.Foundation.Documents;

/// <summary>Kinds of evidence, each with a shape and a colour of its own.</summary>
public enum EvidenceKind { Other, Voice, Print, Claim, Measure }

public static class EvidenceCodes
{
    /// <summary>E and A are interviews, Q quotes, D documents, K findings, R recommendations; the rest is other.</summary>
    public static EvidenceKind KindOf(string code) => code.Length == 0 ? EvidenceKind.Other : code[0] switch
    {
        'E' or 'A' or 'Q' => EvidenceKind.Voice,
        'D' => EvidenceKind.Print,
        'K' => EvidenceKind.Claim,
        'R' => EvidenceKind.Measure,
        _ => EvidenceKind.Other,
    };
}
