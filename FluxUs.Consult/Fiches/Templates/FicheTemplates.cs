namespace FluxUs.Consult.Fiches.Templates;

/// <summary>The templates of <c>templates/fiches</c>, read once. A broken file leaves the others in use and is told by
/// <see cref="Problems"/>.</summary>
public sealed class FicheTemplates
{
    /// <summary>The template that new fiches use.</summary>
    public const string Default = "default";

    /// <summary>Larger files are no templates.</summary>
    private const int LimitBytes = 1024 * 1024;

    private readonly Lazy<(List<FicheTemplate> Templates, List<TemplateProblem> Problems)> _read;

    /// <param name="folder">The folder of the templates; when there is none, there are none.</param>
    public FicheTemplates(string folder) => _read = new(() => Read(folder));

    public IReadOnlyList<FicheTemplate> All => _read.Value.Templates;

    public IReadOnlyList<TemplateProblem> Problems => _read.Value.Problems;

    public FicheTemplate? Find(string code) => _read.Value.Templates.Find(template => template.Code == code);

    private static (List<FicheTemplate>, List<TemplateProblem>) Read(string folder)
    {
        List<FicheTemplate> templates = [];
        List<TemplateProblem> problems = [];
        if (!Directory.Exists(folder)) return (templates, problems);
        string? TextOf(string code) => Directory.EnumerateFiles(folder, "*.yaml").FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == code) is { } found ? File.ReadAllText(found) : null;
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var (template, problem) = new FileInfo(file).Length > LimitBytes ? (null, new TemplateProblem(name, 1, "TemplateTooLarge")) : TemplateReader.Read(File.ReadAllText(file), name, TextOf);
            if (template is not null) templates.Add(template);
            if (problem is not null) problems.Add(problem);
        }

        return (templates, problems);
    }
}
