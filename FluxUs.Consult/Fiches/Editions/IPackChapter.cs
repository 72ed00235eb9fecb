using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>Fiches asks the rooms above for chapters that stand before the fiches of a pack.</summary>
public interface IPackChapter
{
    /// <summary>The chapter as it stands, holding only what every reader of a pack may see, the public included.</summary>
    /// <param name="language">fr, nl or en.</param>
    /// <returns>Null while there is nothing to tell.</returns>
    Task<FicheDocument?> Compose(StudyAccess access, string language, CancellationToken cancellation);
}
