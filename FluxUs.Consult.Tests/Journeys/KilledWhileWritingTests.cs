using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Tests.Interviews;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Eight people write at once while the server is killed, again and again: what it said it has, it has.</summary>
public class KilledWhileWritingTests
{
    private const int Writers = 8, Rounds = 3, AnswersARound = 60;

    [Fact]
    public async Task No_text_that_was_acknowledged_is_lost_when_the_server_is_killed_under_eight_writers()
    {
        await using var scene = await InterviewScene.Create(on: await TestStudy.Create(TimeProvider.System));
        var account = await scene.Test.AddMember(Consult.Studies.Roles.Researcher);
        var questions = scene.Test.Get<InterviewGuides>().Find("operator")!.Questions.Take(Writers).Select(question => question.Code).ToList();
        await using var server = new ServerProcess(scene.Test.Root);
        await server.Start();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Address) };
        Assert.Equal(System.Net.HttpStatusCode.Found, (await TestSite.Post(client, "/sign-in", "sign-in", ("Email", account.Email!), ("Password", TestStudy.Password))).StatusCode);
        var key = await client.GetFromJsonAsync<JsonElement>("/autosave/key", TestStudy.Cancellation);
        client.DefaultRequestHeaders.Add(key.GetProperty("header").GetString()!, key.GetProperty("token").GetString());

        var acknowledged = new ConcurrentDictionary<string, int>();
        for (var round = 0; round < Rounds; round++)
        {
            if (round > 0) await server.Start();
            var standing = await Standing(scene.Test);
            var (answers, enough) = (0, new TaskCompletionSource());
            var writing = questions.Select(question => Task.Run(async () =>
            {
                var (number, revision) = standing.GetValueOrDefault(question, (0, 0));
                for (; ; )
                {
                    var text = new AutosaveText(Guid.NewGuid(), revision, (++number).ToString(CultureInfo.InvariantCulture));
                    using var answer = await client.PutAsJsonAsync($"/autosave/interview-note/wood.E-01.{question}", text, TestStudy.Cancellation);
                    if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{question} {number}: {(int)answer.StatusCode}");
                    revision = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestStudy.Cancellation)).GetProperty("revision").GetInt32();
                    acknowledged[question] = number;
                    if (Interlocked.Increment(ref answers) == AnswersARound) enough.SetResult();
                }
            }, TestStudy.Cancellation)).ToList();

            await Task.WhenAny([enough.Task, .. writing]);
            server.Kill();
            // Whoever was cut off was not answered; anything else is a fault.
            foreach (var writer in writing) await Assert.ThrowsAnyAsync<Exception>(() => writer);
            Assert.All(writing, writer => Assert.True(writer.Exception!.InnerException is HttpRequestException or IOException, writer.Exception.InnerException!.Message));
            Assert.True(answers >= AnswersARound, $"Only {answers} answers.");

            var kept = await Standing(scene.Test);
            Assert.All(acknowledged, one => Assert.True(kept[one.Key].Number >= one.Value, $"{one.Key}: {one.Value} was acknowledged, {kept[one.Key].Number} is there."));
        }

        Assert.Null(await AuditTrail.FirstBroken(scene.Test.Get<ConsultDbContext>(), TestStudy.Cancellation));
    }

    [Fact]
    public async Task Every_connection_waits_for_the_disk_and_wipes_what_it_deletes()
    {
        await using var test = await TestStudy.Create();
        var db = test.Get<ConsultDbContext>().Database;
        // 2 is FULL, https://sqlite.org/pragma.html#pragma_synchronous: with less a kill loses nothing and a power cut does.
        var full = await db.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(TestStudy.Cancellation);
        var wipes = await db.SqlQueryRaw<int>("SELECT secure_delete AS Value FROM pragma_secure_delete").SingleAsync(TestStudy.Cancellation);
        var keys = await db.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(TestStudy.Cancellation);
        Assert.Equal((2, 1, 1), (full, wipes, keys));
    }

    private static async Task<Dictionary<string, (int Number, int Revision)>> Standing(TestStudy test) =>
        (await test.All<InterviewNote>()).ToDictionary(note => note.Question, note => (int.Parse(note.Text.Text, CultureInfo.InvariantCulture), note.Text.Revision));
}
