using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>evidence.yaml</c>: excerpts and the quotes taken from them.</summary>
internal static class EvidenceLoading
{
    public const string FileName = "evidence.yaml";

    /// <param name="codedAfter">The day after which documents were coded; conversations are coded two days after they were held.</param>
    public static async Task Load(LoadingScene scene, EvidenceFile file, DateOnly codedAfter)
    {
        foreach (var source in file.Excerpts.GroupBy(entry => entry.Source))
        {
            scene.Begin(FileName, source.First().Ref);
            var id = scene.Find("source text", source.Key);
            var text = await scene.Db.Set<SourceText>().AsNoTracking().Where(found => found.Id == id)
                .Select(found => new { found.Date, found.Versions.First(version => version.Number == found.CurrentVersion).Text }).SingleAsync(scene.Cancellation);
            var day = (text.Date ?? codedAfter).AddDays(2);
            foreach (var (order, entry) in source.Index()) await Add(scene, entry, id, text.Text, LoadingScene.Moment(day, 5 * order));
        }

        foreach (var quote in file.Quotes) await Add(scene, quote);
    }

    private static async Task Add(LoadingScene scene, ExcerptEntry entry, Guid source, string text, DateTime at)
    {
        scene.Begin(FileName, entry.Ref);
        var start = text.IndexOf(entry.Quote, StringComparison.Ordinal);
        if (start < 0) throw scene.Fault("the quote is not in its source text");
        if (text.IndexOf(entry.Quote, start + 1, StringComparison.Ordinal) >= 0) throw scene.Fault("the quote is more than once in its source text");
        var coder = await scene.As(entry.Coder);
        var stage = entry.Stage is { } key ? scene.Find("stage", $"{entry.Offerings[0]}/{key}") : (Guid?)null;
        var coding = new Coding(scene.Find("tag", entry.Tags), stage, scene.Find("offering", entry.Offerings));
        var added = await scene.Done(scene.Act<AddExcerpt>(at).Handle(
            coder, new AddExcerptRequest(Guid.NewGuid(), source, 1, start, entry.Quote.Length, coding), scene.Cancellation));
        if (!entry.Ref.EndsWith($"/{added.Number}", StringComparison.Ordinal)) throw scene.Fault($"the excerpt became number {added.Number}");
        scene.Remember("excerpt", entry.Ref, added.Id);
        if (entry.Memo is not { Length: > 0 } memo) return;
        await scene.Done(scene.Act<KeepMemo>(at).Handle(coder, new KeepMemoRequest(added.Id, Guid.NewGuid(), 0, memo), scene.Cancellation));
    }

    private static async Task Add(LoadingScene scene, QuoteEntry entry)
    {
        scene.Begin(FileName, entry.Code);
        var access = await scene.WhoMay(Permission.WriteQuotes);
        await scene.Done(scene.Act<MakeQuote>(DateTime.MinValue).Handle(
            access, new MakeQuoteRequest(Guid.NewGuid(), scene.Find("excerpt", entry.Excerpt), entry.Text, entry.Language, entry.Form, entry.Code), scene.Cancellation));
        var quote = await scene.Db.Set<Quote>().AsNoTracking().SingleAsync(found => found.StudyId == scene.StudyId && found.Code == entry.Code, scene.Cancellation);
        scene.Remember("quote", entry.Code, quote.Id);
        var version = quote.Version;
        foreach (var (audience, approval) in entry.Approvals)
        {
            if (approval.State == ApprovalState.NotAsked) continue;
            var at = LoadingScene.Moment(approval.On ?? throw scene.Fault("an answer has no day"));
            await scene.Done(scene.Act<RecordApproval>(at).Handle(
                access, new RecordApprovalRequest(Guid.NewGuid(), entry.Code, version++, audience, approval.State, approval.EditedText, approval.On), scene.Cancellation));
        }
    }
}

internal sealed class EvidenceFile
{
    public required List<ExcerptEntry> Excerpts { get; init; }
    public required List<QuoteEntry> Quotes { get; init; }
}

internal sealed class ExcerptEntry
{
    public required string Ref { get; init; }
    public required string Source { get; init; }
    public required string Quote { get; init; }
    public required List<string> Tags { get; init; }
    public required List<string> Offerings { get; init; }
    public string? Stage { get; init; }
    public string? Memo { get; init; }
    public required string Coder { get; init; }
}

internal sealed class QuoteEntry
{
    public required string Code { get; init; }
    public required string Excerpt { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }
    public required QuoteForm Form { get; init; }
    public required Dictionary<Audience, ApprovalEntry> Approvals { get; init; }
}

internal sealed class ApprovalEntry
{
    public required ApprovalState State { get; init; }
    public DateOnly? On { get; init; }
    public string? EditedText { get; init; }
}
