namespace FluxUs.Consult.Foundation.Data;

/// <summary>Copies of the database that the program makes before it upgrades one.</summary>
public sealed class UpgradeCopies(StorageOptions storage)
{
    public string PlaceBefore(string migration)
    {
        Directory.CreateDirectory(storage.Backups);
        return Path.Combine(storage.Backups, $"before-{migration}.db");
    }

    /// <summary>When someone is erased for good: the copies hold them still, and whoever needs one of before has their own.</summary>
    public void Delete()
    {
        if (!Directory.Exists(storage.Backups)) return;
        foreach (var copy in Directory.EnumerateFiles(storage.Backups, "before-*.db")) File.Delete(copy);
    }
}
