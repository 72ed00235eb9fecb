using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Exchange;

[Collection(LoadedDemonstration.Name)]
public class LoadDemonstrationTests(LoadedDemonstration demonstration)
{
    private readonly TestStudy _test = demonstration.Test;

    [Fact]
    public async Task Everything_that_the_files_hold_comes_in()
    {
        Assert.True(demonstration.Outcome.IsDone, string.Join(' ', demonstration.Outcome.Refusals.SelectMany(refusal => refusal.Arguments)));
        var files = DemonstrationFiles.Shipped;
        var study = files.Read<StudyFile>(StudyFile.FileName);
        var evidence = files.Read<EvidenceFile>(EvidenceLoading.FileName);

        Assert.Equal(study.Offerings.Count, (await _test.All<Offering>()).Count);
        Assert.Equal(study.Flows.Sum(flow => flow.Quantities.Count) + study.OfferingQuantities.Count, (await _test.All<Quantity>()).Count);
        Assert.Equal(files.Read<ExpertsFile>(ExpertLoading.FileName).Experts.Count, (await _test.All<Expert>()).Count);
        Assert.Equal(files.Read<InterviewsFile>(InterviewLoading.FileName).Interviews.Count, (await _test.All<Interview>()).Count);
        Assert.Equal(files.Read<DocumentsFile>(LiteratureLoading.FileName).Documents.Count, (await _test.All<Reference>()).Count);
        Assert.Equal(evidence.Excerpts.Count, (await _test.All<Excerpt>()).Count);
        Assert.Equal(evidence.Quotes.Count, (await _test.All<Quote>()).Count);
        Assert.Equal(files.Read<FindingsFile>(FindingLoading.FileName).Findings.Count, (await _test.All<Finding>()).Count);
        Assert.Equal(files.Read<RecommendationsFile>(RecommendationLoading.FileName).Recommendations.Count, (await _test.All<Recommendation>()).Count);
        Assert.Equal(files.Read<FichesFile>(FicheLoading.FileName).Fiches.Count, (await _test.All<Fiche>()).Count);
        var invited = study.Members.Select(member => member.Account).Concat(study.Committee.Select(member => member.Account));
        Assert.Equal(invited.Order(StringComparer.Ordinal), (await _test.All<Account>()).Select(account => account.Email!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_excerpt_stands_in_its_text_to_the_character()
    {
        var texts = (await _test.All<SourceTextVersion>()).ToDictionary(version => (version.SourceTextId, version.Number), version => version.Text);

        Assert.All(await _test.All<Excerpt>(), excerpt =>
            Assert.Equal(excerpt.Quote, texts[(excerpt.SourceTextId, excerpt.TextVersion)].Substring(excerpt.Start, excerpt.Length)));
    }

    [Fact]
    public async Task The_chain_is_whole_from_each_recommendation_down_to_a_text()
    {
        var db = _test.Get<ConsultDbContext>();
        var recommendations = await db.Set<Recommendation>().AsNoTracking().Include(found => found.Findings).ToListAsync(TestStudy.Cancellation);
        var findings = await db.Set<Finding>().AsNoTracking().Include(found => found.Evidence).ToDictionaryAsync(found => found.Id, TestStudy.Cancellation);

        Assert.All(recommendations, recommendation => Assert.NotEmpty(recommendation.Findings));
        Assert.All(recommendations.SelectMany(recommendation => recommendation.Findings), bound => Assert.NotEmpty(findings[bound.FindingId].Evidence));
    }

    [Fact]
    public async Task Levels_and_states_are_those_of_the_files()
    {
        var db = _test.Get<ConsultDbContext>();
        var levels = await db.Set<Finding>().ToDictionaryAsync(found => found.Code, found => found.Confidence.Level, TestStudy.Cancellation);

        Assert.All(DemonstrationFiles.Shipped.Read<FindingsFile>(FindingLoading.FileName).Findings, entry => Assert.Equal(entry.Level, levels[entry.Code]));
    }

    [Fact]
    public async Task Each_fiche_stands_where_the_files_say_with_its_editions()
    {
        var states = (await _test.All<Fiche>()).ToDictionary(fiche => fiche.Id, fiche => fiche.State);
        var editions = await _test.All<Edition>();
        var files = DemonstrationFiles.Shipped.Read<FichesFile>(FicheLoading.FileName).Fiches;

        Assert.Equal(files.Sum(fiche => fiche.Editions.Count), editions.Count);
        Assert.Equal(files.Select(fiche => fiche.State).Order(), states.Values.Order());
        Assert.Equal(files.SelectMany(fiche => fiche.Editions).Select(edition => edition.PublishedOn).Order(), editions.Select(edition => DateOnly.FromDateTime(edition.PublishedAt)).Order());
    }

    [Fact]
    public async Task Each_offering_retained_has_a_fiche_in_French_that_prints_the_measures_of_the_files()
    {
        var fiches = DemonstrationFiles.Shipped.Read<FichesFile>(FicheLoading.FileName).Fiches;
        var offerings = (await _test.All<Offering>()).ToDictionary(offering => offering.Id, offering => offering.Code);
        var retained = DemonstrationFiles.Shipped.Read<StudyFile>(StudyFile.FileName).Offerings.Where(offering => offering.Retained).Select(offering => offering.Code);
        var db = _test.Get<ConsultDbContext>();
        var measures = await db.Set<Recommendation>().AsNoTracking().Include(found => found.Offerings).ToListAsync(TestStudy.Cancellation);
        var printed = measures.SelectMany(measure => measure.Offerings.Select(bound => (Offering: offerings[bound.OfferingId], measure.Code))).ToLookup(pair => pair.Offering, pair => pair.Code);

        Assert.Equal(retained.Order(StringComparer.Ordinal), fiches.Where(fiche => fiche.Language == "fr").Select(fiche => fiche.Offering).Order(StringComparer.Ordinal));
        Assert.All(fiches, fiche => Assert.Equal(printed[fiche.Offering].Order(StringComparer.Ordinal), fiche.Recommendations));
    }

    [Fact]
    public async Task Editions_name_only_who_agreed_to_it()
    {
        var unnamed = DemonstrationFiles.Shipped.Read<ExpertsFile>(ExpertLoading.FileName).Experts.Where(expert => expert.Consent.Attribution != Attribution.Named).Select(expert => expert.Name);

        Assert.All(await _test.All<Edition>(), edition => Assert.DoesNotContain(unnamed, name => edition.Document.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Its_fiches_and_their_pack_are_written_by_the_command_line()
    {
        var (fiche, pack) = (Path.Combine(_test.Root, "P16.pdf"), Path.Combine(_test.Root, "pack.pdf"));

        var one = await Operations.CommandLineTests.Run(_test, "fiche", "P16", "--study", "demo", "--lang", "fr", "--out", fiche);
        var draft = await Operations.CommandLineTests.Run(_test, "fiche", "P01", "--study", "demo", "--lang", "fr", "--draft", "--out", Path.ChangeExtension(fiche, ".html"));
        var all = await Operations.CommandLineTests.Run(_test, "pack", "--study", "demo", "--lang", "fr", "--out", pack);

        Assert.Equal((0, 0, 0), (one.Code, draft.Code, all.Code));
        Assert.Equal("%PDF-"u8, File.ReadAllBytes(fiche).AsSpan(0, 5));
        Assert.Equal("%PDF-"u8, File.ReadAllBytes(pack).AsSpan(0, 5));
    }

    [Fact]
    public async Task It_comes_once()
    {
        var before = (await _test.All<AuditEntry>()).Count;

        var again = await _test.Get<LoadDemonstration>().Handle(Actor.Operator, new LoadDemonstrationRequest(null), TestStudy.Cancellation);

        Assert.Equal(("StudyExists", "demo"), (Assert.Single(again.Refusals).Key, Assert.Single(again.Refusals).Arguments[0]));
        Assert.Equal(before, (await _test.All<AuditEntry>()).Count);
    }

    [Fact]
    public async Task Whoever_coded_is_on_record_and_the_trail_is_whole()
    {
        var accounts = (await _test.All<Account>()).ToDictionary(account => account.Id, account => account.Email);
        var sources = (await _test.All<SourceText>()).ToDictionary(text => text.Id, text => text.Code);
        var documents = (await _test.All<Reference>()).ToDictionary(reference => reference.CitationKey, reference => reference.Code);
        var coders = DemonstrationFiles.Shipped.Read<EvidenceFile>(EvidenceLoading.FileName).Excerpts.ToLookup(entry => documents.GetValueOrDefault(entry.Source, entry.Source), entry => entry.Coder);

        Assert.All(await _test.All<Excerpt>(), excerpt => Assert.Contains(accounts[excerpt.CodedBy], coders[sources[excerpt.SourceTextId]]));
        Assert.Contains(await _test.All<AuditEntry>(), entry => entry.Subject == nameof(Excerpt) && accounts.GetValueOrDefault(entry.ActorId) == "researcher@demo.example");
        Assert.Null(await AuditTrail.FirstBroken(_test.Get<ConsultDbContext>(), TestStudy.Cancellation));
    }

    [Fact]
    public async Task Who_withdrew_is_erased()
    {
        var withdrawn = DemonstrationFiles.Shipped.Read<ExpertsFile>(ExpertLoading.FileName).Experts.Single(expert => expert.Consent.WithdrawnOn is not null);

        Assert.True(Assert.Single(await _test.All<Expert>(), expert => expert.Code == withdrawn.Code).IsErased);
    }
}
