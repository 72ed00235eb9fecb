using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using FluxUs.Consult.Evidence.Anchoring;
using FluxUs.Consult.Interviews.Transcripts;
using FluxUs.Consult.Literature.Importing;

namespace FluxUs.Consult.Benchmarks.Interviews;

/// <summary>A transcript of 2 MB, a bibliography of 5,000 entries, and 2,000 anchors placed in a corrected text.</summary>
[MemoryDiagnoser]
public class TranscriptImportBenchmarks
{
    private const int TwoMegabytes = 2 * 1024 * 1024;
    private const string Words = "On récupère les briques, on les nettoie à la main, puis elles repartent sur un autre chantier.";

    private byte[] _captions = [];
    private byte[] _rolling = [];
    private byte[] _typed = [];
    private byte[] _bibliography = [];
    private string _before = "";
    private string _after = "";
    private List<TextAnchor> _anchors = [];

    [GlobalSetup]
    public void Write()
    {
        _captions = Fill("WEBVTT\n\n", i => $"{Time(i * 4)} --> {Time((i * 4) + 4)}\n<v Voix {i / 3 % 2}>{Words}</v>\n\n");
        _rolling = Fill("WEBVTT\n\n", i => $"{Time(i * 4)} --> {Time((i * 4) + 4)}\n{Words} {i - 1}\n{Words} {i}\n\n");
        _typed = Fill("", i => $"[{Time(i * 4)}] Voix {i % 2}: {Words}\n\n");
        _bibliography = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5_000).Select(i =>
            $$$"""
            @article{key{{{i}}},
              author = {Dupont, {\'E}lodie and van den Berg, Jan and {Commission europ{\'e}enne}},
              title = {The {R} ladder of {{{i}}} streams: from waste to {CO$_2$}},
              journal = {Journal of Streams}, year = {{{1990 + (i % 35)}}}, volume = {{{i % 60}}}, pages = "{{{i}}}--{{{i + 9}}}",
              abstract = { {{{Words}}} {{{Words}}} {{{Words}}} }
            }

            """)));
        var lines = Enumerable.Range(0, 20_000).Select(i => $"{i}. {Words}").ToArray();
        _before = string.Join('\n', lines);
        _anchors = [.. Enumerable.Range(0, 2_000).Select(i => TextAnchor.Of(_before, i * (_before.Length / 2_000), 60))];
        for (var i = 0; i < lines.Length; i += 40)
            lines[i] = lines[i].Replace("nettoie", "frotte", StringComparison.Ordinal);
        _after = string.Join('\n', lines);
    }

    [Benchmark]
    public int Captions() => TranscriptReader.Read(_captions, "a.vtt").Value!.Segments.Count;

    [Benchmark]
    public int RollingCaptions() => TranscriptReader.Read(_rolling, "a.vtt").Value!.Segments.Count;

    [Benchmark]
    public int TypedTranscript() => TranscriptReader.Read(_typed, "a.txt").Value!.Segments.Count;

    [Benchmark]
    public int Bibliography() => LiteratureReader.Read(_bibliography, "a.bib").Value!.References.Count;

    [Benchmark]
    public int Anchors() => Reanchoring.Place(_before, _after, _anchors).Count;

    private static byte[] Fill(string head, Func<int, string> block)
    {
        var text = new StringBuilder(head);
        for (var i = 0; text.Length < TwoMegabytes; i++)
            text.Append(block(i));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Time(int seconds) => TimeSpan.FromSeconds(seconds) is var time
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.000")
        : "";
}
