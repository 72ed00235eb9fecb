namespace FluxUs.Consult.Foundation.Data;

/// <summary>Where everything is kept: one folder with the database, attachments, keys and logs. Setting <c>Storage:Root</c>.</summary>
public sealed class StorageOptions
{
    public string Root { get; set; } = "data";

    public string Database => Path.Combine(Root, "consult.db");
    public string Attachments => Path.Combine(Root, "attachments");
    public string Keys => Path.Combine(Root, "keys");
    public string Logs => Path.Combine(Root, "logs");
    public string Backups => Path.Combine(Root, "backups");
}
