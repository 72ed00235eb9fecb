using System.Globalization;
using System.IO.Compression;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

public enum PackFormat { Pdf, Zip }

public sealed record RenderPackRequest(string Language, PackFormat Format);

public sealed record PackFile(string FileName, string MediaType);

/// <summary>The latest edition of every fiche in one language that the reader may open: in one PDF with cover and contents, after the
/// chapters of other rooms, or as the published files in a ZIP, numbered. Written fiche by fiche, so that memory does not grow with their number.</summary>
public sealed class RenderPack(ConsultDbContext db, IPdfEngine engine, FicheTemplates templates, StudyLogo logos, IEnumerable<IPackChapter> rooms)
{
    public async Task<Outcome<PackFile>> Run(StudyAccess access, RenderPackRequest request, Stream output, IProgress<JobProgress>? progress, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var editions = await PackContents.Of(db, access, request.Language, cancellation);
        if (editions.Count == 0) return Outcome.Refused<FichesTexts>("NoEditionAtAll", null, request.Language);
        progress?.Report(new JobProgress(0, editions.Count));
        var name = $"{access.Slug}-fiches-{request.Language}";
        switch (request.Format)
        {
            case PackFormat.Zip:
                await WriteZip(editions, request.Language, output, progress, cancellation);
                return new PackFile(name + ".zip", "application/zip");
            default:
                await WritePdf(access, editions, request.Language, output, progress, cancellation);
                return new PackFile(name + ".pdf", "application/pdf");
        }
    }

    private async Task WritePdf(StudyAccess access, List<PackedEdition> editions, string language, Stream output, IProgress<JobProgress>? progress, CancellationToken cancellation)
    {
        var study = await db.Set<Study>().AsNoTracking().FirstAsync(found => found.Id == access.StudyId, cancellation);
        // The pack is made today, so it looks as the study does today; its chapters say what they said when they were published.
        var look = templates.Find(study.FicheLook.Length > 0 ? study.FicheLook : FicheTemplates.Default);
        var logo = look is { Logo: true } ? await logos.Of(study, language, cancellation) : null;
        var chapters = new List<FicheDocument>();
        foreach (var room in rooms)
        {
            if (await room.Compose(access, language, cancellation) is { } chapter) chapters.Add(chapter);
        }

        var front = Front(study, [.. chapters.Select(chapter => chapter.Details.Title)], editions, language) with { Logo = logo };
        var pack = engine.Begin(front, look?.StyleFor(study.Colour) ?? PageStyle.A4, output);
        foreach (var chapter in chapters) pack.Add(chapter);

        for (var done = 0; done < editions.Count; done++)
        {
            cancellation.ThrowIfCancellationRequested();
            var id = editions[done].Id;
            var document = await db.Set<Edition>().Where(edition => edition.Id == id).Select(edition => edition.Document).SingleAsync(cancellation);
            pack.Add(Paper.Of(DocumentJson.Read(document)));
            progress?.Report(new JobProgress(done + 1, editions.Count));
        }

        pack.Finish();
    }

    // As many as the cover has room for; of more it says the number.
    private const int MostOnCover = 16;

    private static PackFront Front(Study study, List<string> chapters, List<PackedEdition> editions, string language)
    {
        var words = new FicheWords(language);
        var name = study.Name.In(language);
        var day = editions.Max(edition => edition.PublishedAt);
        var details = new DocumentDetails
        {
            Title = words.Say("PackTitle", name),
            Language = language,
            Identifier = study.Id,
            Date = new DateTimeOffset(day, TimeSpan.Zero),
            Author = study.Funder.In(language),
            Footer = name,
        };
        return new PackFront(details)
        {
            Cover =
            [
                .. study.Description.IsEmpty ? (ReadOnlySpan<Block>)[] : [new ParagraphBlock([study.Description.In(language)], ParagraphRole.Lead)],
                new GridBlock(
                [
                    new(words.Say("PackLanguage"), [words.Say("LanguageName")]),
                    new(words.Say("PackDay"), [Formatting.Date(DateOnly.FromDateTime(day), words.Culture)]),
                    .. study.Funder.IsEmpty ? (ReadOnlySpan<GridPair>)[] : [new(words.Say("PackFunder"), [study.Funder.In(language)])],
                    .. study.Licence.Length == 0 ? (ReadOnlySpan<GridPair>)[] : [new(words.Say("PackLicence"), [study.Licence])],
                ]),
                .. Within(chapters, editions, words),
            ],
            ContentsTitle = words.Say("PackContents"),
        };
    }

    /// <summary>What is inside, with the edition and the day of each fiche.</summary>
    private static IEnumerable<Block> Within(List<string> chapters, List<PackedEdition> editions, FicheWords words)
    {
        if (chapters.Count + editions.Count > MostOnCover)
        {
            yield return new HeadingBlock(2, [words.Say("PackWithin")]);
            yield return new ParagraphBlock([words.Count("PackCount", editions.Count)]);
            yield break;
        }

        yield return new TableBlock(
            [new(words.Say("PackWithin")), new(words.Say("EditionHead"), ColumnAlignment.End), new(words.Say("PublishedHead"), ColumnAlignment.End)],
            [
                .. chapters.Select(chapter => new TableRow([chapter, "", ""])),
                .. editions.Select(edition => new TableRow(
                [
                    new Phrase([new Strong([edition.OfferingCode]), " · " + edition.OfferingName.In(words.Language)]), Formatting.Number(edition.Number, words.Culture),
                    Formatting.Date(DateOnly.FromDateTime(edition.PublishedAt), words.Culture),
                ])),
            ])
        {
            RowHeads = true,
        };
    }

    // The bytes that were published: they are their own proof.
    private async Task WriteZip(List<PackedEdition> editions, string language, Stream output, IProgress<JobProgress>? progress, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var digits = editions.Count.ToString(CultureInfo.InvariantCulture).Length;
        for (var done = 0; done < editions.Count; done++)
        {
            var edition = editions[done];
            var number = (done + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(2, digits), '0');
            // A PDF is compressed already.
            var entry = zip.CreateEntry($"{number}-{FileNames.Edition(edition.OfferingCode, edition.OfferingName, language, edition.Number)}", CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(edition.PublishedAt, TimeSpan.Zero);
            var pdf = await db.Set<Edition>().Where(found => found.Id == edition.Id).Select(found => found.Pdf).SingleAsync(cancellation);
            await using var target = await entry.OpenAsync(cancellation);
            await target.WriteAsync(pdf, cancellation);
            progress?.Report(new JobProgress(done + 1, editions.Count));
        }
    }
}
