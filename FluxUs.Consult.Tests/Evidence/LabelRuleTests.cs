using CsCheck;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;

namespace FluxUs.Consult.Tests.Evidence;

public class LabelRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static LabelledVoice Voice(Attribution? attribution = Attribution.RoleOnly, int sameRole = 3, int onOffering = 3, ConsentState state = ConsentState.Given, string field = "filière textile") =>
        new(new ConsentStanding(state, attribution), "Ada Peeters", "responsable d’exploitation", "Rotor", "opérateur de collecte", field, sameRole, onOffering);

    private static LabelWords Label(params LabelledVoice[] voices) => LabelRule.For(voices, Audience.Committee, 2026, "fr");

    [Fact]
    public void A_named_expert_is_called_by_name_function_organisation_and_year() =>
        Assert.Equal("Ada Peeters, responsable d’exploitation, Rotor, 2026", Label(Voice(Attribution.Named, 1, 1)).Text);

    [Fact]
    public void A_role_that_three_share_on_the_offering_stands_with_its_function() =>
        Assert.Equal("responsable d’exploitation, opérateur de collecte, 2026", Label(Voice()).Text);

    [Fact]
    public void A_role_that_three_share_only_in_the_study_stands_without_function() =>
        Assert.Equal("opérateur de collecte, 2026", Label(Voice(sameRole: 3, onOffering: 2)).Text);

    [Fact]
    public void A_role_that_two_share_is_not_told() => Assert.Equal("expert·e", Label(Voice(sameRole: 2, onOffering: 2)).Text);

    [Fact]
    public void An_anonymous_expert_is_told_by_field_without_year() =>
        Assert.Equal("expert·e, filière textile", Label(Voice(Attribution.Anonymous, 9, 9)).Text);

    [Theory]
    [InlineData("nl", "expert, filière textile")]
    [InlineData("en", "expert, filière textile")]
    public void The_label_speaks_the_language_of_the_fiche(string language, string expected) =>
        Assert.Equal(expected, LabelRule.For([Voice(Attribution.Anonymous)], Audience.Public, 2026, language).Text);

    [Fact]
    public void In_a_conversation_of_several_the_strictest_wins()
    {
        Assert.Equal(LabelLevel.Field, Label(Voice(Attribution.Named), Voice(Attribution.Anonymous)).Level);
        Assert.Equal(LabelLevel.Person, Label(Voice(Attribution.Named), Voice(sameRole: 1)).Level);
    }

    [Fact]
    public void Two_fields_are_not_told_together() =>
        Assert.Equal("expert·e", Label(Voice(Attribution.Anonymous), Voice(Attribution.Anonymous, field: "filière bois")).Text);

    [Fact]
    public void Without_a_consent_the_team_sees_an_anonymous_voice_and_nobody_else_anything()
    {
        var silent = Voice(null, state: ConsentState.None);

        Assert.Equal("expert·e, filière textile", LabelRule.For([silent], Audience.Team, 2026, "fr").Text);
        Assert.True(LabelRule.For([silent], Audience.Team, 2026, "fr").MayBePrinted);
        Assert.False(LabelRule.For([silent], Audience.Committee, 2026, "fr").MayBePrinted);
        Assert.False(LabelRule.For([], Audience.Public, 2026, "fr").MayBePrinted);
    }

    [Fact]
    public void Withdrawn_words_are_nobodys() => Assert.False(LabelRule.For([Voice(null, state: ConsentState.Withdrawn)], Audience.Team, 2026, "fr").MayBePrinted);

    [Fact]
    public void The_last_consent_counts_and_of_one_day_the_strictest()
    {
        Assert.Equal(Attribution.RoleOnly, Standing(Given(1, Attribution.Named), Given(2, Attribution.RoleOnly)).Attribution);
        Assert.Equal(Attribution.Anonymous, Standing(Given(2, Attribution.Named), Given(2, Attribution.Anonymous)).Attribution);
    }

    [Fact]
    public void A_consent_ends_with_its_last_day()
    {
        Assert.Equal(ConsentState.Given, Standing(Given(1, Attribution.Named, until: Today)).State);
        Assert.Equal(ConsentState.Expired, Standing(Given(1, Attribution.Named, until: Today.AddDays(-1))).State);
        Assert.Null(Standing(Given(1, Attribution.Named, until: Today.AddDays(-1))).Attribution);
    }

    [Fact]
    public void A_withdrawal_holds_until_a_later_consent()
    {
        var withdrawn = Given(1, Attribution.Named);
        withdrawn.Withdraw(new DateOnly(2026, 11, 3));

        Assert.Equal(ConsentState.Withdrawn, Standing(withdrawn).State);
        Assert.Equal(Attribution.Anonymous, Standing(withdrawn, Given(20, Attribution.Anonymous)).Attribution);
    }

    [Fact]
    public void A_consent_of_tomorrow_does_not_count_today() => Assert.Equal(ConsentState.None, Standing(Given(25, Attribution.Named)).State);

    private static readonly Gen<LabelledVoice> AnyVoice = Gen.Select(
        Gen.Enum<Attribution>(), Gen.Bool, Gen.Int[1, 5], Gen.Int[1, 5], Gen.Enum<ConsentState>(),
        (attribution, agreed, sameRole, onOffering, state) => Voice(agreed ? attribution : null, sameRole, Math.Min(sameRole, onOffering), agreed ? ConsentState.Given : state == ConsentState.Given ? ConsentState.None : state));

    [Fact]
    public void A_name_is_told_only_when_everyone_agreed_to_be_named() => Gen.Select(AnyVoice.Array[0, 4], Gen.Enum<Audience>()).Sample((voices, audience) =>
    {
        var label = LabelRule.For(voices, audience, 2026, "fr");
        return !label.Text.Contains("Peeters", StringComparison.Ordinal) || Array.TrueForAll(voices, voice => voice.Consent.Attribution == Attribution.Named);
    });

    [Fact]
    public void A_role_is_told_only_where_three_share_it() => Gen.Select(AnyVoice.Array[1, 4], Gen.Enum<Audience>()).Sample((voices, audience) =>
    {
        var text = LabelRule.For(voices, audience, 2026, "fr").Text;
        bool Shared(Func<LabelledVoice, int> count) => Array.TrueForAll(voices, voice => voice.Consent.Attribution == Attribution.Named || count(voice) >= LabelRule.SmallCell);
        return (!text.Contains("collecte", StringComparison.Ordinal) || Shared(voice => voice.SameRole))
            && (!text.Contains("responsable", StringComparison.Ordinal) || Shared(voice => voice.SameRoleOnOffering));
    });

    [Fact]
    public void Another_voice_never_tells_more() => Gen.Select(AnyVoice.Array[1, 3], AnyVoice, Gen.Enum<Audience>()).Sample((voices, more, audience) =>
    {
        var (fewer, all) = (LabelRule.For(voices, audience, 2026, "fr"), LabelRule.For([.. voices, more], audience, 2026, "fr"));
        return all.Level <= fewer.Level && (fewer.MayBePrinted || !all.MayBePrinted);
    });

    [Fact]
    public void What_one_consent_of_a_day_allows_and_another_does_not_is_not_allowed()
    {
        var (open, closed) = (Given(2, Attribution.Named), new Consent(Guid.NewGuid(), "2026-1", new DateOnly(2026, 11, 2), null, Attribution.Named, false, true, ConsentReuse.ThisStudy));

        Assert.Equal((false, true), (Standing(open, closed).Recording, Standing(open, closed).Transcript));
        Assert.False(Standing(Given(1, Attribution.Named, until: Today.AddDays(-1))).Transcript);
    }

    private static Consent Given(int day, Attribution attribution, DateOnly? until = null) =>
        new(Guid.NewGuid(), "2026-1", new DateOnly(2026, 11, day), until, attribution, true, true, ConsentReuse.ThisStudy);

    private static ConsentStanding Standing(params Consent[] consents) => ConsentStanding.On(Today, consents);
}
