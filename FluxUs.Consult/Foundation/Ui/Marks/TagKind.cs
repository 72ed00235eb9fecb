namespace FluxUs.Consult.Foundation.Ui.Marks;

/// <summary>What a tag marks, for its sign and colour.</summary>
public enum TagKind
{
    Other,
    Lever,
    Barrier,
    Need,
    Actor,
}
