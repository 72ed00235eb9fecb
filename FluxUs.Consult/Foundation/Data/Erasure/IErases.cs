namespace FluxUs.Consult.Foundation.Data.Erasure;

/// <summary>A room that erases one kind of thing for good. It registers one implementation, so that the ledger can be compared
/// with what the database still holds.</summary>
public interface IErases
{
    /// <summary>As the ledger names it: "expert".</summary>
    string Kind { get; }

    /// <summary>When each kind has its turn: what takes others along (an expert) comes before what goes with it (a file).</summary>
    int Order { get; }

    /// <summary>What the database knows as erased, so that a ledger that was lost is written again.</summary>
    Task<IReadOnlyList<Erased>> Known(CancellationToken cancellation);

    /// <summary>Erases what an older copy of the database brought back; nothing to do when it is erased or not there.</summary>
    Task EraseAgain(Erased erased, CancellationToken cancellation);
}
