namespace FluxUs.Consult.Foundation.Data;

/// <summary>Where everything is kept: one folder with the database, attachments, keys and logs. Setting <c>Storage:Root</c>.</summary>
public sealed class StorageOptions
{
    public string Root { get; set; } = "data";

    /// <summary>The folder of the erasure ledger, which no copy of the rest may ever overwrite. Setting <c>Storage:Ledger</c>; below
    /// the root without it.</summary>
    public string? Ledger { get; set; }

    /// <summary>The hash of the last line of a ledger that was lost with all its copies, to start without it once. Setting
    /// <c>Storage:LedgerLost</c>.</summary>
    public string LedgerLost { get; set; } = "";

    public string Database => Path.Combine(Root, "consult.db");
    public string Attachments => Path.Combine(Root, "attachments");
    public string Keys => Path.Combine(Root, "keys");
    public string ErasureLedger => Path.Combine(Ledger ?? Path.Combine(Root, "ledger"), "erasures.jsonl");
    public string Logs => Path.Combine(Root, "logs");
    public string Backups => Path.Combine(Root, "backups");
}
