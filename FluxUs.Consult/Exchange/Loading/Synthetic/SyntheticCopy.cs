using System.Globalization;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Loading.Synthetic;

/// <summary>One copy of the demonstration as entities, with numbers, days and tags of its own. Make its parts in the order of the
/// chain.</summary>
internal sealed class SyntheticCopy(LoadingScene scene, SyntheticContent content, int number, Random random, Guid researcher)
{
    private readonly List<object> _entities = [];
    private readonly Dictionary<string, Guid> _offerings = [], _stages = [], _experts = [], _texts = [], _excerpts = [], _quotes = [], _findings = [];

    /// <summary>Each copy is an earlier stretch of work.</summary>
    private readonly int _daysBefore = (7 * number) + random.Next(7);

    /// <summary>All that was made so far, in an order in which it can be saved.</summary>
    public IReadOnlyList<object> Entities => _entities;

    public static string Code(string prefix, int number) => prefix + number.ToString("00", CultureInfo.InvariantCulture);

    public void MakeCatalogue()
    {
        foreach (var (order, entry) in content.Study.Offerings.Index())
        {
            var circularity = entry.Circularity == "none" ? "" : entry.Circularity;
            var offering = new Offering(scene.StudyId, Next("P", order, content.Study.Offerings.Count), Named(entry.Name), circularity);
            offering.Describe(Named(entry.Name), Named(entry.ShortName), entry.Kind, circularity, entry.Description.ToLocalText());
            offering.PlaceIn(scene.Find("flow", entry.Flows));
            foreach (var stage in entry.Stages) _stages[$"{entry.Code}/{stage.Key}"] = offering.AddStage(stage.Name.ToLocalText()).Id;
            _offerings[entry.Code] = Add(offering).Id;
        }

        foreach (var flow in content.Study.Flows)
        {
            foreach (var figure in flow.Quantities) AddQuantity(figure, scene.Find("flow", flow.Code), null);
        }

        foreach (var figure in content.Study.OfferingQuantities) AddQuantity(figure, null, _offerings[figure.Offering ?? ""]);
        foreach (var entry in content.Study.Organisations)
        {
            var organisation = Add(new Organisation(scene.StudyId, Numbered(entry.Name), entry.Kind.ToLocalText()));
            foreach (var flow in entry.Flows) Add(new OrganisationRole(organisation.Id, scene.Find("flow", flow.Flow), null, flow.Role.ToLocalText()));
        }

        foreach (var entry in content.Study.Programmes)
        {
            var programme = Add(new Programme(scene.StudyId, Numbered(entry.Code), Named(entry.Name)));
            programme.Describe(new ProgrammeContents(
                Named(entry.Name), entry.Kind, entry.Lead.ToLocalText(), entry.Purpose.ToLocalText(), entry.Budget, entry.FirstYear, entry.LastYear, entry.WebAddress, null, entry.SourceNote, "",
                scene.Find("flow", entry.Flows), [.. Offerings(entry.Offerings)]));
        }
    }

    private void AddQuantity(QuantityEntry entry, Guid? flow, Guid? offering)
    {
        var quantity = Add(new Quantity(scene.StudyId, Numbered(entry.Key), entry.Label.ToLocalText(), entry.Value + number, entry.Unit.ToLocalText(), entry.Year));
        quantity.ComesFrom(null, entry.Source, entry.Locator);
        quantity.Measures(flow, offering);
    }

    public void MakeSources(IdentitySeal seal)
    {
        foreach (var (order, entry) in content.Experts.Experts.Index()) _experts[entry.Code] = Add(Expert(entry, order, seal)).Id;
        foreach (var (order, entry) in content.Interviews.Interviews.Index())
        {
            var date = entry.Date.AddDays(-_daysBefore);
            var interview = Add(new Interview(scene.StudyId, Next(Interview.CodePrefix, order, content.Interviews.Interviews.Count), date, entry.Language));
            interview.Schedule(date, entry.Place, entry.Language, entry.Guide);
            interview.BringTogether(entry.Experts.Select(code => _experts[code]), [researcher], Offerings(entry.Offerings));
            if (!content.Texts.TryGetValue(entry.Code, out var text)) continue;
            interview.HandOver();
            AddText(entry.Code, new SourceText(scene.StudyId, text.Kind, interview.Id, interview.Code, entry.Language), text, entry.Experts.Select(code => _experts[code]), entry.Offerings, date);
        }

        foreach (var (order, imported) in content.References.Index())
        {
            var document = content.Documents.Documents.Find(entry => entry.Key == imported.CitationKey) ?? throw scene.Fault($"{imported.CitationKey} is no document of the list");
            var reference = Add(new Reference(scene.StudyId, Next(Reference.CodePrefix, order, content.References.Count), Numbered(document.Key)));
            reference.Describe(imported.Item);
            reference.Concern(Offerings(document.Offerings));
            if (!content.Texts.TryGetValue(document.Key, out var text)) continue;
            AddText(document.Key, new SourceText(scene.StudyId, text.Kind, reference.Id, reference.Code, reference.Language), text, [], document.Offerings, null);
        }
    }

    public void MakeEvidence()
    {
        var tags = content.Study.Codebook.SelectMany(axis => axis.Tags).Select(tag => scene.Find("tag", tag.Code)).ToList();
        foreach (var entry in content.Evidence.Excerpts)
        {
            var text = content.Texts[entry.Source].Text;
            var source = _entities.OfType<SourceText>().First(found => found.Id == _texts[entry.Source]);
            var start = text.IndexOf(entry.Quote, StringComparison.Ordinal);
            if (start < 0) throw scene.Fault($"the quote of {entry.Ref} is not in its source text");
            var at = LoadingScene.Moment((source.Date ?? content.Study.CurrentOn.AddDays(-_daysBefore)).AddDays(2));
            var excerpt = Add(new Excerpt(scene.StudyId, source.Id, source.NumberExcerpt(), 1, ExcerptSpan.Of(text, start, entry.Quote.Length), researcher, at));
            excerpt.TagWith([.. scene.Find("tag", entry.Tags), .. random.Next(5) == 0 ? [tags[random.Next(tags.Count)]] : Array.Empty<Guid>()]);
            excerpt.Concern(Offerings(entry.Offerings));
            if (entry.Stage is { } stage) excerpt.PointAtStage(_stages[$"{entry.Offerings[0]}/{stage}"]);
            _excerpts[entry.Ref] = excerpt.Id;
        }

        foreach (var (order, entry) in content.Evidence.Quotes.Index())
        {
            var quote = Add(new Quote(scene.StudyId, Next("Q-", order, content.Evidence.Quotes.Count), _excerpts[entry.Excerpt], entry.Text, entry.Language, entry.Form));
            foreach (var (audience, approval) in entry.Approvals)
                quote.Record(audience, approval.State, approval.EditedText, researcher, approval.On ?? content.Study.CurrentOn);
            _quotes[entry.Code] = quote.Id;
        }
    }

    public void MakeConclusions()
    {
        foreach (var (order, entry) in content.Findings.Findings.Index())
        {
            var finding = Add(new Finding(scene.StudyId, Next("K-", order, content.Findings.Findings.Count), entry.Statement.Fr, "fr"));
            finding.Translate(entry.Statement.ToLocalText());
            finding.Concern(Offerings(entry.Offerings));
            foreach (var excerpt in entry.For) finding.Bind(_excerpts[excerpt], isFor: true);
            foreach (var excerpt in entry.Against) finding.Bind(_excerpts[excerpt], isFor: false);
            finding.Assess(entry.ToAssessment() with { SettledBy = researcher, SettledAt = LoadingScene.Moment(entry.SettledOn) });
            _findings[entry.Code] = finding.Id;
        }

        foreach (var (order, entry) in content.Recommendations.Recommendations.Index())
        {
            var recommendation = Add(new Recommendation(scene.StudyId, Next("R-", order, content.Recommendations.Recommendations.Count), entry.Statement.Fr, "fr"));
            recommendation.Shape(entry.ToMeasure());
            recommendation.Translate(entry.ToTranslations());
            recommendation.RestOn(entry.Findings.Select(code => _findings[code]));
            recommendation.Concern(Offerings(entry.Offerings));
        }

        foreach (var entry in content.Fiches.Fiches)
        {
            var fiche = Add(new Fiche(scene.StudyId, _offerings[entry.Offering], entry.Language, entry.Template));
            var at = LoadingScene.Moment(content.Study.CurrentOn);
            fiche.Choose(entry.Quotes.Select(code => _quotes[code]));
            foreach (var (key, prose) in entry.Sections) fiche.Section(key).Text.Save(Guid.NewGuid(), 0, prose, researcher, at);
            foreach (var given in entry.Messages)
            {
                var message = fiche.AddMessage();
                message.Text.Save(Guid.NewGuid(), 0, given.Text, researcher, at);
                message.RestOn(given.Findings.Select(code => _findings[code]));
            }
        }
    }

    private Expert Expert(ExpertEntry entry, int order, IdentitySeal seal)
    {
        var roleClass = scene.Find("role class", entry.RoleClass);
        var expert = new Expert(scene.StudyId, Next("X", order, content.Experts.Experts.Count), roleClass);
        expert.Describe(roleClass, entry.Languages, entry.Field.ToLocalText());
        seal.Seal(expert, new ExpertIdentity(Numbered(entry.Name), entry.Organisation, entry.Function.ToLocalText(), Numbered(entry.Email), entry.Phone));
        expert.Agree(new Consent(
            expert.Id, entry.Consent.FormVersion, entry.Consent.GivenOn.AddDays(-_daysBefore), entry.Consent.ValidUntil, entry.Consent.Attribution, true, true, entry.Consent.Reuse));
        return expert;
    }

    private void AddText(string key, SourceText source, SyntheticText text, IEnumerable<Guid> experts, IEnumerable<string> offerings, DateOnly? date)
    {
        var at = LoadingScene.Moment((date ?? content.Study.CurrentOn.AddDays(-_daysBefore)).AddDays(1));
        source.Follow(experts, Offerings(offerings), date);
        source.AddVersion(text.Text, text.Segments, researcher, at, "");
        source.MarkFreeOfNames(researcher, at);
        _texts[key] = Add(source).Id;
    }

    private string Next(string prefix, int order, int each) => Code(prefix, (number * each) + order + 1);

    private string Numbered(string text) => string.Create(CultureInfo.InvariantCulture, $"{text}-{number + 1}");

    private LocalText Named(Words words)
    {
        string? With(string? text) => text is null ? null : string.Create(CultureInfo.InvariantCulture, $"{text} {number + 1}");
        return new LocalText(With(words.Fr), With(words.Nl), With(words.En));
    }

    private IEnumerable<Guid> Offerings(IEnumerable<string> codes) => codes.Select(code => _offerings[code]);

    private T Add<T>(T entity) where T : class
    {
        _entities.Add(entity);
        return entity;
    }
}
