using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>Writes and checks the hash chain of the audit trail.</summary>
public sealed class AuditTrail(TimeProvider time, KeyRing keys)
{
    private static readonly string Origin = new('0', 64);

    /// <summary>Adds a line for each change that the context is about to save. Call it within the writing transaction.</summary>
    public async Task Append(ConsultDbContext db, Actor actor, CancellationToken cancellation)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => entry.Entity is not IUnaudited)
            .ToList();
        if (changed.Count == 0) return;

        var last = await db.Set<AuditEntry>().OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.Sequence, entry.Hash }).FirstOrDefaultAsync(cancellation);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? Origin);
        var at = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        foreach (var entry in changed)
        {
            sequence++;
            var line = new
            {
                Subject = entry.Metadata.ClrType.Name,
                SubjectId = SubjectId(entry),
                Study = StudyOf(entry),
                Change = entry.State.ToString(),
                Details = Details(entry),
            };
            var next = HashOf(sequence, at, actor.Kind.ToString(), actor.Id, line.Study, line.Subject, line.SubjectId, line.Change, line.Details, hash);
            db.Add(new AuditEntry
            {
                Sequence = sequence,
                At = at,
                ActorKind = actor.Kind.ToString(),
                ActorId = actor.Id,
                StudyId = line.Study,
                Subject = line.Subject,
                SubjectId = line.SubjectId,
                Change = line.Change,
                Details = line.Details,
                PreviousHash = hash,
                Hash = next,
            });
            hash = next;
        }
    }

    /// <summary>Walks the whole chain.</summary>
    /// <returns>The sequence of the first line that does not fit, or null when all do.</returns>
    public static async Task<long?> FirstBroken(ConsultDbContext db, CancellationToken cancellation)
    {
        var (hash, expected) = (Origin, 1L);
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var computed = HashOf(entry.Sequence, entry.At, entry.ActorKind, entry.ActorId, entry.StudyId, entry.Subject, entry.SubjectId, entry.Change, entry.Details, hash);
            if (entry.Sequence != expected || entry.PreviousHash != hash || entry.Hash != computed) return entry.Sequence;
            (hash, expected) = (entry.Hash, expected + 1);
        }

        return null;
    }

    private static string HashOf(long sequence, string at, string kind, Guid actor, Guid? study, string subject, string id, string change, string details, string previous)
    {
        var text = string.Join('\n', sequence.ToString(CultureInfo.InvariantCulture), at, kind, actor.ToString(), study?.ToString(), subject, id, change, details, previous);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string SubjectId(EntityEntry entry) => string.Join('/',
        entry.Metadata.FindPrimaryKey()!.Properties.Select(property => Convert.ToString(entry.Property(property.Name).CurrentValue, CultureInfo.InvariantCulture)));

    private static Guid? StudyOf(EntityEntry entry) =>
        entry.Metadata.FindProperty("StudyId") is { } property ? entry.Property(property.Name).CurrentValue as Guid? : null;

    private string Details(EntityEntry entry)
    {
        var details = new Dictionary<string, object?[]>();
        Tell(details, entry.State, "", entry.Properties);
        foreach (var complex in entry.ComplexProperties) Tell(details, entry.State, complex.Metadata.Name + ".", complex.Properties);
        return JsonSerializer.Serialize(details);
    }

    private void Tell(Dictionary<string, object?[]> details, EntityState state, string prefix, IEnumerable<PropertyEntry> properties)
    {
        foreach (var property in properties)
        {
            if (state == EntityState.Modified && !property.IsModified) continue;
            var before = state == EntityState.Added ? null : property.OriginalValue;
            var after = state == EntityState.Deleted ? null : property.CurrentValue;
            details[prefix + property.Metadata.Name] = [Shown(property.Metadata, before), Shown(property.Metadata, after)];
        }
    }

    private object? Shown(IProperty property, object? value)
    {
        if (value is null) return null;
        if (property.PropertyInfo?.GetCustomAttribute<ExpertWordsAttribute>() is not null)
        {
            var text = value is byte[] bytes ? Convert.ToBase64String(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
            return "hmac:" + keys.Mark("audit", text);
        }

        return value switch
        {
            byte[] bytes => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
            string text => text,
            System.Collections.IEnumerable list => list.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)).ToArray(),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }
}
