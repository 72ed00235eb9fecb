using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Overview.Ecosystem.Chapter;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>The chapter of the ecosystem as a PDF of its own.</summary>
public sealed class RenderEcosystem(EcosystemChapter chapter, IPdfEngine engine)
{
    /// <param name="language">fr, nl or en.</param>
    public async Task<Outcome<byte[]>> Run(StudyAccess access, string language, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        if (await chapter.Compose(access, language, cancellation) is not { } document) return Outcome.NotFound;
        using var output = new MemoryStream();
        engine.Render(document, PageStyle.A4, output);
        return output.ToArray();
    }
}
