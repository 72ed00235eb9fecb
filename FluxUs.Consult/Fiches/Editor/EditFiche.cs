using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editor;

/// <summary>How far a section is, for the list beside the editor.</summary>
public enum SectionState { Automatic, Ready, ToWrite, Optional, Waits, Blocks, Stale }

/// <param name="Number">Counts what this fiche shows: a section that the study cannot fill leaves no gap.</param>
public sealed record SectionLine(TemplateSection Section, int Number, SectionState State);

/// <param name="Code">Of a finding that carries it.</param>
public sealed record MessageLine(Guid Id, AutosavedText Text, IReadOnlyList<FindingRow> Findings);

/// <param name="Text">Null while its words may not be read by this person.</param>
public sealed record QuoteLine(string Code, Worded? Text, ApprovalState State, bool IsChosen);

public sealed record CommentLine(Guid Id, string Section, string Text, string By, DateTime At, bool IsResolved, string Answer);

public sealed record FlaggedEdition(Guid Id, int Number);

/// <summary>Everything that the editor's page shows.</summary>
/// <param name="Prose">The text of each section with its revision, by key.</param>
/// <param name="NotCited">Findings of the offering that nothing in the fiche points at yet.</param>
/// <param name="Editions">How many were published.</param>
/// <param name="LastEdition">Where the last of them is read; null before the first, and once it was withdrawn.</param>
public sealed record FicheEditor(
    Guid FicheId, int Version, FicheState State, Audience Audience, LocalText OfferingName, CheckedFiche Checked, IReadOnlyList<SectionLine> Sections,
    IReadOnlyDictionary<string, AutosavedText> Prose, IReadOnlyList<MessageLine> Messages, IReadOnlyList<FindingRow> NotCited, IReadOnlyList<FindingRow> Findings,
    IReadOnlyList<QuoteLine> Quotes, IReadOnlyList<CommentLine> Comments, OpinionMaterial Opinions, int Editions, Guid? LastEdition)
{
    public bool IsOpen => State == FicheState.Draft;

    /// <summary>Each member's word in the latest round.</summary>
    public IReadOnlyList<OpinionLine> Words { get; init; } = [];

    /// <summary>Those in which a person is used or quoted who has taken back the consent to it since.</summary>
    public IReadOnlyList<FlaggedEdition> FlaggedEditions { get; init; } = [];

    /// <summary>The number of the last edition, where it was withdrawn.</summary>
    public int? WithdrawnEdition { get; init; }

    /// <summary>Approved, and a member had a reserve.</summary>
    public bool HasReserve => Opinions.WithReserve > 0;
}

public sealed class EditFiche(ConsultDbContext db, CheckFiche check)
{
    public async Task<Outcome<FicheEditor>> Run(StudyAccess access, FicheName name, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var judged = await check.Run(access, name.OfferingCode, name.Language, cancellation);
        if (!judged.IsDone) return judged.Failure;
        var fiche = await db.Fiche(access, name).AsNoTracking().AsSplitQuery().Include(found => found.Sections).Include(found => found.Messages).ThenInclude(message => message.Findings)
            .Include(found => found.Quotes).FirstAsync(cancellation);
        var material = judged.Value.Fiche.Material;
        var cited = EvidenceSections.CitedFindings(material).Select(finding => finding.Row.Id).ToHashSet();
        var comments = await db.Set<FicheComment>().AsNoTracking().Where(comment => comment.FicheId == fiche.Id)
            .Join(db.Set<Account>(), comment => comment.WrittenBy, account => account.Id, (comment, account) => new { comment, account.DisplayName })
            .OrderBy(both => both.comment.ResolvedAt != null).ThenByDescending(both => both.comment.WrittenAt)
            .Select(both => new CommentLine(both.comment.Id, both.comment.SectionKey, both.comment.Text, both.DisplayName, both.comment.WrittenAt, both.comment.ResolvedAt != null, both.comment.Answer))
            .ToListAsync(cancellation);
        var editions = await db.Set<Edition>().AsNoTracking().Where(edition => edition.FicheId == fiche.Id).OrderBy(edition => edition.Number)
            .Select(edition => new { edition.Id, edition.Number, IsWithdrawn = edition.WithdrawnAt != null, IsFlagged = edition.FlaggedAt != null }).ToListAsync(cancellation);
        return new FicheEditor(
            fiche.Id, fiche.Version, fiche.State, fiche.Audience, material.OfferingName, judged.Value, [.. States(judged.Value)],
            fiche.Sections.ToDictionary(section => section.Key, section => section.Text),
            [.. fiche.Messages.OrderBy(message => message.Order).Select(message => new MessageLine(message.Id, message.Text,
                [.. message.Findings.Select(bound => material.Finding(bound.FindingId)).Where(finding => finding is not null).Select(finding => finding!.Row)]))],
            [.. material.Findings.Where(finding => finding.IsOfOffering && !cited.Contains(finding.Row.Id)).Select(finding => finding.Row)],
            [.. material.Findings.Where(finding => finding.IsOfOffering).Select(finding => finding.Row)],
            await Quotes(access, fiche, cancellation), comments, material.Opinions,
            editions.Count, editions is [.., { IsWithdrawn: false } last] ? last.Id : null)
        {
            FlaggedEditions = [.. editions.Where(edition => edition is { IsFlagged: true, IsWithdrawn: false }).Select(edition => new FlaggedEdition(edition.Id, edition.Number))],
            WithdrawnEdition = editions is [.., { IsWithdrawn: true } gone] ? gone.Number : null,
            Words = await db.OpinionsOn(fiche, cancellation),
        };
    }

    internal static IEnumerable<SectionLine> States(CheckedFiche judged)
    {
        var (material, checks) = (judged.Fiche.Material, judged.Checks);
        var number = 0;
        foreach (var section in judged.Fiche.Template.Printed(material.Gives))
        {
            var own = checks.Where(one => one.Section == section.Key).ToList();
            var isEmpty = section.Key == SectionKeys.KeyMessages ? material.Messages.Count == 0
                : section.Key == SectionKeys.Quotes ? !material.Quotes.Any(quote => quote.IsChosen) : material.ProseOf(section.Key).Trim().Length == 0;
            yield return new SectionLine(section, ++number,
                own.Exists(one => one.Weight == CheckWeight.Blocks) ? isEmpty && section.HasProse ? SectionState.ToWrite : SectionState.Blocks
                : own.Exists(one => one.Weight == CheckWeight.Waits) ? SectionState.Waits
                : own.Exists(one => one.Key is "TranslationStale" or "MessageStale" or "MessagesMissing") ? SectionState.Stale
                : section.Kind == SectionKind.Data ? SectionState.Automatic
                : isEmpty ? section.Kind == SectionKind.Mixed ? SectionState.Automatic : SectionState.Optional
                : SectionState.Ready);
        }
    }

    private async Task<IReadOnlyList<QuoteLine>> Quotes(StudyAccess access, Fiche fiche, CancellationToken cancellation)
    {
        var quotes = await db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals)
            .Where(quote => quote.StudyId == access.StudyId && db.Set<Excerpt>().Any(excerpt => excerpt.Id == quote.ExcerptId && excerpt.Offerings.Any(one => one.OfferingId == fiche.OfferingId)))
            .OrderBy(quote => quote.Code)
            .Select(quote => new { Quote = quote, quote.Approvals, IsFree = db.Set<Excerpt>().Any(excerpt => excerpt.Id == quote.ExcerptId && db.Set<SourceText>().Any(text => text.Id == excerpt.SourceTextId && text.FreeOfNamesAt != null)) })
            .ToListAsync(cancellation);
        return [.. quotes.Select(row => new QuoteLine(
            row.Quote.Code, QuoteReading.IsOpenTo(access, row.Quote, row.IsFree) ? new Worded(row.Quote.Text, row.Quote.Language) : null, row.Quote.StateFor(fiche.Audience), fiche.Quotes.Any(chosen => chosen.QuoteId == row.Quote.Id)))];
    }
}
