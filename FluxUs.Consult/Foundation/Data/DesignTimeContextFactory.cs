using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>Lets <c>dotnet ef migrations add</c> make the context without starting the application.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<SqliteConsultDbContext>
{
    public SqliteConsultDbContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<SqliteConsultDbContext>().UseSqlite("Data Source=:memory:").Options,
        new AuditTrail(TimeProvider.System, new KeyRing(new byte[32])),
        new ErasureLedger("erasures.jsonl"),
        new UpgradeCopies(new StorageOptions()),
        TimeProvider.System);
}
