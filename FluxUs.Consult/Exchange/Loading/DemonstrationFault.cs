namespace FluxUs.Consult.Exchange.Loading;

/// <summary>Something in the files of the demonstration cannot be loaded: which file, where in it, why.</summary>
internal sealed class DemonstrationFault(string file, string place, string reason, Exception? cause = null) : Exception($"{file}, {place}: {reason}", cause)
{
    public string File => file;
    public string Place => place;
    public string Reason => reason;
}
