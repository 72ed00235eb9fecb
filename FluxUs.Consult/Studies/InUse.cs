using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>What higher rooms lean on is not removed: they hold it by a foreign key, and the database says so.</summary>
internal static class InUse
{
    /// <param name="key">The text that says that it is in use.</param>
    public static async Task<Outcome<T>> Guard<T>(string key, Func<Task<Outcome<T>>> write)
    {
        try
        {
            return await write();
        }
        catch (DbUpdateException fault) when (fault is not DbUpdateConcurrencyException)
        {
            return Outcome.Refused<StudiesTexts>(key);
        }
    }
}
