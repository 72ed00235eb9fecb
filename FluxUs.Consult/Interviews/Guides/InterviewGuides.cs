namespace FluxUs.Consult.Interviews;

/// <summary>The guides of <c>templates/guides</c>, read once. A broken file leaves the others in use and is told by
/// <see cref="Problems"/>.</summary>
public sealed class InterviewGuides
{
    /// <summary>The question under which notes stand that fit none.</summary>
    public const string Free = "free";

    /// <summary>Larger files are no guides.</summary>
    private const int LimitBytes = 1024 * 1024;

    private readonly Lazy<(List<InterviewGuide> Guides, List<GuideProblem> Problems)> _read;

    /// <param name="folder">The folder of the guides; when there is none, there are no guides.</param>
    public InterviewGuides(string folder) => _read = new(() => Read(folder));

    public IReadOnlyList<InterviewGuide> All => _read.Value.Guides;

    public IReadOnlyList<GuideProblem> Problems => _read.Value.Problems;

    public InterviewGuide? Find(string code) => _read.Value.Guides.Find(guide => guide.Code == code);

    private static (List<InterviewGuide> Guides, List<GuideProblem> Problems) Read(string folder)
    {
        List<InterviewGuide> guides = [];
        List<GuideProblem> problems = [];
        if (!Directory.Exists(folder)) return (guides, problems);
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var (guide, problem) = new FileInfo(file).Length > LimitBytes ? (null, new GuideProblem(name, 1, "GuideTooLarge")) : GuideReader.Read(File.ReadAllText(file), name);
            if (guide is not null) guides.Add(guide);
            if (problem is not null) problems.Add(problem);
        }

        return (guides, problems);
    }
}
