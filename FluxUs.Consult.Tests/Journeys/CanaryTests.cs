using System.IO.Compression;
using System.Net;
using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Fiches;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>One word that is nowhere else in each protected field and at each level, and everything that each role can reach read
/// for them: pages, exports, drafts and editions as PDF, names of files, logs, the ledger and the database itself.</summary>
public class CanaryTests
{
    private const Roles Nobody = Roles.None, Researchers = Roles.Manager | Roles.Researcher, Team = Roles.Team, Everyone = Roles.Everyone;

    /// <summary>Who may read each; "visitor" is nobody's role and may read none.</summary>
    private static readonly Dictionary<string, Roles> Canaries = new()
    {
        // Identities: by page nobody, whoever looks; they are opened by an act that asks for the password.
        ["qanarynamesealed"] = Nobody,
        ["qanaryorganisationsealed"] = Nobody,
        ["qanaryfunctionsealed"] = Nobody,
        ["qanaryemailsealed"] = Nobody,
        ["qanaryphonesealed"] = Nobody,
        ["qanarynameunsigned"] = Nobody,
        ["qanaryfunctionunsigned"] = Nobody,
        ["qanarynamerole"] = Nobody,
        ["qanaryorganisationrole"] = Nobody,
        ["qanaryemailnamed"] = Nobody,
        // Agreed to be named, function and organisation with it, and is quoted in the fiche.
        ["qanarynamenamed"] = Everyone,
        // Words: closed texts to researchers, cleared ones to the team, released quotes to those they are released for.
        ["qanarytextclosed"] = Researchers,
        ["qanaryquoteclosed"] = Researchers,
        ["qanaryspeaker"] = Researchers,
        ["qanarymemo"] = Researchers,
        ["qanarynote"] = Researchers,
        ["qanaryfile"] = Researchers,
        ["qanarytextcleared"] = Team,
        ["qanaryquoteasked"] = Team,
        ["qanaryquotereleased"] = Everyone,
        ["qanarycomment"] = Team | Roles.Committee,
    };

    [Theory]
    [InlineData(Roles.Manager, false)]
    [InlineData(Roles.Researcher, false)]
    [InlineData(Roles.Editor, false)]
    [InlineData(Roles.Editor, true)]
    [InlineData(Roles.Committee, false)]
    [InlineData(Roles.Committee, true)]
    [InlineData(Roles.None, true)]
    public async Task Nobody_reaches_a_word_that_is_not_theirs_to_read(Roles role, bool isPublished)
    {
        await using var site = await TestSite.Create();
        var edition = await Plant(site.Study, isPublished);
        using var reader = role == Roles.None ? site.Visitor() : await site.SignIn(role);

        var (found, read) = (new List<string>(), 0);
        string[] doors = ["/studies", "/studies/wood", "/studies/wood/committee", "/studies/wood/export.zip", "/studies/wood/pack/fr.pdf", "/studies/wood/fiches/P01/fr.pdf",
            "/studies/wood/fiches/P01/fr/live", "/studies/wood/fiches/P01/fr/tokens", $"/editions/{edition}", $"/editions/{edition}.pdf", "/studies/wood/evidence/E-90", "/studies/wood/evidence?words=qanary",
            "/studies/wood/interviews/E-01", "/studies/wood/interviews/E-01/notes/all", "/studies/wood/experts", "/studies/wood/experts/X01"];
        await foreach (var answer in Crawl.From(reader, doors, TestStudy.Cancellation))
        {
            read++;
            foreach (var (place, text) in Texts(answer))
            {
                found.AddRange(Canaries.Where(canary => (canary.Value & role) == 0 && text.Contains(canary.Key, StringComparison.OrdinalIgnoreCase)).Select(canary => $"{place}: {canary.Key}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
        Assert.True(read > (role == Roles.None ? 0 : 5), $"Only {read} answers.");
    }

    [Fact]
    public async Task What_may_be_read_is_there_to_be_read_so_that_the_search_is_no_empty_one()
    {
        await using var site = await TestSite.Create();
        await Plant(site.Study, isPublished: false);
        using var reader = await site.SignIn(Roles.Manager);
        var missing = Canaries.Where(canary => canary.Value != Nobody).Select(canary => canary.Key).ToHashSet();

        await foreach (var answer in Crawl.From(reader, ["/studies/wood", "/studies/wood/interviews/E-01/notes/all", "/studies/wood/evidence/E-90?excerpt=1", "/studies/wood/fiches/P01/fr"], TestStudy.Cancellation))
            missing.RemoveWhere(canary => Texts(answer).Any(text => text.Text.Contains(canary, StringComparison.OrdinalIgnoreCase)));

        Assert.True(missing.Count == 0, string.Join(' ', missing));
    }

    [Fact]
    public async Task No_identity_stands_open_in_the_files_of_the_installation()
    {
        await using var test = await TestStudy.Create(TimeProvider.System);
        await Plant(test, isPublished: true);

        var open = Canaries.Keys.Where(canary => canary.StartsWith("qanaryname", StringComparison.Ordinal) || canary.StartsWith("qanaryemail", StringComparison.Ordinal)
            || canary.StartsWith("qanaryorganisation", StringComparison.Ordinal) || canary.StartsWith("qanaryphone", StringComparison.Ordinal)).ToList();
        // The edition prints the one who agreed to be named.
        open.Remove("qanarynamenamed");
        Assert.All(open, canary => Assert.False(DatabaseBytes.Hold(test.Root, canary), canary));
        foreach (var file in Directory.EnumerateFiles(test.Root, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("consult.db", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("qanary", Path.GetFileName(file), StringComparison.OrdinalIgnoreCase);
            if (!file.Contains("attachments", StringComparison.Ordinal)) Assert.DoesNotContain("qanary", await File.ReadAllTextAsync(file, TestStudy.Cancellation), StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(await test.All<AuditEntry>(), entry => Assert.False(
            Canaries.Keys.Any(canary => canary != "qanarycomment" && entry.Details.Contains(canary, StringComparison.OrdinalIgnoreCase)), $"{entry.Subject}: {entry.Details}"));
    }

    private static IEnumerable<(string Place, string Text)> Texts(Crawled answer)
    {
        yield return (answer.Address, answer.Address + " " + answer.FileName);
        if (answer.MediaType == "application/zip")
        {
            using var zip = new ZipArchive(new MemoryStream(answer.Body));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                yield return ($"{answer.Address} {entry.FullName}", entry.FullName + " " + reader.ReadToEnd());
            }
        }
        else if (answer.MediaType == "application/pdf")
        {
            using var file = new TemporaryFile(answer.Body, ".pdf");
            yield return (answer.Address, ExternalTool.Run("pdftotext", file.Path, "-").Output.ReplaceLineEndings(" ") + ExternalTool.Run("pdfinfo", file.Path).Output);
        }
        else
        {
            yield return (answer.Address, WebUtility.HtmlDecode(answer.Html));
        }
    }

    /// <param name="isPublished">An edition in place of a review with a comment; it prints no quote that is not released.</param>
    /// <returns>The edition, if there is one.</returns>
    private static async Task<Guid> Plant(TestStudy test, bool isPublished)
    {
        var study = await FicheStudy.In(test);
        var (researcher, findings) = (study.Findings.Researcher, study.Findings);
        async Task<Expert> Known(Attribution? attribution, ExpertIdentity identity)
        {
            var expert = await findings.AnExpert(attribution: attribution);
            await test.Change<Expert>(one => test.Get<IdentitySeal>().Seal(one, identity), one => one.Id == expert.Id);
            return expert;
        }

        var hidden = await Known(Attribution.Anonymous, new("Qanarynamesealed", "Qanaryorganisationsealed", new("Qanaryfunctionsealed", "Qanaryfunctionsealeddutch"), "qanaryemailsealed@x.example", "qanaryphonesealed"));
        var unsigned = await Known(null, new("Qanarynameunsigned", "", new("Qanaryfunctionunsigned"), "", ""));
        var role = await Known(Attribution.RoleOnly, new("Qanarynamerole", "Qanaryorganisationrole", new(""), "", ""));
        var named = await Known(Attribution.Named, new("Qanarynamenamed", "", new(""), "qanaryemailnamed@x.example", ""));

        var closed = new SourceText(test.Study.Id, SourceKind.Transcript, Guid.CreateVersion7(), "E-90", "fr");
        const string Words = "Ici qanarytextclosed se dit. Plus loin qanaryquoteclosed aussi.";
        closed.AddVersion(Words, [new SegmentDraft(0, Words.Length, "qanaryspeaker", hidden.Id, null, null, null, null)], researcher.Actor.Id, test.Time.GetUtcNow().UtcDateTime, "");
        closed.Follow([hidden.Id, unsigned.Id, role.Id], [findings.Offering.Id], new DateOnly(2026, 5, 4));
        var excerpt = new Excerpt(test.Study.Id, closed.Id, closed.NumberExcerpt(), 1, ExcerptSpan.Of(Words, 29, Words.Length - 29), researcher.Actor.Id, test.Time.GetUtcNow().UtcDateTime);
        excerpt.Concern([findings.Offering.Id]);
        await test.Save(closed, excerpt, new Quote(test.Study.Id, "Q-90", excerpt.Id, "Plus loin qanaryquoteclosed aussi.", "fr", QuoteForm.Whole));
        await test.Get<KeepMemo>().Handle(researcher, new(excerpt.Id, Guid.NewGuid(), 0, "Un qanarymemo."), TestStudy.Cancellation);
        Assert.True((await findings.AFinding("On dit cela.", excerpt)).Id != Guid.Empty);

        var cleared = await findings.Said("Le qanarytextcleared est lu. Et qanaryquoteasked attend.", hidden);
        await test.Get<MarkFreeOfNames>().Handle(researcher, new(Guid.NewGuid(), cleared.SourceTextId, 1), TestStudy.Cancellation);
        var asked = new Quote(test.Study.Id, "Q-91", cleared.Id, "Et qanaryquoteasked attend.", "fr", QuoteForm.Whole);
        asked.Record(Audience.Committee, ApprovalState.Asked, null, researcher.Actor.Id, new DateOnly(2026, 11, 1));
        var said = await findings.Said("Un qanaryquotereleased que tous lisent.", named);
        var released = new Quote(test.Study.Id, "Q-92", said.Id, "Un qanaryquotereleased que tous lisent.", "fr", QuoteForm.Whole);
        released.Record(Audience.Committee, ApprovalState.Approved, null, researcher.Actor.Id, new DateOnly(2026, 11, 1));
        await test.Save(asked, released);
        await test.Get<ChooseQuotes>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, isPublished ? ["Q-01", "Q-92"] : ["Q-01", "Q-90", "Q-91", "Q-92"]), TestStudy.Cancellation);

        var interview = new Interview(test.Study.Id, "E-01", new DateOnly(2026, 5, 4), "fr");
        interview.Schedule(new DateOnly(2026, 5, 4), "", "fr", "operator");
        interview.BringTogether([hidden.Id], [], [findings.Offering.Id]);
        await test.Save(interview);
        await test.Get<KeepInterviewNote>().Handle(researcher, new("E-01", InterviewGuides.Free, new(Guid.NewGuid(), 0, "Une qanarynote.")), TestStudy.Cancellation);
        await test.Get<BringTranscript>().Handle(researcher, new(Guid.NewGuid(), "E-01", "qanaryfile.vtt", new MemoryStream(Encoding.UTF8.GetBytes("WEBVTT\n\n00:01.000 --> 00:04.000\n<v A>Bonjour.\n"))), TestStudy.Cancellation);

        Assert.True((await test.Get<SendToReview>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version, Knowingly: !isPublished), TestStudy.Cancellation)).IsDone);
        if (isPublished)
        {
            await test.Get<ApproveFiche>().Handle(await test.As(Roles.Committee), new(Guid.NewGuid(), FicheStudy.Name, Opinion.WithoutReserve, ""), TestStudy.Cancellation);
            var edition = await test.Get<PublishFiche>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, (await study.Fiche()).Version, ""), TestStudy.Cancellation);
            Assert.True(edition.IsDone, string.Join(' ', edition.Refusals.Select(refusal => refusal.Key)));
            return edition.Value;
        }

        await test.Get<CommentFiche>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, "", "Un qanarycomment."), TestStudy.Cancellation);
        return Guid.Empty;
    }
}
