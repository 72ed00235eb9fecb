namespace FluxUs.Consult.Foundation.Files;

/// <summary>A room whose rows point at files by their hash. The same content may belong to several rows and rooms: a file goes only
/// when none of them keeps it.</summary>
public interface IKeepsFiles
{
    Task<bool> Keeps(string hash, CancellationToken cancellation);
}
