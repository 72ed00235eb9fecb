using System.Security.Cryptography;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Experts;

public class SealedIdentityTests
{
    [Fact]
    public async Task No_word_of_an_identity_stands_anywhere_in_the_files_of_the_database()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher, "Gwenaëlle Zwartbroek", "gwen@zuunbeek.example");
        await test.Get<OpenIdentities>().Handle(researcher, [code], TestStudy.Cancellation);

        foreach (var word in new[] { "Zwartbroek", "Gwena", "Zuunbeek", "zuunbeek", "555 99 17", "cheffe" })
            Assert.False(DatabaseBytes.Hold(test.Root, word), word);
        Assert.True(DatabaseBytes.Hold(test.Root, "filière bois"));
    }

    [Theory]
    [InlineData("cheffe d’atelier", "atelierchef", "")]
    [InlineData("", "", "workshop manager")]
    [InlineData("cheffe\u001Fd’atelier", "", "")]
    public async Task A_function_is_sealed_in_its_three_languages_together(string french, string dutch, string english)
    {
        await using var test = await TestStudy.Create();
        var code = await test.AddExpert(await test.As(Roles.Researcher));
        var function = new LocalText(french, dutch, english);

        await test.Change<Expert>(expert => test.Get<IdentitySeal>().Seal(expert, new ExpertIdentity("Ada", "Rotor", function, "", "")), expert => expert.Code == code);

        Assert.Equal(new LocalText(french.Replace('\u001F', ' '), dutch, english), test.Get<IdentitySeal>().Open(Assert.Single(await test.All<Expert>())).Function);
        Assert.False(DatabaseBytes.Hold(test.Root, "atelierchef"));
    }

    [Fact]
    public async Task A_function_that_was_sealed_when_there_was_one_language_opens_as_the_French()
    {
        await using var test = await TestStudy.Create();
        await test.AddExpert(await test.As(Roles.Researcher));
        var seal = test.Get<IdentitySeal>();
        // The seal of one language alone is that of then: the text as it is.
        await test.Change<Expert>(expert => seal.Seal(expert, seal.Open(expert) with { Function = new LocalText("cheffe d’atelier") }));

        var function = seal.Open(Assert.Single(await test.All<Expert>())).Function;

        Assert.Equal(new LocalText("cheffe d’atelier"), function);
        Assert.Equal("cheffe d’atelier", function.In("nl"));
    }

    [Theory]
    [InlineData("SealedName")]
    [InlineData("WrappedKey")]
    public async Task A_sealed_value_of_one_row_does_not_open_in_another(string column)
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await test.AddExpert(researcher, "Anna Een");
        await test.AddExpert(researcher, "Boris Twee");
        var db = test.Get<ConsultDbContext>();
        var statement = "UPDATE Expert SET " + column + " = (SELECT " + column + " FROM Expert WHERE Code = 'X01') WHERE Code = 'X02'";
        await db.Database.ExecuteSqlRawAsync(statement, TestStudy.Cancellation);

        var seal = test.Get<IdentitySeal>();
        var experts = await test.All<Expert>();

        Assert.Equal("Anna Een", seal.Open(experts.Single(expert => expert.Code == "X01")).Name);
        Assert.Throws<AuthenticationTagMismatchException>(() => seal.Open(experts.Single(expert => expert.Code == "X02")));
    }

    [Fact]
    public async Task A_value_moved_to_another_column_of_its_row_does_not_open()
    {
        await using var test = await TestStudy.Create();
        await test.AddExpert(await test.As(Roles.Researcher));
        await test.Get<ConsultDbContext>().Database.ExecuteSqlRawAsync("UPDATE Expert SET SealedFunction = SealedName", TestStudy.Cancellation);

        var expert = Assert.Single(await test.All<Expert>());

        Assert.Throws<AuthenticationTagMismatchException>(() => test.Get<IdentitySeal>().Open(expert));
    }

    [Fact]
    public async Task An_identity_shows_only_after_the_password_was_given_again_and_who_looked_is_kept()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);

        var fresh = await test.Get<OpenIdentities>().Handle(researcher, [code], TestStudy.Cancellation);
        test.Wait(TimeSpan.FromMinutes(10));
        var stale = await test.Get<OpenIdentities>().Handle(researcher, [code], TestStudy.Cancellation);

        Assert.Equal("Gwenaëlle Zwartbroek", fresh.Value![code].Name);
        Assert.Equal("ConfirmFirst", Assert.Single(stale.Refusals).Key);
        var opening = Assert.Single(await test.All<IdentityOpening>());
        Assert.Equal(researcher.Actor.Id, opening.OpenedBy);
        Assert.Contains(await test.All<AuditEntry>(), entry => entry.Subject == nameof(IdentityOpening) && entry.ActorId == researcher.Actor.Id);
    }

    [Fact]
    public async Task The_same_person_written_otherwise_is_found_without_opening_anything()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await test.AddExpert(researcher, "Gwenaëlle Zwartbroek", "gwen@zuunbeek.example");

        var sameName = await test.TryAddExpert(researcher, " gwenaelle  ZWARTBROEK ");
        var sameAddress = await test.TryAddExpert(researcher, "G. Z.", "GWEN@zuunbeek.example");
        var other = await test.TryAddExpert(researcher, "Gwenaëlle Zwartbroek", isAnother: true);

        Assert.Equal("X01", Assert.Single(Assert.Single(sameName.Refusals).Arguments));
        Assert.False(sameAddress.IsDone);
        Assert.Equal("X02", other.Value);
    }

    [Fact]
    public async Task Experts_of_another_study_are_neither_found_nor_opened()
    {
        await using var test = await TestStudy.Create();
        var other = new Study("steel", new LocalText("Acier"));
        await test.Save(other);
        var code = await test.AddExpert(await test.As(Roles.Researcher, other));
        var researcher = await test.As(Roles.Researcher);

        Assert.Equal(OutcomeKind.NotFound, (await test.Get<ReadExpert>().Run(researcher, code, TestStudy.Cancellation)).Kind);
        Assert.Empty((await test.Get<OpenIdentities>().Handle(researcher, [code], TestStudy.Cancellation)).Value!);
        Assert.Equal("X01", await test.AddExpert(researcher));
    }
}
