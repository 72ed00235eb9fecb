using System.IO.Compression;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>The study as tables: one CSV a kind in a ZIP. Words of people only while their consent is in force and where a researcher
/// has marked their text free of names; of the people themselves nothing but classes of role, where these are told at all.</summary>
public sealed class ExportTables(ConsultDbContext db, ExcerptSources sources, AttributionLabels labels, RankOfferings ranking, TimeProvider time)
{
    /// <param name="target">Receives the ZIP; nothing is written unless the export is done.</param>
    public async Task<Outcome<Nothing>> Run(StudyAccess access, Stream target, CancellationToken cancellation)
    {
        if (!access.May(Permission.Export)) return Outcome.Forbidden;
        var now = time.GetUtcNow();
        if (!SignedIn.IsFresh(access.ConfirmedAt, now.UtcDateTime)) return Outcome.Refused<ExchangeTexts>("ConfirmFirst");

        // All tables show one moment. This level opens a deferred transaction in SQLite, so that nobody who writes has to wait;
        // within one process and its WAL it reads a snapshot all the same.
        await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancellation);
        var names = await StudyCodes.Of(db, access.StudyId, cancellation);
        var told = await ToldRoles.Of(db, labels, access, DateOnly.FromDateTime(now.UtcDateTime), cancellation);
        var excerpts = await ExcerptTable.Read(db, sources, names, told, cancellation);
        IReadOnlyList<ITable> tables =
        [
            .. await CatalogueTables.Read(db, names, cancellation),
            .. await SourceTables.Read(db, names, told, cancellation),
            excerpts.Table,
            .. await EvidenceTables.Read(db, names, excerpts, cancellation),
            .. await FindingTables.Read(db, names, excerpts, cancellation),
            .. await PriorityTables.Read(db, access, ranking, names, excerpts, cancellation),
            .. await FicheTables.Read(db, names, cancellation),
        ];

        await using var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var table in tables)
        {
            var entry = archive.CreateEntry(table.FileName);
            entry.LastWriteTime = now;
            await using var stream = await entry.OpenAsync(cancellation);
            table.Write(stream);
        }

        return Nothing.Value;
    }
}
