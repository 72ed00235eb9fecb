using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>Gathers what a fiche is made of, for one audience. The number of queries is the same for every fiche.</summary>
public sealed class GatherMaterial(
    ConsultDbContext db, ListFindings findings, ListRecommendations recommendations, FindingSupport support, CountStages count, AttributionLabels labels,
    GatherContext context, StudyLogo logos)
{
    /// <param name="audience">Null for the one the fiche is meant for.</param>
    internal async Task<FicheMaterial?> Of(StudyAccess access, Guid ficheId, Audience? audience, CancellationToken cancellation)
    {
        var fiche = await db.Set<Fiche>().AsNoTracking().AsSplitQuery()
            .Include(found => found.Sections).Include(found => found.Messages).ThenInclude(message => message.Findings).Include(found => found.Quotes)
            .FirstOrDefaultAsync(found => found.Id == ficheId && found.StudyId == access.StudyId, cancellation);
        if (fiche is null) return null;
        var readers = audience ?? fiche.Audience;
        var study = await db.Set<Study>().AsNoTracking().FirstAsync(found => found.Id == access.StudyId, cancellation);
        var offering = await db.Set<Offering>().AsNoTracking().AsSplitQuery().Include(found => found.Stages).Include(found => found.Flows)
            .FirstAsync(found => found.Id == fiche.OfferingId, cancellation);
        var flowIds = offering.Flows.OrderBy(flow => flow.Order).Select(flow => flow.FlowId).ToList();
        var firstFlow = flowIds.Count == 0 ? null : await db.Set<Flow>().AsNoTracking().Where(flow => flow.Id == flowIds[0]).Select(flow => flow.Name).FirstOrDefaultAsync(cancellation);

        var messages = fiche.Messages.OrderBy(message => message.Order)
            .Select(message => new MessageMaterial(message.Id, message.Text.Text, [.. message.Findings.Select(finding => finding.FindingId)])).ToList();
        var tokens = fiche.Tokens();
        List<string> Keys(FactKind kind) => [.. tokens.Where(token => token.Kind == kind).Select(token => token.Key)];

        var measures = (await recommendations.RowsOf(access.StudyId, new RecommendationFilter(offering.Code), cancellation)).Where(row => row.Measure.Strength != Strength.DoNot).ToList();
        var rows = await Findings(access.StudyId, offering.Id, [.. messages.SelectMany(message => message.FindingIds), .. measures.SelectMany(row => row.FindingIds)], Keys(FactKind.Finding), cancellation);
        var bound = rows.Count == 0 ? [] : await support.SourcesOf(access.StudyId, [.. rows.Select(row => row.Id)], cancellation);
        var texts = await Texts(access.StudyId, [.. bound.Select(one => one.ExcerptId)], Keys(FactKind.Source), cancellation);
        var quotes = await Quotes(access.StudyId, fiche, Keys(FactKind.Quote), cancellation);

        var quotedExcerpts = quotes.Select(quote => quote.Quote.ExcerptId).ToList();
        var siblings = (await db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals).Where(quote => quote.StudyId == access.StudyId && quotedExcerpts.Contains(quote.ExcerptId))
            .OrderBy(quote => quote.Code).ToListAsync(cancellation)).ToLookup(quote => quote.ExcerptId);

        var cited = CitationOrder(messages, measures, rows, bound, texts, quotes);
        var coded = Coded(access.StudyId, offering);
        var codedTexts = await coded.Select(excerpt => new { excerpt.Id, excerpt.SourceTextId }).ToDictionaryAsync(excerpt => excerpt.Id, excerpt => excerpt.SourceTextId, cancellation);
        // What is not cited and yet counted comes last, so that it moves no code of what is.
        var counted = await context.TextsOn(access.StudyId, offering.Id, cancellation);
        var outcome = await labels.Run(access, new LabelRequest([.. cited.Concat(counted).Concat(codedTexts.Values).Distinct()], offering.Id, readers, fiche.Language), cancellation);
        var known = outcome.Value ?? new Dictionary<Guid, SourceLabel>();
        List<Guid> countable = [.. known.Values.Where(label => label.MayBePrinted).Select(label => label.SourceTextId)];
        bool MayCount(Guid text) => known.TryGetValue(text, out var label) && label.MayBePrinted;
        var references = await References(access.StudyId, cancellation);
        var sources = cited.Where(known.ContainsKey).Select(id => texts.ById.TryGetValue(id, out var text) ? Source(text, known[id], references, fiche.Language) : null)
            .Where(source => source is { Label.MayBePrinted: true }).Select(source => source!).ToList();

        var material = new FicheMaterial
        {
            FicheId = fiche.Id,
            Language = fiche.Language,
            Template = study.FicheLook.Length > 0 ? study.FicheLook : fiche.Template,
            Colour = study.Colour,
            Logo = await logos.Of(study, fiche.Language, cancellation),
            State = fiche.State,
            Version = fiche.Version,
            Audience = readers,
            ChangedAt = ChangedAt(fiche),
            StudyName = study.Name,
            StudySlug = study.Slug,
            Funder = study.Funder.In(fiche.Language),
            Licence = study.Licence,
            OfferingId = offering.Id,
            OfferingCode = offering.Code,
            OfferingName = offering.Name,
            FlowName = firstFlow,
            Prose = fiche.Sections.ToDictionary(section => section.Key, section => section.Text.Text),
            Messages = messages,
            Findings = Countable(rows, bound, texts, MayCount, offering.Id),
            Recommendations = measures,
            Quotes = [.. quotes.Select(quote => Material(quote, InLanguage(quote, siblings[quote.Quote.ExcerptId], fiche.Language, readers, known), fiche, readers, known))],
            Quantities = await Quantities(access.StudyId, offering.Id, flowIds, Keys(FactKind.Number), references, cancellation),
            Stages = await Stages(offering, coded.Where(excerpt => countable.Contains(excerpt.SourceTextId)), cancellation),
            Sources = sources,
            Documents = references.Values.ToDictionary(reference => reference.Code, reference => reference.Description),
            Matrix = await context.Matrix(access.StudyId, offering.Id, countable, fiche.Language, cancellation),
            Place = await context.Place(access, offering.Code, fiche.Language, cancellation),
            Method = new MethodMaterial(0, 0, 0, null, null, [], 0),
            Opinions = await context.Opinions(fiche, cancellation),
            Source = await context.Source(fiche, cancellation),
        };
        var listed = EvidenceSections.Listed(material);
        var documents = listed.Where(source => !source.IsVoice).Select(source => source.OriginCode).Concat(EvidenceSections.ListedDocuments(material)).ToHashSet(StringComparer.Ordinal);
        return material with
        {
            Method = (await context.Method(access.StudyId, offering.Id, countable, [.. listed.Select(source => source.SourceTextId)], documents, fiche.Language, cancellation)) with
            {
                CitedConversations = listed.Where(source => source.IsVoice).Select(source => source.Label.Code).Distinct().Count(),
                CitedDocuments = documents.Count,
            },
        };
    }

    private static DateTime ChangedAt(Fiche fiche)
    {
        var saved = fiche.Sections.Select(section => section.Text.SavedAt).Concat(fiche.Messages.Select(message => message.Text.SavedAt)).Append(fiche.InReviewSince).Max();
        // A version 7 identifier holds the instant in which the fiche was made (RFC 9562, section 5.7).
        return saved ?? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(fiche.Id.ToString("N")[..12], 16)).UtcDateTime;
    }

    private async Task<IReadOnlyList<FindingRow>> Findings(Guid studyId, Guid offeringId, List<Guid> bound, List<string> codes, CancellationToken cancellation)
    {
        var ids = await db.Set<Finding>().AsNoTracking()
            .Where(finding => finding.StudyId == studyId && (finding.Offerings.Any(one => one.OfferingId == offeringId) || bound.Contains(finding.Id) || codes.Contains(finding.Code)))
            .Select(finding => finding.Id).ToListAsync(cancellation);
        return await findings.RowsOf(studyId, new FindingFilter(Ids: ids), cancellation);
    }

    private async Task<CitedTexts> Texts(Guid studyId, List<Guid> excerptIds, List<string> codes, CancellationToken cancellation)
    {
        var byExcerpt = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.StudyId == studyId && excerptIds.Contains(excerpt.Id))
            .Select(excerpt => new { excerpt.Id, excerpt.SourceTextId }).ToDictionaryAsync(excerpt => excerpt.Id, excerpt => excerpt.SourceTextId, cancellation);
        // All texts of the study are few beside its excerpts, and quotes may come from any of them.
        var texts = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == studyId)
            .Select(text => new CitedText(text.Id, text.Code, text.Kind, text.OriginId, text.Language, text.FreeOfNamesAt != null)).ToListAsync(cancellation);
        return new CitedTexts(byExcerpt, texts.ToDictionary(text => text.Id),
            [.. codes.Select(code => texts.Where(text => text.Code == code).OrderBy(text => text.Id).FirstOrDefault()).Where(text => text is not null).Select(text => text!.Id)]);
    }

    private async Task<IReadOnlyList<(Quote Quote, Guid SourceTextId, string Language)>> Quotes(Guid studyId, Fiche fiche, List<string> codes, CancellationToken cancellation)
    {
        var chosen = fiche.Quotes.Select(quote => quote.QuoteId).ToList();
        var loaded = await db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals)
            .Where(quote => quote.StudyId == studyId && (chosen.Contains(quote.Id) || codes.Contains(quote.Code))).ToListAsync(cancellation);
        var excerptIds = loaded.Select(quote => quote.ExcerptId).ToList();
        var texts = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerptIds.Contains(excerpt.Id))
            .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt.Id, TextId = text.Id, text.Language })
            .ToDictionaryAsync(excerpt => excerpt.Id, cancellation);
        return [.. loaded
            .OrderBy(quote => chosen.Contains(quote.Id) ? fiche.Quotes.First(one => one.QuoteId == quote.Id).Order : int.MaxValue).ThenBy(quote => quote.Code, StringComparer.Ordinal)
            .Select(quote => (quote, texts[quote.ExcerptId].TextId, texts[quote.ExcerptId].Language))];
    }

    /// <summary>The order in which a reader meets the sources: the anonymous are numbered in it.</summary>
    private static List<Guid> CitationOrder(
        List<MessageMaterial> messages, List<RecommendationRow> measures, IReadOnlyList<FindingRow> rows, IReadOnlyList<FindingSource> bound, CitedTexts texts,
        IReadOnlyList<(Quote Quote, Guid SourceTextId, string Language)> quotes)
    {
        var evidence = bound.ToLookup(one => one.FindingId, one => one.ExcerptId);
        var order = messages.SelectMany(message => message.FindingIds).Concat(measures.SelectMany(row => row.FindingIds)).Concat(rows.Select(row => row.Id)).Distinct();
        return [.. order.SelectMany(id => texts.InOrder(evidence[id])).Concat(quotes.Select(quote => quote.SourceTextId)).Concat(texts.Pointed).Distinct()];
    }

    private static IReadOnlyList<FindingMaterial> Countable(
        IReadOnlyList<FindingRow> rows, IReadOnlyList<FindingSource> bound, CitedTexts texts, Func<Guid, bool> mayCount, Guid offeringId)
    {
        // What may not be printed for this audience is not counted for it either.
        var allowed = bound.Where(one => texts.ByExcerpt.TryGetValue(one.ExcerptId, out var text) && mayCount(text)).ToList();
        var counts = FindingSupport.Count(allowed);
        var supporting = allowed.Where(one => one.IsFor).ToLookup(one => one.FindingId, one => one.ExcerptId);
        return [.. rows.Select(row => new FindingMaterial(
            row with { Support = counts.GetValueOrDefault(row.Id, SupportCount.None) }, texts.InOrder(supporting[row.Id]), row.Offerings.Any(offering => offering.Id == offeringId)))];
    }

    private static SourceMaterial Source(CitedText text, SourceLabel label, IReadOnlyDictionary<Guid, (string Code, string Description)> references, string language)
    {
        var isVoice = text.Kind is SourceKind.Transcript or SourceKind.InterviewNotes;
        var description = isVoice ? label.Text : references.TryGetValue(text.OriginId, out var reference) ? reference.Description : "";
        return new SourceMaterial(text.Id, text.Code, isVoice, label, description, text.IsFreeOfNames);
    }

    /// <summary>The same words as they are printed in a fiche of this language: in its own language, the original before a translation;
    /// else the original rather than a translation into a third language. Only what may be printed stands in for what was chosen, and only
    /// where the excerpt leaves no doubt about which words are the same.</summary>
    private static Quote InLanguage(
        (Quote Quote, Guid SourceTextId, string Language) one, IEnumerable<Quote> sameExcerpt, string language, Audience readers, IReadOnlyDictionary<Guid, SourceLabel> labels)
    {
        var label = labels.GetValueOrDefault(one.SourceTextId);
        if (one.Quote.Language == language || !QuoteReading.MayBePrinted(one.Quote, readers, label)) return one.Quote;
        var printable = sameExcerpt.Where(quote => quote.Id != one.Quote.Id && QuoteReading.MayBePrinted(quote, readers, label)).ToList();
        Quote? Only(Predicate<Quote> which) => printable.FindAll(which) is [var only] ? only : null;
        return Only(quote => quote.Language == language && quote.Form != QuoteForm.Translated) ?? Only(quote => quote.Language == language)
            ?? (one.Quote.Form == QuoteForm.Translated ? Only(quote => quote.Form != QuoteForm.Translated) : null) ?? one.Quote;
    }

    private static QuoteMaterial Material((Quote Quote, Guid SourceTextId, string Language) one, Quote printed, Fiche fiche, Audience readers, IReadOnlyDictionary<Guid, SourceLabel> labels) => new(
        one.Quote.Id, one.Quote.Code, printed.Text, printed.Language, printed.Form, one.Quote.StateFor(readers), one.SourceTextId, one.Language,
        fiche.Quotes.Any(quote => quote.QuoteId == one.Quote.Id),
        QuoteReading.MayBePrinted(one.Quote, readers, labels.GetValueOrDefault(one.SourceTextId)));

    private async Task<IReadOnlyDictionary<Guid, (string Code, string Description)>> References(Guid studyId, CancellationToken cancellation) =>
        (await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == studyId)
            .Select(reference => new { reference.Id, reference.Code, reference.Authors, reference.Title, reference.Year }).ToListAsync(cancellation))
        .ToDictionary(reference => reference.Id, reference => (reference.Code,
            string.Join(", ", new[] { reference.Authors, reference.Title, reference.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "" }.Where(part => part.Length > 0))));

    private async Task<IReadOnlyList<QuantityMaterial>> Quantities(
        Guid studyId, Guid offeringId, List<Guid> flowIds, List<string> keys, IReadOnlyDictionary<Guid, (string Code, string Description)> references, CancellationToken cancellation) =>
        [.. (await db.Set<Quantity>().AsNoTracking()
            .Where(quantity => quantity.StudyId == studyId && (quantity.OfferingId == offeringId || (quantity.FlowId != null && flowIds.Contains(quantity.FlowId.Value)) || keys.Contains(quantity.Key)))
            .OrderBy(quantity => quantity.Key).ThenBy(quantity => quantity.Year).ToListAsync(cancellation))
        .Select(quantity => new QuantityMaterial(
            quantity.Key, quantity.Label, quantity.Value, quantity.Unit, quantity.Year,
            quantity.ReferenceId is { } id && references.TryGetValue(id, out var reference) ? reference.Code : "", quantity.SourceNote, quantity.Locator,
            quantity.OfferingId == offeringId || (quantity.FlowId is { } flow && flowIds.Contains(flow))))];

    private IQueryable<Excerpt> Coded(Guid studyId, Offering offering)
    {
        var stageIds = offering.Stages.Select(stage => stage.Id).ToList();
        return db.Set<Excerpt>().Where(excerpt => excerpt.StudyId == studyId && excerpt.StageId != null && stageIds.Contains(excerpt.StageId.Value));
    }

    private async Task<IReadOnlyList<StageMaterial>> Stages(Offering offering, IQueryable<Excerpt> countable, CancellationToken cancellation)
    {
        var counts = await count.Of(countable, cancellation);
        return [.. offering.Stages.OrderBy(stage => stage.Order).Select(stage =>
        {
            var counted = counts.GetValueOrDefault(stage.Id) ?? StageCount.None;
            return new StageMaterial(stage.Name, counted.Levers, counted.Obstacles);
        })];
    }

    private sealed record CitedText(Guid Id, string Code, SourceKind Kind, Guid OriginId, string Language, bool IsFreeOfNames);

    /// <param name="Pointed">Texts that prose points at by their code.</param>
    private sealed record CitedTexts(IReadOnlyDictionary<Guid, Guid> ByExcerpt, IReadOnlyDictionary<Guid, CitedText> ById, IReadOnlyList<Guid> Pointed)
    {
        public IReadOnlyList<Guid> InOrder(IEnumerable<Guid> excerptIds) =>
            [.. excerptIds.Where(ByExcerpt.ContainsKey).Select(id => ByExcerpt[id]).Distinct().Where(ById.ContainsKey)
                .OrderBy(id => ById[id].Kind is SourceKind.Transcript or SourceKind.InterviewNotes ? 0 : 1).ThenBy(id => ById[id].Code, StringComparer.Ordinal)];
    }
}
