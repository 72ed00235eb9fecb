using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

/// <summary>What evidence stands on, with honest defaults: people with a consent, offerings, texts, tags.</summary>
internal sealed class EvidenceSeed(TestStudy test)
{
    private int _codes;

    public static readonly DateOnly Given = new(2026, 10, 1);

    public async Task<RoleClass> ARoleClass(string name)
    {
        var role = new RoleClass(test.Study.Id, $"role-{++_codes}", new LocalText(name));
        await test.Save(role);
        return role;
    }

    public async Task<Offering> AnOffering(string code = "P01")
    {
        var offering = new Offering(test.Study.Id, code, new LocalText("Éléments démontés"), "R3");
        offering.AddStage(new LocalText("pose, garantie"));
        await test.Save(offering);
        return offering;
    }

    public async Task<Expert> AnExpert(RoleClass role, Attribution? attribution = Attribution.RoleOnly, string name = "Ada Peeters", string function = "responsable d’exploitation", DateOnly? until = null)
    {
        var seal = test.Get<IdentitySeal>();
        var expert = new Expert(test.Study.Id, $"X{++_codes:00}", role.Id);
        expert.Describe(role.Id, ["fr"], new LocalText("filière construction"));
        seal.Seal(expert, new ExpertIdentity(name, "Rotor", new(function), "", ""));
        if (attribution is { } level) expert.Agree(new Consent(expert.Id, "2026-1", Given, until, level, true, true, ConsentReuse.ThisStudy));
        await test.Save(expert);
        return expert;
    }

    /// <summary>An interview's text, made by the act that interviews use.</summary>
    public async Task<SourceText> AText(StudyAccess researcher, string words, IReadOnlyList<Expert> experts, IReadOnlyList<Offering> offerings, IReadOnlyList<SegmentDraft>? segments = null)
    {
        var made = await test.Get<MakeSourceText>().Handle(researcher, new MakeSourceTextRequest(
            Guid.NewGuid(), SourceKind.Transcript, Guid.NewGuid(), $"E-{++_codes:00}", "fr", words, segments ?? [],
            [.. experts.Select(expert => expert.Id)], [.. offerings.Select(offering => offering.Id)], new DateOnly(2026, 10, 14)), TestStudy.Cancellation);
        Assert.True(made.IsDone);
        return (await test.All<SourceText>()).Single(text => text.Id == made.Value);
    }

    public async Task<Tag> ATag(string code = "insurance-refusal", TagKind kind = TagKind.Obstacle)
    {
        var tag = new Tag(test.Study.Id, code, new LocalText(code), kind, "#a3341f", null, ++_codes);
        await test.Save(tag);
        return tag;
    }

    public async Task<AddedExcerpt> AnExcerpt(StudyAccess researcher, SourceText text, int start, int length, params Tag[] tags)
    {
        var added = await test.Get<AddExcerpt>().Handle(researcher, new AddExcerptRequest(
            Guid.NewGuid(), text.Id, text.CurrentVersion, start, length, new Coding([.. tags.Select(tag => tag.Id)], null, [])), TestStudy.Cancellation);
        Assert.Equal(OutcomeKind.Done, added.Kind);
        return added.Value!;
    }
}
