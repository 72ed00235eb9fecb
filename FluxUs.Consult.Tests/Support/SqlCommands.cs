using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FluxUs.Consult.Tests.Support;

/// <summary>Counts what a <see cref="TestSite"/> asks of its database.</summary>
public sealed class SqlCommands : DbCommandInterceptor
{
    private int _count;

    /// <summary>Since the last time it was taken.</summary>
    public int Take() => Interlocked.Exchange(ref _count, 0);

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref _count);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));
}
